import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BULK_ROUTES } from './bulk/bulk-route.js';
import { apiKeyRevoked, toldOf } from './command-problems.js';

/** A command that waits until it can be sent. */
export interface KeptCommand {
  readonly id: string;
  readonly name: string;
  readonly remoteStartId: number | undefined;
  readonly transactionId: string | undefined;
  readonly sealedAsking: Buffer;
  readonly waitsFor: string | undefined;
}

interface Row {
  id: string;
  name: string;
  remote_start_id: number | null;
  transaction_id: string | null;
  sealed_asking: Buffer;
  waits_for: string | null;
}

const KEPT = `state = 'queued' AND expires_at IS NOT NULL`;
const ENDED = `waits_for = NULL, sealed_asking = NULL`;

const CANCEL_OF_REVOKED = `
  WITH taken AS (
    UPDATE commands c SET state = 'cancelled', error = '{"reason":"api-key-revoked"}', ${ENDED}
    FROM api_keys k
    WHERE c.state = 'queued' AND k.id = c.operator_id AND k.revoked_at IS NOT NULL
    RETURNING c.route, c.station_id
  ), told AS (
    UPDATE bulk_command_stations b SET problem = $2::json
    FROM taken t JOIN bulk_commands u ON t.route = $1::text || u.id::text
    WHERE b.bulk_command_id = u.id AND b.station_id = t.station_id
  )
  SELECT count(*)::int AS count FROM taken`;

/** The rows of commands that are kept. */
@Injectable()
export class KeptCommandStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Stations (surrogate keys) for which something is kept. */
  async stations(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT DISTINCT station_id AS id FROM commands WHERE ${KEPT}`,
    );
    return rows.map(({ id }) => id);
  }

  /** What is kept for a station, in the order in which it was asked. */
  async of(stationUuid: string): Promise<KeptCommand[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT id, name, remote_start_id, transaction_id, sealed_asking, waits_for FROM commands
       WHERE station_id = $1 AND ${KEPT} ORDER BY id`,
      [stationUuid],
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      remoteStartId: row.remote_start_id ?? undefined,
      transactionId: row.transaction_id ?? undefined,
      sealedAsking: row.sealed_asking,
      waitsFor: row.waits_for ?? undefined,
    }));
  }

  async count(stationUuid: string): Promise<number> {
    const [{ count }] = (await this.dataSource.query(
      `SELECT count(*)::int AS count FROM commands WHERE station_id = $1 AND ${KEPT}`,
      [stationUuid],
    )) as [{ count: number }];
    return count;
  }

  /** Gives up what was kept long enough. */
  async expire(now: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE commands SET state = 'timed-out', error = '{"reason":"expired"}', ${ENDED}
       WHERE ${KEPT} AND expires_at <= $1`,
      [now],
    );
  }

  /** Takes back what is kept for stations that have left the inventory. */
  async cancelOfArchived(): Promise<void> {
    await this.dataSource.query(
      `UPDATE commands c SET state = 'cancelled', error = '{"reason":"cancelled"}', ${ENDED}
       FROM stations s WHERE c.${KEPT} AND s.id = c.station_id AND s.archived_at IS NOT NULL`,
    );
  }

  /**
   * Takes back what was not sent yet of operators whose API key was revoked, by this process or another, kept or not, also
   * where it is part of a bulk command: whoever has the key must not go on by what they left behind.
   * @returns how many
   */
  async cancelOfRevoked(): Promise<number> {
    const told = JSON.stringify(toldOf(apiKeyRevoked()));
    const [{ count }] = (await this.dataSource.query(CANCEL_OF_REVOKED, [BULK_ROUTES, told])) as [{ count: number }];
    return count;
  }
}
