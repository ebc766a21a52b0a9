/**
 * By what a transaction was closed whose own end has not come: a later one on its EVSE, one of the rules, or an
 * operator.
 */
export const CLOSED_BY = [
    'next-transaction',
    'stale',
    'station-away',
    'connector-available',
    'not-ongoing',
    'operator',
];
/** Whether a rule closed it: a guess, which a sign of life disproves. */
export const isClosedByRule = (by) => by !== null && by !== 'next-transaction' && by !== 'operator';
/** What operators are warned of before they bill. */
export const FLAG_OF = {
    'next-transaction': 'ended-by-next-transaction',
    stale: 'closed-by-rule',
    'station-away': 'closed-by-rule',
    'connector-available': 'closed-by-rule',
    'not-ongoing': 'closed-by-rule',
    operator: 'closed-by-operator',
};
/**
 * Until when a transaction is known to have charged: the time of its newest meter value; where there is none after its
 * begin, that of the newest message that told something.
 */
export function lastSignOf({ start, firstReading, lastReading, ...parts }) {
    const begin = start.value.time;
    const isReadAgain = lastReading && lastReading.key[2] !== firstReading?.key[2];
    if (isReadAgain)
        return new Date(Math.max(begin, lastReading.value.at));
    const { evse, token, chargingState, remoteStartId, reservationId } = parts;
    const told = [evse, token, chargingState, remoteStartId, reservationId].map((part) => part?.key[1] ?? begin);
    return new Date(Math.max(begin, ...told));
}
//# sourceMappingURL=closing.js.map