import { Big } from 'big.js';
import { registerReadings } from '../meter-values/index.js';
import { FLAG_OF, type ProvisionalEnd } from './closing.js';
import { completenessOf, missingSeqNos, type CompletenessState } from './completeness.js';
import type { TransactionMessage } from './transaction-message.js';

/** What decides between two messages: position, then station time, then digest. Compared from left to right. */
export type Key = readonly [order: number, time: number, digest: string];

interface Keyed<T> {
  readonly key: Key;
  readonly value: T;
}

/** A reading that may begin or end the bill. Exact: said by the station to be the begin or the end. */
interface Reading {
  readonly exact: boolean;
  readonly at: number;
  readonly wh: string;
}

/**
 * What is known of a transaction. Each part remembers which message it came from, so that merging messages in any
 * order, and any number of times, gives the same result: stations send late, twice, and out of order.
 */
export interface Progress {
  /** The first message; a start counts before all others. */
  readonly start: Keyed<{ readonly time: number; readonly real: boolean }>;
  readonly end?: Keyed<{ readonly time: number; readonly reason: string | null }>;
  readonly evse?: Keyed<{ readonly evseId: number; readonly connectorId: number | null }>;
  readonly token?: Keyed<{ readonly value: string; readonly type: string }>;
  readonly chargingState?: Keyed<string>;
  readonly remoteStartId?: Keyed<number>;
  readonly reservationId?: Keyed<number>;
  readonly firstReading?: Keyed<Reading>;
  readonly lastReading?: Keyed<Reading>;
  /** seqNos seen, as closed ranges in rising order. */
  readonly seqNos?: readonly (readonly [number, number])[];
  readonly flags: readonly string[];
}

const before = (a: Key, b: Key): boolean => {
  if (a[0] !== b[0]) return a[0] < b[0];
  if (a[1] !== b[1]) return a[1] < b[1];
  return a[2] < b[2];
};

function earliest<T>(a: Keyed<T> | undefined, b: Keyed<T> | undefined): Keyed<T> | undefined {
  if (!a || !b) return a ?? b;
  return before(b.key, a.key) ? b : a;
}

function latest<T>(a: Keyed<T> | undefined, b: Keyed<T> | undefined): Keyed<T> | undefined {
  if (!a || !b) return a ?? b;
  return before(a.key, b.key) ? b : a;
}

/** Of two readings the one that better marks an end of the bill: exact before guessed, then by position and time. */
function better(
  a: Keyed<Reading> | undefined,
  b: Keyed<Reading> | undefined,
  wins: (challenger: number, holder: number) => boolean,
): Keyed<Reading> | undefined {
  if (!a || !b) return a ?? b;
  if (a.value.exact !== b.value.exact) return a.value.exact ? a : b;
  if (a.key[0] !== b.key[0]) return wins(b.key[0], a.key[0]) ? b : a;
  if (a.value.at !== b.value.at) return wins(b.value.at, a.value.at) ? b : a;
  return a.key[2] <= b.key[2] ? a : b;
}

const lower = (x: number, y: number): boolean => x < y;
const higher = (x: number, y: number): boolean => x > y;

/** Adds a seqNo to the ranges; undefined when it is there already. */
export function withSeqNo(
  ranges: readonly (readonly [number, number])[],
  seqNo: number,
): readonly (readonly [number, number])[] | undefined {
  if (ranges.some(([from, to]) => from <= seqNo && seqNo <= to)) return undefined;
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges, [seqNo, seqNo] as const].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

function readingsOf(message: OrderedMessage, key: Key): [Keyed<Reading> | undefined, Keyed<Reading> | undefined] {
  let first: Keyed<Reading> | undefined;
  let last: Keyed<Reading> | undefined;
  const consider = (reading: Reading, begins: boolean, ends: boolean): void => {
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
    if (message.step === 'started') first = said;
    last =
      message.step === 'ended' ? said : better(last, { key, value: { exact: false, at, wh: said.value.wh } }, higher);
  }
  return [first, last];
}

