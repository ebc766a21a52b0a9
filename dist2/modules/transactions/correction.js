import { Big } from 'big.js';
/** What says of a running transaction how it ended. */
export const ONLY_OF_AN_ENDED = ['endedAt', 'meterStopWh', 'energyWh'];
export const correctableOf = (told) => ({
    startedAt: told.startedAt.toISOString(),
    endedAt: told.endedAt?.toISOString() ?? null,
    meterStartWh: told.meterStartWh,
    meterStopWh: told.meterStopWh,
    energyWh: told.energyWh,
    idToken: told.tokenValue === null ? null : { value: told.tokenValue, type: told.tokenType },
});
/**
 * Several corrections, oldest first, as one: of two words about the same value the later one counts. Who corrects a
 * register means the energy to follow from it, unless that is said as well.
 */
export const combined = (corrections) => corrections.reduce((before, { ...changes }) => {
    const { energyWh, ...others } = before;
    const isReadAnew = changes.meterStartWh !== undefined || changes.meterStopWh !== undefined;
    return { ...others, ...(energyWh !== undefined && !isReadAnew && { energyWh }), ...changes };
}, {});
/** A transaction as it counts: what the station told, and over it what operators said. */
export function corrected(told, correction) {
    if (!correction)
        return told;
    const changes = told.state === 'ended' ? correction.changes : withoutEnd(correction.changes);
    const { startedAt, endedAt, meterStartWh, meterStopWh, idToken } = changes;
    const counted = {
        ...told,
        startedAt: startedAt === undefined ? told.startedAt : new Date(startedAt),
        endedAt: endedAt === undefined ? told.endedAt : new Date(endedAt),
        meterStartWh: meterStartWh ?? told.meterStartWh,
        meterStopWh: meterStopWh ?? told.meterStopWh,
        tokenValue: idToken?.value ?? told.tokenValue,
        tokenType: idToken?.type ?? told.tokenType,
    };
    const energyWh = energyOf(counted, changes, told);
    const flags = told.flags.filter((flag) => !isSettled(flag, changes, energyWh));
    if (hasChanged(told, correction))
        flags.push('changed-after-correction');
    return { ...counted, energyWh, flags: flags.sort() };
}
function withoutEnd(changes) {
    return Object.fromEntries(Object.entries(changes).filter(([name]) => !ONLY_OF_AN_ENDED.includes(name)));
}
function energyOf({ meterStartWh, meterStopWh }, changes, told) {
    if (changes.energyWh !== undefined)
        return changes.energyWh;
    const isReadAnew = changes.meterStartWh !== undefined || changes.meterStopWh !== undefined;
    // the begin alone is no end, whoever says what it was
    const hasEnd = changes.meterStopWh !== undefined || !told.flags.includes('no-energy-values');
    if (!isReadAnew)
        return told.energyWh;
    if (!hasEnd || meterStartWh === null || meterStopWh === null)
        return null;
    const energy = new Big(meterStopWh).minus(meterStartWh);
    return energy.gte(0) ? energy.toFixed() : null;
}
/** Whether a correction has answered what a flag warns of. */
function isSettled(flag, changes, energyWh) {
    switch (flag) {
        case 'negative-energy':
        case 'no-energy-values':
            return energyWh !== null;
        case 'start-value-inferred':
            return changes.meterStartWh !== undefined || changes.energyWh !== undefined;
        case 'stop-value-inferred':
            return changes.meterStopWh !== undefined || changes.energyWh !== undefined;
        case 'ends-before-start':
            return changes.startedAt !== undefined || changes.endedAt !== undefined;
        default:
            return false;
    }
}
/**
 * Whether the station has told something else since the correction. While a transaction runs its register grows, so
 * only what was corrected is compared; once it has ended everything is.
 */
function hasChanged(told, { changes, basis }) {
    const now = correctableOf(told);
    const names = Object.keys(basis.endedAt === null ? changes : basis);
    return names.some((name) => textOf(now[name]) !== textOf(basis[name]));
}
/** A token as one text, whatever the order of its fields came to be in the database. */
const textOf = (value) => value === null || typeof value === 'string' ? value : `${value.type} ${value.value}`;
//# sourceMappingURL=correction.js.map