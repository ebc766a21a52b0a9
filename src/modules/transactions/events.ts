import { DomainEvent } from '../../common/domain-events.js';
import type { OcppVersion } from '../../ocpp/index.js';

/** A transaction was seen for the first time. */
export class TransactionStarted extends DomainEvent {
  constructor(
    readonly transactionId: string,
    readonly stationUuid: string,
    readonly ocppVersion: OcppVersion,
    readonly remoteStartId: number | undefined,
    readonly tokenKey: string | undefined,
    readonly evseId: number | undefined,
    readonly startedAt: Date,
    readonly receivedAt: Date,
    /** The number of the reservation that it says to use. */
    readonly reservationId: number | undefined,
    /** The group that its token was found to be in. */
    readonly groupId: string | undefined,
  ) {
    super();
  }
}

/** A request start was named by a transaction that existed before: the cable came first. */
export class RemoteStartSeen extends DomainEvent {
  constructor(
    readonly transactionId: string,
    readonly stationUuid: string,
    readonly remoteStartId: number,
  ) {
    super();
  }
}

/** A station told the end of a transaction. */
export class TransactionEnded extends DomainEvent {
  constructor(
    readonly transactionId: string,
    readonly stationUuid: string,
  ) {
    super();
  }
}

/** A running transaction named the reservation that it uses: the cable came first, the token later. */
export class ReservationSeen extends DomainEvent {
  constructor(
    readonly transactionId: string,
    readonly stationUuid: string,
    readonly reservationId: number,
    /** The group that the token in the message was found to be in. */
    readonly groupId: string | undefined,
  ) {
    super();
  }
}
