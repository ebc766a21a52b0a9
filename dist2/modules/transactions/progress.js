import { Big } from 'big.js';
import { registerReadings } from '../meter-values/index.js';
import { FLAG_OF } from './closing.js';
import { completenessOf, missingSeqNos } from './completeness.js';
const before = (a, b) => {
    if (a[0] !== b[0])
        return a[0] < b[0];
    if (a[1] !== b[1])
        return a[1] < b[1];
    return a[2] < b[2];
};
function earliest(a, b) {
    if (!a || !b)
        return a ?? b;
    return before(b.key, a.key) ? b : a;
}
function latest(a, b) {
    if (!a || !b)
        return a ?? b;
    return before(a.key, b.key) ? b : a;
}
/** Of two readings the one that better marks an end of the bill: exact before guessed, then by position and time. */
function better(a, b, wins) {
    if (!a || !b)
        return a ?? b;
    if (a.value.exact !== b.value.exact)
        return a.value.exact ? a : b;
    if (a.key[0] !== b.key[0])
        return wins(b.key[0], a.key[0]) ? b : a;
    if (a.value.at !== b.value.at)
        return wins(b.value.at, a.value.at) ? b : a;
    return a.key[2] <= b.key[2] ? a : b;
}
const lower = (x, y) => x < y;
const higher = (x, y) => x > y;
/** Adds a seqNo to the ranges; undefined when it is there already. */
export function withSeqNo(ranges, seqNo) {
    if (ranges.some(([from, to]) => from <= seqNo && seqNo <= to))
        return undefined;
    const merged = [];
    for (const [from, to] of [...ranges, [seqNo, seqNo]].sort((a, b) => a[0] - b[0])) {
        const last = merged.at(-1);
        if (last && from <= last[1] + 1)
            last[1] = Math.max(last[1], to);
        else
            merged.push([from, to]);
    }
    return merged;
}
function readingsOf(message, key) {
    let first;
    let last;
    const consider = (reading, begins, ends) => {
        first = better(first, { key, value: { ...reading, exact: begins } }, lower);
        last = better(last, { key, value: { ...reading, exact: ends } }, higher);
    };
    for (const { time, wh, context } of registerReadings(message.samples)) {
        const ends = context === 'Transaction.End' && message.step === 'ended';
        consider({ exact: false, at: time.getTime(), wh }, context === 'Transaction.Begin', ends);
    }
    if (message.registerWh !== undefined) {
        // 1.6 meterStart and meterStop are what the station bills by; its samples may count on another register
        const at = message.time.getTime();
        // of a transaction that was only guessed the meter is no exact end
        const said = { key, value: { exact: !message.guessed, at, wh: message.registerWh } };
        if (message.step === 'started')
            first = said;
        last =
            message.step === 'ended' ? said : better(last, { key, value: { exact: false, at, wh: said.value.wh } }, higher);
    }
    return [first, last];
}
/**
 * Takes a message into account. It must have a place in the order, and must not have been merged before: retries are
 * recognised by natural key.
 */
export function merge(progress, message) {
    const key = [message.order, message.time.getTime(), message.naturalKey];
    const keyed = (value) => (value === undefined ? undefined : { key, value });
    const time = message.time.getTime();
    const start = { key, value: { time, real: message.step === 'started' } };
    const known = progress?.start;
    const startWins = !known || (known.value.real === start.value.real ? before(key, known.key) : start.value.real);
    const [first, last] = readingsOf(message, key);
    const seqNos = message.seqNo === undefined ? progress?.seqNos : withSeqNo(progress?.seqNos ?? [], message.seqNo);
    const flags = new Set([...(progress?.flags ?? []), ...message.flags]);
    if (message.offline)
        flags.add('offline');
    if (message.seqNo !== undefined && seqNos === undefined)
        flags.add('seq-no-repeated');
    return {
        start: startWins ? start : known,
        // of two different ends the first one counts
        end: earliest(progress?.end, message.step === 'ended' ? { key, value: { time, reason: message.stopReason ?? null } } : undefined),
        evse: earliest(progress?.evse, message.evseId ? { key, value: { evseId: message.evseId, connectorId: message.connectorId ?? null } } : undefined),
        // the token of an end is the one that stopped, not the one that pays
        token: earliest(progress?.token, message.step === 'ended' ? undefined : keyed(message.idToken)),
        chargingState: latest(progress?.chargingState, keyed(message.chargingState)),
        remoteStartId: earliest(progress?.remoteStartId, keyed(message.remoteStartId)),
        reservationId: earliest(progress?.reservationId, keyed(message.reservationId)),
        firstReading: better(progress?.firstReading, first, lower),
        lastReading: better(progress?.lastReading, last, higher),
        seqNos: seqNos ?? progress?.seqNos,
        flags: [...flags].sort(),
    };
}
/**
 * What operators see of a transaction.
 * @param provisionalEnd what must have ended it, as long as its own end has not come
 */
export function project(progress, provisionalEnd) {
    const { end, firstReading, lastReading } = progress;
    const endedAt = end ? new Date(end.value.time) : (provisionalEnd?.at ?? null);
    const flags = new Set(progress.flags);
    if (!progress.start.value.real)
        flags.add('start-missing');
    if (provisionalEnd && !end)
        flags.add(FLAG_OF[provisionalEnd.by]);
    if (end && end.value.time < progress.start.value.time)
        flags.add('ends-before-start');
    const lowest = progress.seqNos?.[0]?.[0] ?? 0;
    if (missingSeqNos(progress).some(([from]) => from > lowest))
        flags.add('seq-no-gap');
    if (firstReading && !firstReading.value.exact)
        flags.add('start-value-inferred');
    // the begin alone is no end: an ended transaction is not billed by it
    const isOpenEnded = !lastReading?.value.exact &&
        firstReading?.key[2] === lastReading?.key[2] &&
        firstReading?.value.at === lastReading?.value.at;
    const energy = firstReading && lastReading && !(endedAt && isOpenEnded)
        ? new Big(lastReading.value.wh).minus(firstReading.value.wh)
        : undefined;
    if (endedAt && energy && !lastReading?.value.exact)
        flags.add('stop-value-inferred');
    if (endedAt && !energy)
        flags.add('no-energy-values');
    if (endedAt && energy?.lt(0))
        flags.add('negative-energy');
    return {
        state: endedAt ? 'ended' : 'active',
        completeness: completenessOf(progress, endedAt !== null),
        evseId: progress.evse?.value.evseId ?? null,
        connectorId: progress.evse?.value.connectorId ?? null,
        tokenValue: progress.token?.value.value ?? null,
        tokenType: progress.token?.value.type ?? null,
        startedAt: new Date(progress.start.value.time),
        endedAt,
        meterStartWh: firstReading?.value.wh ?? null,
        meterStopWh: lastReading?.value.wh ?? null,
        energyWh: energy?.gte(0) ? energy.toFixed() : null,
        chargingState: progress.chargingState?.value ?? null,
        stopReason: end ? (end.value.reason ?? 'Local') : null,
        remoteStartId: progress.remoteStartId?.value ?? null,
        reservationId: progress.reservationId?.value ?? null,
        flags: [...flags].sort(),
    };
}
//# sourceMappingURL=progress.js.map