import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { outcomeByStatus, reservedSince, type ShownStatus } from './by-status.js';
import type { Reservation } from './entities/reservation.entity.js';
import { ReservationStore } from './reservation.store.js';

interface Row extends ShownStatus {
  readonly stationUuid: string;
}

/** What the statuses that stations show, as they are stored, say about reservations. */
@Injectable()
export class ReservationStatuses {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: ReservationStore,
  ) {}

  /** Looks at the open reservations of one station, or of all. */
  async look(stationUuid?: string): Promise<void> {
    const open = await this.store.open(stationUuid);
    if (open.length === 0) return;
    const shown = await this.shownAt([...new Set(open.map(({ stationId }) => stationId))]);
    const asked = await this.askedAt(open.map(({ commandId }) => commandId));
    for (const row of open) {
      const here = shown.filter((each) => each.stationUuid === row.stationId);
      await this.judge(row, asked.get(row.commandId) ?? row.createdAt, here);
    }
  }

  private async judge(reservation: Reservation, askedAt: Date, shown: readonly ShownStatus[]): Promise<void> {
    const { id, state, evseId, expiresAt, activeAt, updatedAt, ocppVersion } = reservation;
    const since = (state === 'active' ? activeAt : null) ?? updatedAt;
    const reservedAt = reservedSince({ evseId, askedAt }, shown);
    const reservedSeenAt = reservation.reservedSeenAt ?? reservedAt ?? null;
    if (reservedAt && !reservation.reservedSeenAt) await this.store.seenReserved(id, reservedAt);
    const subject = { state, evseId, expiresAt, askedAt, since, tellsEnds: ocppVersion !== '1.6', reservedSeenAt };
    const outcome = outcomeByStatus(subject, shown);
    if (outcome) await this.store.take(id, outcome);
  }

  /** When each command was sent, as far as it was. */
  private async askedAt(commandIds: readonly string[]): Promise<Map<string, Date>> {
    const rows = await this.dataSource.query<{ id: string; sentAt: Date }[]>(
      `SELECT id, sent_at AS "sentAt" FROM commands WHERE id = ANY($1::uuid[]) AND sent_at IS NOT NULL`,
      [commandIds],
    );
    return new Map(rows.map(({ id, sentAt }) => [id, sentAt]));
  }

  private shownAt(stationUuids: readonly string[]): Promise<Row[]> {
    return this.dataSource.query<Row[]>(
      `SELECT station_id AS "stationUuid", evse_id AS "evseId", status, received_at AS "receivedAt"
       FROM connectors WHERE station_id = ANY($1::uuid[])`,
      [stationUuids],
    );
  }
}