/** A message that has its place in the course of a transaction. */
export interface OrderedMessage extends TransactionMessage {
  readonly order: number;
  /** It was matched by its token, not by its id. */
  readonly guessed?: boolean;
}

/**
 * Takes a message into account. It must have a place in the order, and must not have been merged before: retries are
 * recognised by natural key.
 */
export function merge(progress: Progress | undefined, message: OrderedMessage): Progress {
  const key: Key = [message.order, message.time.getTime(), message.naturalKey];
  const keyed = <T>(value: T | undefined): Keyed<T> | undefined => (value === undefined ? undefined : { key, value });
  const time = message.time.getTime();
  const start = { key, value: { time, real: message.step === 'started' } };
  const known = progress?.start;
  const startWins = !known || (known.value.real === start.value.real ? before(key, known.key) : start.value.real);
  const [first, last] = readingsOf(message, key);
  const seqNos = message.seqNo === undefined ? progress?.seqNos : withSeqNo(progress?.seqNos ?? [], message.seqNo);
  const flags = new Set([...(progress?.flags ?? []), ...message.flags]);
  if (message.offline) flags.add('offline');
  if (message.seqNo !== undefined && seqNos === undefined) flags.add('seq-no-repeated');
  return {
    start: startWins ? start : known,
    // of two different ends the first one counts
    end: earliest(
      progress?.end,
      message.step === 'ended' ? { key, value: { time, reason: message.stopReason ?? null } } : undefined,
    ),
    evse: earliest(
      progress?.evse,
      message.evseId ? { key, value: { evseId: message.evseId, connectorId: message.connectorId ?? null } } : undefined,
    ),
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

/** The columns of a transaction that follow from its progress. */
export interface Projection {
  readonly state: 'active' | 'ended';
  readonly completeness: CompletenessState;
  readonly evseId: number | null;
  readonly connectorId: number | null;
  readonly tokenValue: string | null;
  readonly tokenType: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly meterStartWh: string | null;
  readonly meterStopWh: string | null;
  readonly energyWh: string | null;
  readonly chargingState: string | null;
  readonly stopReason: string | null;
  readonly remoteStartId: number | null;
  readonly reservationId: number | null;
  readonly flags: readonly string[];
}

/**
 * What operators see of a transaction.
 * @param provisionalEnd what must have ended it, as long as its own end has not come
 */
export function project(progress: Progress, provisionalEnd: ProvisionalEnd | null): Projection {
  const { end, firstReading, lastReading } = progress;
  const endedAt = end ? new Date(end.value.time) : (provisionalEnd?.at ?? null);
  const flags = new Set(progress.flags);
  if (!progress.start.value.real) flags.add('start-missing');
  if (provisionalEnd && !end) flags.add(FLAG_OF[provisionalEnd.by]);
  if (end && end.value.time < progress.start.value.time) flags.add('ends-before-start');
  const lowest = progress.seqNos?.[0]?.[0] ?? 0;
  if (missingSeqNos(progress).some(([from]) => from > lowest)) flags.add('seq-no-gap');
  if (firstReading && !firstReading.value.exact) flags.add('start-value-inferred');
  // the begin alone is no end: an ended transaction is not billed by it
  const isOpenEnded =
    !lastReading?.value.exact &&
    firstReading?.key[2] === lastReading?.key[2] &&
    firstReading?.value.at === lastReading?.value.at;
  const energy =
    firstReading && lastReading && !(endedAt && isOpenEnded)
      ? new Big(lastReading.value.wh).minus(firstReading.value.wh)
      : undefined;
  if (endedAt && energy && !lastReading?.value.exact) flags.add('stop-value-inferred');
  if (endedAt && !energy) flags.add('no-energy-values');
  if (endedAt && energy?.lt(0)) flags.add('negative-energy');
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
