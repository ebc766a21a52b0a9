import type { Availability } from './availability.js';
import type { CertificateId } from '../../common/x509.js';
import type { Certificates, HeldCertificate, InstalledAs } from './certificates.js';
import type { Charging } from './charging.js';
import type { CustomerData, CustomerWish } from './customer-data.js';
import type { CommandedStation, Dialect, Reply, StationVariable, Triggered } from './dialect.js';
import type { Evse } from './evse.js';
import type { Firmware, FirmwareAnswer, FirmwareWish } from './firmware.js';
import type { OutgoingCall } from './outbox.js';
import type { LogAnswer, Logs, LogWish } from './logs.js';
import type { Registration } from './registration.js';
import { reportParts } from './reports.js';
import { Resets, type ResetType } from './resets.js';
import type { ReservationWish, Reservations, ReserveAnswer } from './reservations.js';
import type { StationTime } from './station-time.js';
import { Triggers } from './triggers.js';
import type { SetStatus, VariableMemory, VariableName } from './variable-memory.js';
import type { BootReason, IdToken, StationTransaction } from './words.js';

interface Parts {
  readonly dialect: Dialect;
  readonly evses: readonly Evse[];
  readonly time: StationTime;
  readonly registration: Registration;
  readonly availability: Availability;
  readonly charging: Charging;
  readonly customers: CustomerData;
  readonly certificates: Certificates;
  readonly firmware: Firmware;
  readonly reservations: Reservations;
  readonly plugsInOnRequest: boolean;
  readonly uploads: Logs;
  readonly variables: VariableMemory;
  /** Sends it if the line is up; never rejects. */
  readonly tell: (call: OutgoingCall) => Promise<void>;
  /** Whether a message is still to be delivered, about this transaction or about any. */
  readonly holds: (transaction?: StationTransaction) => boolean;
  readonly restart: (reason: BootReason) => Promise<void>;
}

const REJECTED = { answer: 'Rejected' } as const;

/** What the station does when the CSMS commands. What follows an answer runs after the answer is out. */
export class Commanded implements CommandedStation {
  private readonly resets: Resets;
  private readonly triggers: Triggers;

  constructor(private readonly parts: Parts) {
    this.resets = new Resets(parts);
    this.triggers = new Triggers(parts);
  }

  isAccepted(): boolean {
    return this.parts.registration.status === 'Accepted';
  }

  requestStart(wish: {
    token: IdToken;
    evseId?: number;
    remoteStartId?: number;
  }): Reply<{ status: 'Accepted' | 'Rejected'; transactionId?: string }> {
    const { evses, charging, plugsInOnRequest } = this.parts;
    const evse = evses.find((each) => (wish.evseId ?? each.id) === each.id && this.canStart(each, wish.token));
    if (!evse) return { answer: { status: 'Rejected' } };
    const { token, remoteStartId } = wish;
    return {
      answer: { status: 'Accepted', ...(evse.transaction?.id && { transactionId: evse.transaction.id }) },
      after: async () => {
        await charging.admit(evse, { token, remote: true, remoteStartId });
        if (plugsInOnRequest && !evse.plugged) await charging.plugIn(evse, 1);
      },
    };
  }

  requestStop(transactionId: string): Reply<'Accepted' | 'Rejected'> {
    const evse = this.parts.evses.find(({ transaction }) => transaction && transaction.id === transactionId);
    if (!evse || this.isRefused()) return REJECTED;
    return {
      answer: 'Accepted',
      after: () => this.parts.charging.end(evse, { trigger: 'RemoteStop', stopReason: 'Remote' }),
    };
  }

  transactionStatus(transactionId: string | undefined): Reply<{ ongoing?: boolean; queued: boolean }> {
    const { charging, evses, holds } = this.parts;
    if (transactionId === undefined) return { answer: { queued: holds() } };
    const transaction = charging.transaction(transactionId);
    // [OCPP 2.0.1 E14.FR.01] of an unknown one nothing goes on and nothing waits
    if (!transaction) return { answer: { ongoing: false, queued: false } };
    const ongoing = evses.some((evse) => evse.transaction === transaction);
    return { answer: { ongoing, queued: holds(transaction) } };
  }

