import { randomUUID } from 'node:crypto';
import type { StationRequests, StationResponses } from '../../src/ocpp/index.js';

type Request = StationRequests['2.0.1']['TransactionEvent'];
type Response = StationResponses['2.0.1']['TransactionEvent'];
type Info = Omit<Request['transactionInfo'], 'transactionId'>;

/** What an event says beside its type, its trigger and its place in the transaction. */
export type Said = Omit<Request, 'eventType' | 'transactionInfo' | 'triggerReason' | 'idToken'> & {
  /** The value of an ISO14443 card, or any token. */
  readonly idToken?: string | Request['idToken'];
} & Info;

type Trigger = NonNullable<Request['triggerReason']>;

/** Who sends a TransactionEvent of OCPP 2.0.1, or keeps it for later. */
interface Sender {
  call(action: 'TransactionEvent', request: Request): Promise<Response>;
}

/** A station that sends nothing yet: the events are kept for the test to send, in whatever order. */
export const keeping = (events: Request[]): Sender => ({
  call: (_action, event) => {
    events.push(event);
    return Promise.resolve({});
  },
});

/**
 * A transaction as a 2.0.1 station tells it, event by event: the id, the counter and the clock are looked after, the
 * words are the test's.
 */
export class ToldTransaction {
  private seqNo = 0;

  constructor(
    private readonly station: Sender,
    private readonly now: () => Date,
    readonly transactionId: string = randomUUID(),
  ) {}

  started(trigger: Trigger, said?: Said): Promise<Response> {
    return this.tell('Started', trigger, said);
  }

  updated(trigger: Trigger, said?: Said): Promise<Response> {
    return this.tell('Updated', trigger, said);
  }

  ended(trigger: Trigger, said?: Said): Promise<Response> {
    return this.tell('Ended', trigger, said);
  }

  private tell(eventType: Request['eventType'], triggerReason: Trigger, said: Said = {}): Promise<Response> {
    const { chargingState, stoppedReason, remoteStartId, timeSpentCharging, idToken, ...rest } = said;
    return this.station.call('TransactionEvent', {
      eventType,
      timestamp: this.now().toISOString(),
      triggerReason,
      seqNo: this.seqNo++,
      transactionInfo: {
        transactionId: this.transactionId,
        ...(chargingState && { chargingState }),
        ...(stoppedReason && { stoppedReason }),
        ...(remoteStartId !== undefined && { remoteStartId }),
        ...(timeSpentCharging !== undefined && { timeSpentCharging }),
      },
      ...(idToken && { idToken: typeof idToken === 'string' ? { idToken, type: 'ISO14443' } : idToken }),
      ...rest,
    });
  }
}

type MeterValue = NonNullable<Request['meterValue']>[number];
type SampledValue = MeterValue['sampledValue'][number];

/** One meter value: the energy register in Wh at a time, with what else is said about it. */
export const register = (at: Date, value: number, more: Partial<SampledValue> = {}): MeterValue => ({
  timestamp: at.toISOString(),
  sampledValue: [{ value, measurand: 'Energy.Active.Import.Register', unitOfMeasure: { unit: 'Wh' }, ...more }],
});
