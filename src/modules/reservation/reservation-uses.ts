import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { outcomeByTransaction, type UseSubject, type UsingTransaction } from './by-transaction.js';
import { isOpen } from './reservation-states.js';
import { ReservationStore } from './reservation.store.js';
import type { Outcome } from './settlement.js';

const DAY_MS = 24 * 60 * 60_000;

/** Where transactions are looked for that may have used reservations. */
export interface UseScope {
  /** At this station alone. */
  readonly stationUuid?: string;
  /** Of these transactions the group of the token is known, whatever is registered. */
  readonly groups?: ReadonlyMap<string, string | undefined>;
  /** Not those that were first heard of after this time. */
  readonly until?: Date;
}

interface Pair extends UseSubject {
  readonly id: string;
  readonly transactionId: string;
  readonly named: number | null;
  readonly chargesAt: number | null;
  readonly chargingKey: string | null;
  readonly chargingGroup: string | null;
  readonly startedAt: Date;
}

/**
 * Each reservation with each transaction that may use it: by its number, or by where and when it began. Those that were
 * judged before are left out, and so are those from before the reservation; what waited at the station comes late. TAU
 * gives numbers from 1 on: some stations say 0 or -1 where they use none.
 */
const PAIRS = `
  SELECT r.id, r.state, r.reservation_id AS "reservationId", r.evse_id AS "evseId", r.token_key AS "tokenKey",
    r.group_id_token ->> 'idToken' AS "groupId", r.created_at AS "createdAt", r.expires_at AS "expiresAt",
    t.id AS "transactionId", CASE WHEN t.reservation_id > 0 THEN t.reservation_id END AS named, t.evse_id AS "chargesAt", t.token_key AS "chargingKey",
    k.group_id AS "chargingGroup", t.started_at AS "startedAt"
  FROM reservations r
  JOIN transactions t ON t.station_id = r.station_id AND t.started_at >= r.created_at - interval '10 minutes'
    AND (t.reservation_id = r.reservation_id
      OR (coalesce(t.reservation_id, 0) <= 0 AND r.state IN ('requested', 'unknown', 'active', 'expired')
        AND t.started_at <= r.expires_at AND (r.evse_id IS NULL OR r.evse_id = t.evse_id)))
  LEFT JOIN id_tokens k ON k.token_key = t.token_key AND k.archived_at IS NULL
  WHERE r.transaction_id IS NULL AND (r.ended_at IS NULL OR r.ended_at > $1)
    AND ($2::uuid IS NULL OR r.station_id = $2) AND ($3::timestamptz IS NULL OR t.created_at <= $3)
    AND NOT EXISTS (SELECT FROM reservation_changes n WHERE n.reservation = r.id AND n.transaction_id = t.id)
    AND NOT EXISTS (SELECT FROM reservations u WHERE u.transaction_id = t.id)
  ORDER BY t.started_at, t.id, r.id`;

/** H03: which transactions used reservations, from what is stored of both. */
@Injectable()
export class ReservationUses {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: ReservationStore,
    private readonly clock: Clock,
  ) {}

  async look({ stationUuid, groups, until }: UseScope): Promise<void> {
    const since = new Date(this.clock.now().getTime() - DAY_MS);
    const pairs = await this.dataSource.query<Pair[]>(PAIRS, [since, stationUuid ?? null, until ?? null]);
    for (const ofOne of byTransaction(pairs)) await this.judge(ofOne, groups);
  }

  /** @param pairs all of one transaction */
  private async judge(pairs: readonly Pair[], groups: UseScope['groups']): Promise<void> {
    for (const pair of meant(pairs)) {
      const { id, transactionId } = pair;
      const known = groups?.has(transactionId) ? groups.get(transactionId) : undefined;
      const outcome = outcomeByTransaction(pair, toTransaction(pair, known ?? pair.chargingGroup));
      if (outcome) await this.store.take(id, { ...outcome, transactionId });
      // it uses one reservation at most
      if (outcome && isUse(outcome)) return;
    }
  }
}

const isUse = ({ to }: Outcome): boolean => to === 'used';

/** A number means the reservation that may hold, or the newest that had it; without one any may be meant. */
function meant(pairs: readonly Pair[]): readonly Pair[] {
  if (pairs[0]?.named === null) return pairs;
  const newestFirst = [...pairs].reverse();
  return [newestFirst.find(({ state }) => isOpen(state)) ?? newestFirst[0]!];
}

const toTransaction = (pair: Pair, groupId: string | null): UsingTransaction => ({
  reservationId: pair.named,
  evseId: pair.chargesAt,
  tokenKey: pair.chargingKey,
  groupId,
  startedAt: pair.startedAt,
});

function byTransaction(pairs: readonly Pair[]): Pair[][] {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) groups.set(pair.transactionId, [...(groups.get(pair.transactionId) ?? []), pair]);
  return [...groups.values()];
}
