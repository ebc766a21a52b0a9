import type { StationRequests } from '../../ocpp/index.js';

// The vocabulary of the simulator: 2.0.1 words, whatever version the station speaks.

type EventV201 = StationRequests['2.0.1']['TransactionEvent'];

export interface IdToken {
  readonly value: string;
  readonly type: 'Central' | 'eMAID' | 'ISO14443' | 'ISO15693' | 'KeyCode' | 'Local' | 'NoAuthorization';
}

export type EventType = EventV201['eventType'];
export type TriggerReason = NonNullable<EventV201['triggerReason']>;
export type ChargingState = NonNullable<EventV201['transactionInfo']['chargingState']>;
/** Why a transaction ended. 1.6 tells a hard reset from a soft one, which is the ImmediateReset of 2.0.1. */
export type StopReason = NonNullable<EventV201['transactionInfo']['stoppedReason']> | 'HardReset';
export type BootReason = StationRequests['2.0.1']['BootNotification']['reason'];
export type ReadingContext = 'Sample.Periodic' | 'Transaction.Begin' | 'Transaction.End' | 'Trigger';

/** What is written on the type plate. */
export interface TypePlate {
  readonly vendor: string;
  /** At most 20 characters: the shortest limit of all versions. */
  readonly model: string;
  readonly serialNumber: string;
  readonly firmwareVersion: string;
}

/** One reading of an EVSE's meter. */
export interface MeterReading {
  readonly at: Date;
  readonly context: ReadingContext;
  /** The register since the station was built, whole Wh. */
  readonly energyWh: number;
  /** W over all phases. */
  readonly powerW: number;
  /** A on each phase in use. */
  readonly currentA: readonly number[];
  /** V between each of those phases and neutral. */
  readonly voltageV: number;
}

/** A transaction as the station knows it. */
export interface StationTransaction {
  /** Made by the station in 2.x; on 1.6 it is undefined until the CSMS has answered the start. */
  id: string | undefined;
  readonly evseId: number;
  connectorId: number;
  readonly startedWith: MeterReading;
  token: IdToken | undefined;
  chargingState: ChargingState;
  nextSeqNo: number;
  /** What the CSMS has been told already, and is not told again. */
  readonly told: { chargingState?: ChargingState; evse?: boolean };
}

/** Something that happened in a transaction and has to be told. */
export interface TransactionEvent {
  readonly eventType: EventType;
  readonly trigger: TriggerReason;
  readonly at: Date;
  readonly seqNo: number;
  readonly offline: boolean;
  readonly transaction: StationTransaction;
  /** Only where it has changed. */
  readonly chargingState?: ChargingState;
  /** Only in the first event after a vehicle is connected ([OCPP 2.0.1 E01.FR.16]). */
  readonly evse?: { readonly id: number; readonly connectorId: number };
  /** Only where the event is about a token. */
  readonly token?: IdToken;
  /** Only in the first event after the request ([OCPP 2.0.1 F01.FR.25]). */
  readonly remoteStartId?: number;
  /** Only in the first event after the token was authorized ([OCPP 2.0.1 H01.FR.15]). */
  readonly reservationId?: number;
  readonly reading?: MeterReading;
  readonly stopReason?: StopReason;
}

/** The state of a connector, from which each version derives its status. */
export interface ConnectorState {
  readonly evseId: number;
  readonly connectorId: number;
  readonly operative: boolean;
  /** Held free for somebody who has not come yet. */
  readonly reserved: boolean;
  readonly faulted: boolean;
  readonly plugged: boolean;
  /** A driver was authorized and has not plugged in yet. */
  readonly awaited: boolean;
  /** The transaction on this connector. */
  readonly charging: ChargingState | undefined;
  /** The transaction is over, the cable is still there. */
  readonly finished: boolean;
}
