import type { CommandView } from '../../commands/index.js';
import type { ReservationReason, ReservationState } from './reservation-states.js';

/** What a command says about its reservation. */
export interface Outcome {
  readonly to: ReservationState;
  readonly reason: ReservationReason;
}

type Asked = Pick<CommandView, 'state' | 'status' | 'sentAt' | 'error'>;

/** What became of a reservation by its ReserveNow; undefined while that may still be answered. */
export function outcomeOfReserve({ state, status, sentAt, error }: Asked): Outcome | undefined {
  if (state === 'queued' || state === 'sent') return undefined;
  if (state === 'answered') return { to: status === 'Accepted' ? 'active' : 'refused', reason: 'answered' };
  if (error?.['reason'] === 'call-error') return { to: 'refused', reason: 'call-error' };
  // kept for its station, and given up before that was back
  const isExpired = error?.['reason'] === 'expired';
  // a process that died between the sending and the note of it leaves no time
  return sentAt || (state === 'timed-out' && !isExpired)
    ? { to: 'unknown', reason: 'no-answer' }
    : { to: 'refused', reason: 'not-sent' };
}

/**
 * What a CancelReservation that was answered says. A station rejects what it does not know; one that shows the EVSE as
 * Reserved all the same does hold it.
 */
export function outcomeOfCancel(
  status: string | null | undefined,
  reservation: { readonly state: ReservationState; readonly shownAsReserved: boolean },
): Outcome | undefined {
  if (status === 'Accepted') return { to: 'cancelled', reason: 'cancel-accepted' };
  if (status !== 'Rejected') return undefined;
  const { state, shownAsReserved } = reservation;
  if (shownAsReserved) return { to: state, reason: 'cancel-rejected' };
  // [OCPP 1.6 CancelReservation, 2.0.1 H02.FR.01] rejected is what the station has no reservation for
  return { to: state === 'active' ? 'removed' : 'refused', reason: 'unknown-to-station' };
}
