import { replyWith } from './dialect.js';
import { energyOf, samplesOf } from './sampled-values.js';
// What 2.0 and 2.0.1 say in the same way.
/** [OCPP 2.0.1 E14.FR.06] without a transaction nothing is said of one */
export const getTransactionStatusV2 = ({ transactionId }, station) => replyWith(station.transactionStatus(transactionId), ({ ongoing, queued }) => ({
    ...(ongoing !== undefined && { ongoingIndicator: ongoing }),
    messagesInQueue: queued,
}));
/** 2.x knows only whether a connector can be used; who charges is told by TransactionEvent. */
export function statusV2(connector) {
    if (connector.faulted)
        return 'Faulted';
    if (connector.plugged || connector.charging)
        return 'Occupied';
    return connector.operative ? 'Available' : 'Unavailable';
}
export const tokenStatusV2 = (response) => response['idTokenInfo']?.status;
/** Periodic readings say everything, those at the ends the energy that is billed. */
export function meterValueV2(reading) {
    const samples = reading.context.startsWith('Transaction.') ? [energyOf(reading)] : samplesOf(reading);
    return {
        timestamp: reading.at.toISOString(),
        sampledValue: toList(samples.map(({ unit, ...sample }) => ({ ...sample, context: reading.context, unitOfMeasure: { unit } }))),
    };
}
/** The types of the message tables write a minimum of one item as a tuple. */
export const toList = (items) => items;
//# sourceMappingURL=dialect.v2.js.map