import type {
  CsmsAction,
  CsmsRequests,
  CsmsResponses,
  OcppVersion,
  StationAction,
  StationRequests,
} from '../../ocpp/index.js';
import type { CustomerWish } from './customer-data.js';
import type { CertificateId } from '../../common/x509.js';
import type { HeldCertificate, InstalledAs } from './certificates.js';
import type { FirmwareAnswer, FirmwareStage, FirmwareWish } from './firmware.js';
import type { Payload } from './frames.js';
import type { LogAnswer, LogStage, LogWish } from './logs.js';
import type { OutgoingCall } from './outbox.js';
import type { ReservationWish, ReserveAnswer } from './reservations.js';
import type { SetStatus, VariableName } from './variable-memory.js';
import type {
  BootReason,
  ConnectorState,
  IdToken,
  MeterReading,
  StationTransaction,
  TransactionEvent,
  TypePlate,
} from './words.js';

/** What the station answers, and what it does once the answer is out. */
export interface Reply<T> {
  readonly answer: T;
  readonly after?: () => void | Promise<void>;
}

/** Turns a neutral reply into that of a version. */
export const replyWith = <T, U>(reply: Reply<T>, toAnswer: (answer: T) => U): Reply<U> => ({
  answer: toAnswer(reply.answer),
  after: reply.after,
});

/** Messages about work in the background, in the words of the versions that have them. */
export type StateMessage =
  | 'DiagnosticsStatusNotification'
  | 'FirmwareStatusNotification'
  | 'LogStatusNotification'
  | 'SignedFirmwareStatusNotification';

export type Triggered =
  'BootNotification' | 'Heartbeat' | 'StatusNotification' | 'MeterValues' | 'TransactionEvent' | StateMessage;

/** A setting. */
export interface StationVariable {
  readonly component: string;
  readonly variable: string;
  /** Of the variable. */
  readonly instance: string | undefined;
  /** `AfterReboot`: can be changed, and holds after the next boot. */
  readonly access: 'ReadOnly' | 'ReadWrite' | 'WriteOnly' | 'AfterReboot';
  /** Name of the 1.6 configuration key; undefined where 1.6 has none. */
  readonly key: string | undefined;
  readonly value: string;
}

/** What a station does when the CSMS commands, in words of no version. */
export interface CommandedStation {
  /** Whether its last boot was accepted. */
  isAccepted(): boolean;
  requestStart(wish: {
    token: IdToken;
    evseId?: number;
    remoteStartId?: number;
  }): Reply<{ status: 'Accepted' | 'Rejected'; transactionId?: string }>;
  requestStop(transactionId: string): Reply<'Accepted' | 'Rejected'>;
  /** Without an id: whether anything waits at all. */
  transactionStatus(transactionId: string | undefined): Reply<{ ongoing?: boolean; queued: boolean }>;
  /** Without an EVSE the whole station. */
  changeAvailability(wish: {
    operative: boolean;
    evseId?: number;
    connectorId?: number;
  }): Reply<'Accepted' | 'Rejected' | 'Scheduled'>;
  trigger(message: Triggered, evseId?: number, connectorId?: number): Reply<'Accepted' | 'Rejected' | 'NotImplemented'>;
  reset(type: 'Immediate' | 'OnIdle' | 'Hard'): Reply<'Accepted' | 'Scheduled'>;
  resetEvse(type: 'Immediate' | 'OnIdle', evseId: number): Reply<'Accepted' | 'Scheduled' | 'Rejected'>;
  variables(): readonly StationVariable[];
  updateFirmware(wish: FirmwareWish): Reply<FirmwareAnswer>;
  /** The report follows the answer, in parts. */
  report(requestId: number, wanted: (variable: StationVariable) => boolean): Reply<'Accepted' | 'EmptyResultSet'>;
  reserve(wish: ReservationWish): Reply<ReserveAnswer>;
  cancelReservation(id: number): Reply<'Accepted' | 'Rejected'>;
  setVariable(name: VariableName, value: string): SetStatus;
  clearCache(): Reply<'Accepted'>;
  /** The report follows the answer, in parts. */
  customerInformation(wish: CustomerWish): Reply<'Accepted' | 'Invalid'>;
  installCertificate(type: InstalledAs, pem: string): Reply<'Accepted' | 'Rejected' | 'Failed'>;
  /** Without types: all. */
  certificates(types: readonly InstalledAs[] | undefined): Reply<readonly HeldCertificate[]>;
  deleteCertificate(id: CertificateId): Reply<'Accepted' | 'Failed' | 'NotFound'>;
  uploadLog(wish: LogWish): Reply<LogAnswer>;
  /** `force` ends a running transaction, as 1.6 stations do. */
  unlock(
    evseId: number,
    connectorId: number,
    force: boolean,
  ): Reply<'Unlocked' | 'OngoingAuthorizedTransaction' | 'UnknownConnector'>;
}

