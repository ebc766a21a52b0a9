import type { ConnectorStatus } from '../stations/index.js';
import type { ReservationReason, ReservationState } from './reservation-states.js';
import type { Outcome } from './settlement.js';

/** What a station showed last of an EVSE or one of its connectors, or of itself (EVSE 0). */
export interface ShownStatus {
  readonly evseId: number;
  readonly status: ConnectorStatus;
  readonly receivedAt: Date;
}

/** A reservation as far as statuses can tell something about it. */
export interface StatusSubject {
  readonly state: ReservationState;
  readonly evseId: number | null;
  /** 1.6 has no message for the end of a reservation: there the status is all that tells. */
  readonly tellsEnds: boolean;
  readonly expiresAt: Date;
  /** When the station was asked. */
  readonly askedAt: Date;
  /** When the state began. */
  readonly since: Date;
  readonly reservedSeenAt: Date | null;
}

/** Clocks of stations that are this far ahead still end a reservation in time. */
const EARLY_MS = 60_000;

const BROKEN: Partial<Record<ConnectorStatus, ReservationReason>> = {
  Faulted: 'evse-faulted',
  Unavailable: 'evse-unavailable',
};

/** What the statuses that a station shows say about a reservation; undefined: nothing new. */
export function outcomeByStatus(reservation: StatusSubject, shown: readonly ShownStatus[]): Outcome | undefined {
  const { state, evseId, since } = reservation;
  if (state !== 'active' && state !== 'unknown') return undefined;
  const news = shown.filter(({ receivedAt }) => receivedAt >= since);
  const here = news.filter((each) => each.evseId === evseId);
  // [OCPP 1.6 ReserveNow, 2.0.1 H01.FR.16, H01.FR.17] what cannot be used is not reserved any more
  const isWhollyBroken = shown.every((each) => each.evseId !== evseId || BROKEN[each.status]);
  for (const { status } of [...news.filter((each) => each.evseId === 0), ...(isWhollyBroken ? here : [])]) {
    const reason = BROKEN[status];
    if (reason) return { to: 'removed', reason };
  }
  if (reservedSince(reservation, shown)) {
    return state === 'unknown' ? { to: 'active', reason: 'evse-reserved' } : undefined;
  }
  if (here.length === 0) return undefined;
  if (!here.every(({ status }) => status === 'Available')) return undefined;
  if (state === 'active') return endedBy(reservation, here);
  // what was shown before the station was asked says nothing
  return here.some(({ receivedAt }) => receivedAt > since) ? { to: 'refused', reason: 'evse-available' } : undefined;
}

/** When the EVSE was shown as Reserved, which many stations do before they answer; undefined where it is not. */
export const reservedSince = (
  { evseId, askedAt }: Pick<StatusSubject, 'evseId' | 'askedAt'>,
  shown: readonly ShownStatus[],
): Date | undefined =>
  shown.find((each) => each.evseId === evseId && each.status === 'Reserved' && each.receivedAt >= askedAt)?.receivedAt;

/** [OCPP 1.6] an EVSE that was shown as Reserved and is Available again is not reserved any more */
function endedBy(
  { tellsEnds, reservedSeenAt, expiresAt }: StatusSubject,
  here: readonly ShownStatus[],
): Outcome | undefined {
  if (tellsEnds || !reservedSeenAt) return undefined;
  const freedAt = Math.max(...here.map(({ receivedAt }) => receivedAt.getTime()));
  if (freedAt < reservedSeenAt.getTime()) return undefined;
  const isInTime = freedAt >= expiresAt.getTime() - EARLY_MS;
  return { to: isInTime ? 'expired' : 'removed', reason: 'evse-available' };
}
