import type { Progress } from './progress.js';

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
] as const;
export type ClosedBy = (typeof CLOSED_BY)[number];

/** The rules by which transactions are closed that cannot run any more, as far as TAU can tell. */
export type ClosingRule = Exclude<ClosedBy, 'next-transaction' | 'operator'>;

/** A provisional end: it holds until the transaction's own end comes. */
export interface ProvisionalEnd {
  readonly at: Date;
  readonly by: ClosedBy;
}

/** Whether a rule closed it: a guess, which a sign of life disproves. */
export const isClosedByRule = (by: ClosedBy | null): by is ClosingRule =>
  by !== null && by !== 'next-transaction' && by !== 'operator';

/** What operators are warned of before they bill. */
export const FLAG_OF: Record<ClosedBy, string> = {
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
export function lastSignOf({ start, firstReading, lastReading, ...parts }: Progress): Date {
  const begin = start.value.time;
  const isReadAgain = lastReading && lastReading.key[2] !== firstReading?.key[2];
  if (isReadAgain) return new Date(Math.max(begin, lastReading.value.at));
  const { evse, token, chargingState, remoteStartId, reservationId } = parts;
  const told = [evse, token, chargingState, remoteStartId, reservationId].map((part) => part?.key[1] ?? begin);
  return new Date(Math.max(begin, ...told));
}
