import type { ReservationState } from './reservation-states.js';
import { isOpen } from './reservation-states.js';
import type { Outcome } from './settlement.js';

/** A reservation as far as transactions can tell something about it. */
export interface UseSubject {
  readonly state: ReservationState;
  readonly reservationId: number;
  readonly evseId: number | null;
  readonly tokenKey: string;
  readonly groupId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** A transaction that may use it. */
export interface UsingTransaction {
  /** The number of the reservation that it names. */
  readonly reservationId: number | null;
  readonly evseId: number | null;
  readonly tokenKey: string | null;
  /** The group of its token. */
  readonly groupId: string | null;
  readonly startedAt: Date;
}

/** What many drivers have in common names nobody: all PIN codes are kept alike, and a button has none. */
const NOBODY: ReadonlySet<string> = new Set(['', 'KeyCode:****']);
const CLOCKS_DIFFER_MS = 60_000;

/** What a transaction says about a reservation; undefined: nothing. */
export function outcomeByTransaction(reservation: UseSubject, transaction: UsingTransaction): Outcome | undefined {
  const { tokenKey } = transaction;
  if (transaction.reservationId !== null) {
    if (transaction.reservationId !== reservation.reservationId) return undefined;
    // [OCPP 2.0.1 H01.FR.15, H03.FR.01] the number is told with the token that was reserved for
    const isTheirs = tokenKey === null || isOfReservation(reservation, transaction);
    return isTheirs
      ? { to: 'used', reason: 'named-by-transaction' }
      : { to: reservation.state, reason: 'named-by-other-token' };
  }
  if (!mayUse(reservation, transaction) || tokenKey === null || NOBODY.has(tokenKey)) return undefined;
  // [OCPP 2.0.1 H03.FR.09] consumed as soon as the token is presented; many 1.6 stations leave the number out
  if (isOfReservation(reservation, transaction)) return { to: 'used', reason: 'token-charges' };
  if (reservation.evseId === null || !isOpen(reservation.state)) return undefined;
  // a station that holds the EVSE free would not have let it begin
  const to = reservation.state === 'unknown' ? 'refused' : reservation.state;
  return { to, reason: 'other-token-charges' };
}

const isOfReservation = ({ tokenKey, groupId }: UseSubject, transaction: UsingTransaction): boolean =>
  transaction.tokenKey === tokenKey ||
  // [OCPP 2.0.1 H03.FR.07] any token of the group
  (groupId !== null && groupId.toLowerCase() === transaction.groupId?.toLowerCase());

/** It began where and while the reservation held; what waited offline at the station may be told much later. */
function mayUse({ state, evseId, createdAt, expiresAt }: UseSubject, transaction: UsingTransaction): boolean {
  const { startedAt } = transaction;
  const isHere = evseId === null || evseId === transaction.evseId;
  const isThen = startedAt.getTime() >= createdAt.getTime() - CLOCKS_DIFFER_MS && startedAt <= expiresAt;
  return isHere && isThen && (isOpen(state) || state === 'expired');
}
