/**
 * Whether everything is there that the station had to tell. `complete`: begin and end came, and nothing between them is
 * missing. `incomplete`: something is known to be missing. `unknown`: it still runs, and so far nothing is missing.
 */
export const COMPLETENESS_STATES = ['complete', 'incomplete', 'unknown'];
/**
 * The seqNos that must have been sent and have not come, in rising order; none in 1.6, which has no numbers. Counted
 * from the start, since stations may count on from one transaction to the next; from 0 where the start has not come.
 */
export function missingSeqNos({ start, seqNos = [] }) {
    const missing = [];
    let next = firstSeqNo(start, seqNos);
    for (const [from, to] of seqNos) {
        if (from > next)
            missing.push([next, from - 1]);
        next = Math.max(next, to + 1);
    }
    return missing;
}
/** [OCPP 2.0.1 E01.FR.07] a transaction should count from 0; a start tells where this one began */
function firstSeqNo({ key: [order], value }, seqNos) {
    if (!value.real)
        return 0;
    const isNumbered = seqNos.some(([from, to]) => from <= order && order <= to);
    return isNumbered ? order : (seqNos[0]?.[0] ?? 0);
}
/** @param isClosed whether it has ended, be it by its own word or provisionally */
export function completenessOf(progress, isClosed) {
    const { start, end } = progress;
    if (!start.value.real || missingSeqNos(progress).length > 0)
        return 'incomplete';
    if (end)
        return 'complete';
    return isClosed ? 'incomplete' : 'unknown';
}
//# sourceMappingURL=completeness.js.map