/** The commands that a station of one version understands; everything else is NotImplemented. */
export type CommandTable<V extends OcppVersion> = {
  readonly [A in CsmsAction<V>]?: (
    request: CsmsRequests[V][A],
    station: CommandedStation,
  ) => Reply<CsmsResponses[V][A]>;
};

/** How everything is said in one version. */
export interface Dialect<V extends OcppVersion = OcppVersion> {
  readonly version: V;
  readonly subprotocol: string;
  /** Whether the station as a whole has a status of its own (connector 0 of 1.6). */
  readonly reportsStation: boolean;
  /** A transaction cannot begin before its token is known (StartTransaction of 1.6). */
  readonly needsTokenToStart: boolean;
  readonly commands: CommandTable<V>;
  /** What is said about work in the background while there is none. */
  readonly states: Readonly<Partial<Record<StateMessage, OutgoingCall>>>;
  newTransactionId(): string | undefined;
  boot(plate: TypePlate, reason: BootReason): OutgoingCall;
  /** A stage of an upload; undefined where this version has no word for it. Without one: what a trigger brings. */
  logStatus(stage: LogStage, wish: LogWish | undefined): OutgoingCall | undefined;
  /** The word for the state of a connector; a change of it is reported. */
  connectorStatus(connector: ConnectorState): string;
  status(connector: ConnectorState, at: Date): OutgoingCall;
  authorize(token: IdToken): OutgoingCall;
  /** Undefined where this version has no message for the event. Built late: 1.6 needs the answer to the start. */
  transactionEvent(event: TransactionEvent): (() => OutgoingCall) | undefined;
  /** A reading outside of the periodic ones. */
  meterValues(evseId: number, reading: MeterReading, transaction: StationTransaction | undefined): OutgoingCall;
  /** A stage of an update; undefined where this version has no word for it. Without an update: what a trigger brings. */
  firmwareStatus(stage: FirmwareStage, wish: FirmwareWish | undefined): OutgoingCall | undefined;
  /** Undefined where this version has no message for the end of a reservation. */
  reservationEnded?(id: number, why: 'Expired' | 'Removed'): OutgoingCall;
  /** The security event about a refused certificate of a CSMS; undefined where this version has none. */
  invalidCertificate?(at: Date): OutgoingCall;
  /** The group of a token, where an answer names one. */
  tokenGroup(response: Payload): string | undefined;
  /** The CSMS's decision about a token, where an answer holds one. */
  tokenStatus(response: Payload): string | undefined;
  /** The transaction id, where the answer to a start holds one. */
  transactionId(response: Payload): string | undefined;
}

/** A CALL whose payload the compiler compares with the message tables of the version. */
export const callIn =
  <V extends OcppVersion>() =>
  <A extends StationAction<V>>(action: A, payload: StationRequests[V][A]): OutgoingCall => ({
    action,
    payload: payload as Payload,
  });
