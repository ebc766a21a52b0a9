import type { OpenReservationState } from '../stations/index.js';

/** What can be the matter with a reservation. */
export const RESERVATION_STATES = [
  'requested',
  'unknown',
  'active',
  'refused',
  'used',
  'expired',
  'cancelled',
  'removed',
  'replaced',
] as const;
export type ReservationState = (typeof RESERVATION_STATES)[number];

const ENDED = ['used', 'expired', 'cancelled', 'removed', 'replaced'] as const;

/**
 * What may follow on what. `requested`: it has no answer yet. `unknown`: it never got one, so that the station may hold
 * it or not; what follows tells. An end that was only concluded gives way to what the
 * station says of it, and to a transaction that proves the use.
 */
export const TRANSITIONS: Readonly<Record<ReservationState, readonly ReservationState[]>> = {
  requested: ['active', 'refused', 'unknown', ...ENDED],
  unknown: ['active', 'refused', ...ENDED],
  active: ENDED,
  refused: ['active', 'used'],
  expired: ['used'],
  cancelled: ['used'],
  removed: ['used', 'expired', 'cancelled'],
  replaced: ['used'],
  used: [],
};

export const canFollow = (from: ReservationState, to: ReservationState): boolean => TRANSITIONS[from].includes(to);

/** Those in which a station may hold an EVSE free. */
export const OPEN_STATES: readonly OpenReservationState[] = ['requested', 'unknown', 'active'];

export const isOpen = (state: ReservationState): state is OpenReservationState =>
  (OPEN_STATES as readonly ReservationState[]).includes(state);

/** Why a reservation is what it is, or what else was noted about it. */
export const RESERVATION_REASONS = {
  asked: 'an operator asked for it',
  answered: 'the station answered ReserveNow',
  'no-answer': 'the station gave no answer that tells: it may hold the reservation or not',
  'call-error': 'the station answered ReserveNow with an error',
  'not-sent': 'ReserveNow was never sent',
  'status-update': 'the station said so by ReservationStatusUpdate',
  clock: 'its time is over by the clock of TAU',
  'named-by-transaction': 'a transaction of its token, or of its group, says that it uses it',
  'token-charges': 'its token, or one of its group, charges there without naming it',
  'named-by-other-token': 'a transaction of another token says that it uses it',
  'other-token-charges': 'another token charges at the EVSE that is reserved',
  'cancel-accepted': 'the station cancelled it as it was asked',
  'cancel-rejected': 'the station would not cancel it, and still shows the EVSE as Reserved',
  'unknown-to-station': 'the station was to cancel it, and does not know it',
  'evse-reserved': 'the station shows the EVSE as Reserved',
  'evse-available': 'the station shows the EVSE as Available',
  'evse-faulted': 'the station shows the EVSE as Faulted',
  'evse-unavailable': 'the station shows the EVSE as Unavailable',
  'replaced-by-other': 'another reservation took its number and its place',
  'station-archived': 'the station left the inventory',
} as const;
export type ReservationReason = keyof typeof RESERVATION_REASONS;

export const REASON_NAMES = Object.keys(RESERVATION_REASONS) as ReservationReason[];
