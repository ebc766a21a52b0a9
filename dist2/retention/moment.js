const DAY_MS = 24 * 60 * 60 * 1000;
export const earlier = (a, b) => (a < b ? a : b);
/** Before when nothing is kept any more; undefined while nothing may be deleted. @param keptDays 0: for ever */
export function limitOf({ process, database, steady }, keptDays) {
    if (!steady || keptDays === 0)
        return undefined;
    return new Date(earlier(process, database).getTime() - keptDays * DAY_MS);
}
const LONGEST_PAUSE_MS = 7 * DAY_MS;
const LARGEST_STEP_BACK_MS = 60 * 60 * 1000;
/** Whether the clock was set by days since the last run; or TAU was off as long, which looks the same. */
export function jumped({ ranAt }, now) {
    const passed = now.getTime() - ranAt.getTime();
    return passed > LONGEST_PAUSE_MS || passed < -LARGEST_STEP_BACK_MS;
}
/** The rhythm after a run at this time. */
export const after = (known, now) => ({
    ranAt: now,
    steadySince: known && !jumped(known, now) ? known.steadySince : now,
});
export const isSteady = ({ ranAt, steadySince }) => ranAt.getTime() - steadySince.getTime() >= DAY_MS;
//# sourceMappingURL=moment.js.map