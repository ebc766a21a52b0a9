import { readTimestamp, type CallContext, type StationRequests } from '../../ocpp/index.js';
import { samplesV2 } from '../meter-values/index.js';
import { eventKey } from './natural-key.js';
import type { Step } from './transaction-message.js';
import type { Told } from './transactions.service.js';

type EventV20 = StationRequests['2.0']['TransactionEvent'];
type EventV201 = StationRequests['2.0.1']['TransactionEvent'];

/** What the TransactionEvents of 2.0 and 2.0.1 have in common. */
type SharedEvent = Pick<EventV201, 'eventType' | 'timestamp' | 'seqNo' | 'offline' | 'evse' | 'reservationId'> & {
  readonly triggerReason?: string;
  readonly meterValue?: EventV20['meterValue'] | EventV201['meterValue'];
};

/** What they say about the transaction each in its own way, in 2.0.1 words. */
interface Course {
  readonly transactionId: string;
  readonly chargingState?: string;
  readonly stoppedReason?: string;
  readonly remoteStartId?: number;
  readonly idToken?: Told['idToken'];
}

const STEP: Record<EventV201['eventType'], Step> = { Started: 'started', Updated: 'updated', Ended: 'ended' };

/** A TransactionEvent in neutral words. */
export function toldByEvent(event: SharedEvent, course: Course, context: CallContext): Told {
  const { time, substituted } = readTimestamp(event.timestamp, context.receivedAt);
  const step = STEP[event.eventType];
  return {
    step,
    kind: `TransactionEvent ${event.eventType}`,
    ocppTransactionId: course.transactionId,
    naturalKey: eventKey(course.transactionId, context.originalPayload),
    seqNo: event.seqNo,
    order: event.seqNo ?? time.getTime(),
    time,
    stationTimestamp: event.timestamp,
    timeSubstituted: substituted,
    stops: step === 'ended' || event.triggerReason === 'StopAuthorized',
    offline: event.offline ?? false,
    samples: samplesV2(event.meterValue, context.receivedAt),
    evseId: event.evse?.id,
    connectorId: event.evse?.connectorId,
    idToken: course.idToken,
    registerWh: undefined,
    chargingState: course.chargingState,
    // [OCPP 2.0.1 E06] an end without a reason is a local one
    stopReason: step === 'ended' ? (course.stoppedReason ?? 'Local') : undefined,
    remoteStartId: course.remoteStartId,
    reservationId: event.reservationId,
  };
}
