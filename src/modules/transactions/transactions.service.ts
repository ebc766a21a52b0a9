import { Injectable } from '@nestjs/common';
import { DomainEvents } from '../../common/domain-events.js';
import { uuidv7 } from '../../common/uuid.js';
import { refusesRow } from '../../database/database-errors.js';
import { NotKeptError, type CallContext } from '../../ocpp/index.js';
import { AuthorizationService, tokenKeyOf, type AuthorizationDecision } from '../authorization/index.js';
import { MeterReports, type MeterReport } from '../meter-values/index.js';
import { StationPulse } from '../stations/index.js';
import { RemoteStartSeen, ReservationSeen, TransactionEnded, TransactionStarted } from './events.js';
import { meterValuesKey } from './natural-key.js';
import { storableMessage } from './storable-message.js';
import type { Stored } from './transaction-batch.js';
import { nameOf, type TransactionMessage } from './transaction-message.js';
import { TransactionRecords } from './transaction-records.js';
import { TransactionWriter } from './transaction-writer.js';

/** What a handler knows of a message; the rest comes from the context of its CALL. */
export interface Told extends Omit<
  TransactionMessage,
  'id' | 'stationUuid' | 'name' | 'version' | 'receivedAt' | 'frame' | 'flags'
> {
  /** The token in it, if any, is there to stop. */
  readonly stops: boolean;
}

/** What the station is answered with. */
export interface Reported extends Stored {
  /** About the token in the message; undefined where it carried none. */
  readonly decision: AuthorizationDecision | undefined;
}

/** The course of transactions: what stations tell about them is stored, never refused, and counted exactly once. */
@Injectable()
export class TransactionsService extends MeterReports {
  constructor(
    private readonly records: TransactionRecords,
    private readonly writer: TransactionWriter,
    private readonly authorization: AuthorizationService,
    private readonly events: DomainEvents,
    private readonly pulse: StationPulse,
  ) {
    super();
  }

  /**
   * Stores a message and decides about its token. Resolves when the message is committed; rejects with NotKeptError
   * when it could not be, so that the station keeps it.
   */
  async report(said: Told, context: CallContext): Promise<Reported> {
    const told = storableMessage(said);
    // both at once: a slow decision about the token must not hold up the storing
    const [stored, decision] = await Promise.all([
      this.keep(told, context, told !== said),
      told.idToken && this.decide(told, context),
    ]);
    if (!told.timeSubstituted && told.step !== 'meter-values' && !told.offline && !stored.repeated) {
      this.pulse.observeClock(context.station.id, told.time, context.receivedAt);
    }
    this.tell(told, { ...stored, decision }, context);
    const refused = decision?.concurrentTransactions === 'refused' && decision.status === 'Accepted';
    // [OCPP 1.6 StartTransaction, 2.0.1 C01] never to the token that stops, and never to Authorize
    if (refused && !told.stops && (await this.runsElsewhere(told, stored))) {
      return { decision: { ...decision, status: 'ConcurrentTx' }, ...stored };
    }
    return { decision, ...stored };
  }

  /** J01: meter values in a message of their own, linked to the transaction that they belong to. */
  async record(report: MeterReport, context: CallContext): Promise<void> {
    const time = report.samples[0]?.timestamp ?? context.receivedAt;
    const { evseId, ocppTransactionId } = storableMessage(report);
    await this.keep(
      {
        step: 'meter-values',
        kind: 'MeterValues',
        ocppTransactionId,
        naturalKey: meterValuesKey(context.frame),
        seqNo: undefined,
        order: report.ordered ? time.getTime() : undefined,
        time,
        stationTimestamp: undefined,
        timeSubstituted: false,
        stops: true,
        offline: false,
        samples: report.samples,
        evseId,
        connectorId: undefined,
        idToken: undefined,
        registerWh: undefined,
        chargingState: undefined,
        stopReason: undefined,
        remoteStartId: undefined,
        reservationId: undefined,
      },
      context,
      evseId !== report.evseId,
    );
  }

  /** @param cut not everything in it could be stored as it was said */
  private async keep(told: Told, context: CallContext, cut: boolean): Promise<Stored> {
    const flags = context.needsReview || cut ? ['needs-review'] : [];
    if (told.timeSubstituted) flags.push('time-of-receipt');
    const { id: stationUuid } = context.station;
    const { ocppTransactionId: id } = told;
    // what is told comes last: V8 copies a large object a hundred times slower where fields follow
    const message: TransactionMessage = {
      id: uuidv7(context.receivedAt.getTime()),
      stationUuid,
      name: id === undefined ? undefined : nameOf(stationUuid, id),
      version: context.version,
      receivedAt: context.receivedAt,
      frame: context.frame,
      flags,
      ...withoutPin(told),
    };
    try {
      const stored = await this.writer.add(message).catch((error: unknown) => {
        if (!refusesRow(error)) throw error;
        // what the database refuses today it refuses tomorrow: the frame is kept, and the station can go on
        return this.writer.add(withoutValues(message));
      });
      if (!stored.repeated) context.frameStoredAs(message.id);
      return stored;
    } catch (error) {
      throw refusesRow(error) ? error : new NotKeptError(error);
    }
  }

  private async decide(told: Told, context: CallContext): Promise<AuthorizationDecision> {
    const { id: stationUuid, stationId } = context.station;
    try {
      return await this.authorization.authorize(
        told.idToken!,
        { stationUuid, stationId, evseId: told.evseId, remoteStartId: told.remoteStartId, starts: !told.stops },
        'transaction',
      );
    } catch (error) {
      // no answer is better than a wrong one: the message is stored, its retry is recognised
      throw new NotKeptError(error);
    }
  }

  private async runsElsewhere(told: Told, stored: Stored): Promise<boolean> {
    try {
      return await this.records.hasEarlierOpen(tokenKeyOf(told.idToken!), stored.transactionId);
    } catch (error) {
      throw new NotKeptError(error);
    }
  }

  private tell(told: Told, stored: Reported, context: CallContext): void {
    const { transactionId, repeated, began, decision } = stored;
    if (!transactionId || repeated) return;
    const stationUuid = context.station.id;
    context.afterReply(() => {
      if (began) {
        this.events.emit(
          new TransactionStarted(
            transactionId,
            stationUuid,
            context.version,
            told.remoteStartId,
            told.idToken && tokenKeyOf(told.idToken),
            told.evseId,
            told.time,
            context.receivedAt,
            told.reservationId,
            decision?.groupId,
          ),
        );
        return;
      }
      if (told.remoteStartId !== undefined) {
        this.events.emit(new RemoteStartSeen(transactionId, stationUuid, told.remoteStartId));
      }
      if (told.step === 'ended') this.events.emit(new TransactionEnded(transactionId, stationUuid));
      if (told.reservationId !== undefined) {
        this.events.emit(new ReservationSeen(transactionId, stationUuid, told.reservationId, decision?.groupId));
      }
    });
  }
}

/** The bare message: what it says stands in its frame only. */
const withoutValues = (message: TransactionMessage): TransactionMessage => ({
  ...message,
  samples: [],
  registerWh: undefined,
  stationTimestamp: undefined,
  flags: [...message.flags, 'needs-review'],
});

/** [OCPP 2.0.1 C04.FR.04] A PIN is for the moment of the decision and is kept nowhere. */
function withoutPin(told: Told): Told {
  // a misspelt type must not give it away
  if (told.idToken?.type.trim().toLowerCase() !== 'keycode') return told;
  return { ...told, idToken: { value: '****', type: told.idToken.type } };
}
