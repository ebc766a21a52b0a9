import { readTimestamp } from '../../ocpp/index.js';
import { samplesV2 } from '../meter-values/index.js';
import { eventKey } from './natural-key.js';
const STEP = { Started: 'started', Updated: 'updated', Ended: 'ended' };
/** A TransactionEvent in neutral words. */
export function toldByEvent(event, course, context) {
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
//# sourceMappingURL=transactions.handlers.v2.js.map