  changeAvailability(wish: {
    operative: boolean;
    evseId?: number;
    connectorId?: number;
  }): Reply<'Accepted' | 'Rejected' | 'Scheduled'> {
    const { availability } = this.parts;
    return {
      answer: availability.change(wish.operative, wish.evseId, wish.connectorId),
      after: async () => {
        await availability.reportChanges();
        await this.parts.reservations.dropUnusable();
      },
    };
  }

  trigger(
    message: Triggered,
    evseId?: number,
    connectorId?: number,
  ): Reply<'Accepted' | 'Rejected' | 'NotImplemented'> {
    return this.triggers.trigger(message, evseId, connectorId);
  }

  reset(type: ResetType): Reply<'Accepted' | 'Scheduled'> {
    return this.resets.station(type);
  }

  resetEvse(type: ResetType, evseId: number): Reply<'Accepted' | 'Scheduled' | 'Rejected'> {
    return this.resets.evse(type, evseId);
  }

  /** A transaction is over: a reset may have waited for it. */
  transactionEnded(): Promise<void> {
    return this.resets.transactionEnded();
  }

  report(requestId: number, wanted: (variable: StationVariable) => boolean): Reply<'Accepted' | 'EmptyResultSet'> {
    const variables = this.variables().filter(wanted);
    if (variables.length === 0) return { answer: 'EmptyResultSet' };
    const parts = reportParts(requestId, variables, this.parts.time.now());
    return {
      answer: 'Accepted',
      after: async () => {
        for (const part of parts) await this.parts.tell(part);
      },
    };
  }

  variables(): readonly StationVariable[] {
    return this.parts.variables.read();
  }

  setVariable(name: VariableName, value: string): SetStatus {
    return this.parts.variables.set(name, value);
  }

  uploadLog(wish: LogWish): Reply<LogAnswer> {
    return this.parts.uploads.upload(wish);
  }

  updateFirmware(wish: FirmwareWish): Reply<FirmwareAnswer> {
    return this.parts.firmware.update(wish);
  }

  reserve(wish: ReservationWish): Reply<ReserveAnswer> {
    return this.parts.reservations.reserve(wish);
  }

  cancelReservation(id: number): Reply<'Accepted' | 'Rejected'> {
    return this.parts.reservations.cancel(id);
  }

  customerInformation(wish: CustomerWish): Reply<'Accepted' | 'Invalid'> {
    return this.parts.customers.inform(wish);
  }

  installCertificate(type: InstalledAs, pem: string): Reply<'Accepted' | 'Rejected' | 'Failed'> {
    return this.parts.certificates.install(type, pem);
  }

  certificates(types: readonly InstalledAs[] | undefined): Reply<readonly HeldCertificate[]> {
    return this.parts.certificates.list(types);
  }

  deleteCertificate(id: CertificateId): Reply<'Accepted' | 'Failed' | 'NotFound'> {
    return this.parts.certificates.delete(id);
  }

  clearCache(): Reply<'Accepted'> {
    return { answer: 'Accepted' };
  }

  unlock(
    evseId: number,
    connectorId: number,
    force: boolean,
  ): Reply<'Unlocked' | 'OngoingAuthorizedTransaction' | 'UnknownConnector'> {
    const { evses, charging } = this.parts;
    const evse = evses.find(({ id }) => id === evseId);
    if (!evse?.connectors.some((each) => each.connectorId === connectorId)) return { answer: 'UnknownConnector' };
    if (evse.transaction?.token && !force) return { answer: 'OngoingAuthorizedTransaction' };
    return {
      answer: 'Unlocked',
      after: () => charging.end(evse, { trigger: 'UnlockCommand', stopReason: 'Other' }),
    };
  }

  /** [OCPP 2.0.1 F01.FR.21-24] Not where somebody is authorized already, or where it cannot charge. */
  private canStart(evse: Evse, token: IdToken): boolean {
    const usable = evse.connectors.some(
      (each) => !each.faulted && this.parts.availability.isOperative(evse.id, each.connectorId),
    );
    const free = !evse.authorization && !evse.transaction?.token;
    return usable && free && this.parts.reservations.admits(evse, token, undefined) && !this.isRefused();
  }

  /** [OCPP 2.0.1 B02.FR.05] A station that is not accepted yet charges nobody on request. */
  private isRefused(): boolean {
    const { status } = this.parts.registration;
    return status === 'Pending' || status === 'Rejected';
  }
}
