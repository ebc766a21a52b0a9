import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { MoreThan, Repository, type EntityManager } from 'typeorm';
import { BulkCommand } from '../entities/bulk-command.entity.js';
import { keysKeptSince } from '../idempotency-keys.js';

/** A station whose turn in a bulk command has come. */
export interface BulkTurn {
  readonly position: number;
  readonly stationUuid: string;
  readonly stationId: string;
}

/** What came of asking one station. */
export interface BulkOutcome {
  readonly state: 'asked' | 'refused';
  readonly commandId?: string;
  readonly problem?: Record<string, unknown>;
}

const INSERT = `
  INSERT INTO bulk_commands (id, state, note, filter, method, path, sealed_request, when_offline, ttl_seconds,
    concurrency, operator_id, operator_name, idempotency_key, body_hash, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  ON CONFLICT (operator_id, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING RETURNING id`;

const FREE_KEY = `
  UPDATE bulk_commands SET idempotency_key = NULL
  WHERE operator_id = $1 AND idempotency_key = $2 AND created_at <= $3`;

const ADD_STATIONS = `
  INSERT INTO bulk_command_stations (bulk_command_id, position, station_id, state)
  SELECT $1, position, id, 'pending' FROM unnest($2::uuid[]) WITH ORDINALITY AS t(id, position)`;

// one station at a time for whoever asks: of two processes neither waits for the other, and neither takes the same
const TAKE = `
  WITH next AS (
    SELECT b.position FROM bulk_command_stations b JOIN stations s ON s.id = b.station_id
    WHERE b.bulk_command_id = $1 AND b.state = 'pending' AND (NOT $3 OR s.connection_epoch IS NOT NULL)
    ORDER BY b.position LIMIT $2 FOR UPDATE OF b SKIP LOCKED
  ), taken AS (
    UPDATE bulk_command_stations b SET state = 'asking' FROM next
    WHERE b.bulk_command_id = $1 AND b.position = next.position
    RETURNING b.position, b.station_id
  )
  SELECT t.position, t.station_id AS "stationUuid", s.station_id AS "stationId"
  FROM taken t JOIN stations s ON s.id = t.station_id ORDER BY t.position`;

// of one that was cancelled meanwhile no station is asked any more
const GIVE_BACK = `
  UPDATE bulk_command_stations b
  SET state = CASE WHEN EXISTS (SELECT FROM bulk_commands WHERE id = b.bulk_command_id AND state = 'running')
              THEN 'pending' ELSE 'cancelled' END
  WHERE b.state = 'asking'`;

// one that a process took before it died may have been asked: then its command says how far it came
const GIVE_UP = `
  UPDATE bulk_command_stations b
  SET state = CASE WHEN c.id IS NULL THEN 'cancelled' ELSE 'asked' END, command_id = c.id,
    problem = CASE WHEN c.id IS NULL THEN $3::json ELSE b.problem END
  FROM bulk_command_stations p JOIN bulk_commands u ON u.id = p.bulk_command_id
    LEFT JOIN commands c ON c.operator_id = u.operator_id AND c.route = $2 AND c.idempotency_key = p.station_id::text
  WHERE p.bulk_command_id = $1 AND p.state = 'pending'
    AND b.bulk_command_id = p.bulk_command_id AND b.position = p.position AND b.state = 'pending'`;

const FINISH = `
  UPDATE bulk_commands SET finished_at = $2, sealed_request = NULL,
    state = CASE WHEN EXISTS (SELECT 1 FROM bulk_command_stations WHERE bulk_command_id = $1 AND state = 'cancelled')
            THEN 'cancelled' ELSE 'done' END
  WHERE id = $1 AND state = 'running'
    AND NOT EXISTS (SELECT 1 FROM bulk_command_stations WHERE bulk_command_id = $1 AND state IN ('pending', 'asking'))`;

/** The rows of bulk commands and their stations. */
@Injectable()
export class BulkCommandStore {
  constructor(@InjectRepository(BulkCommand) private readonly bulks: Repository<BulkCommand>) {}

  /** False where its `Idempotency-Key` is taken. A key older than 24 hours is free again. */
  insert(bulk: BulkCommand, stationUuids: readonly string[]): Promise<boolean> {
    return this.bulks.manager.transaction(async (manager: EntityManager) => {
      if (bulk.idempotencyKey !== null) {
        await manager.query(FREE_KEY, [bulk.operatorId, bulk.idempotencyKey, keysKeptSince(bulk.createdAt)]);
      }
      const inserted: unknown[] = await manager.query(INSERT, [
        bulk.id,
        bulk.state,
        bulk.note,
        JSON.stringify(bulk.filter),
        bulk.method,
        bulk.path,
        bulk.sealedRequest,
        bulk.whenOffline,
        bulk.ttlSeconds,
        bulk.concurrency,
        bulk.operatorId,
        bulk.operatorName,
        bulk.idempotencyKey,
        bulk.bodyHash,
        bulk.createdAt,
      ]);
      if (inserted.length === 0) return false;
      await manager.query(ADD_STATIONS, [bulk.id, [...stationUuids]]);
      return true;
    });
  }

  /** The bulk command that was begun with the same key in the last 24 hours. */
  earlier(operatorId: string, idempotencyKey: string, now: Date): Promise<BulkCommand | null> {
    return this.bulks.findOneBy({ operatorId, idempotencyKey, createdAt: MoreThan(keysKeptSince(now)) });
  }

  /** Oldest first, with what is asked. */
  running(): Promise<BulkCommand[]> {
    return this.bulks
      .createQueryBuilder('bulk')
      .addSelect('bulk.sealedRequest')
      .where(`bulk.state = 'running'`)
      .orderBy('bulk.id')
      .getMany();
  }

  /** Stations that a process took and did not come to an end with; asked again, each is recognised by its key. */
  async giveBack(): Promise<void> {
    await this.bulks.query(GIVE_BACK);
  }

  async giveBackOne(id: string, position: number): Promise<void> {
    await this.bulks.query(`${GIVE_BACK} AND bulk_command_id = $1 AND position = $2`, [id, position]);
  }

  /** @param connectedOnly the others are left for later */
  take(id: string, count: number, connectedOnly: boolean): Promise<BulkTurn[]> {
    return this.bulks.query(TAKE, [id, count, connectedOnly]);
  }

  async record(id: string, position: number, { state, commandId, problem }: BulkOutcome): Promise<void> {
    await this.bulks.query(
      // why it was taken back may have been noted already
      `UPDATE bulk_command_stations SET state = $3, command_id = $4, problem = COALESCE($5::json, problem)
       WHERE bulk_command_id = $1 AND position = $2`,
      [id, position, state, commandId ?? null, problem ? JSON.stringify(problem) : null],
    );
  }

  /** Whoever has not been asked is not asked any more, for this reason. Those that are being asked come to their end. */
  async giveUp(id: string, route: string, problem: BulkOutcome['problem']): Promise<void> {
    await this.bulks.query(GIVE_UP, [id, route, JSON.stringify(problem)]);
  }

  /** Done, where no station is left; cancelled, where some were given up. */
  async finish(id: string, now: Date): Promise<void> {
    await this.bulks.query(FINISH, [id, now]);
  }

  /** No further station is asked, and what of it still waits to be sent is taken back. False where it has ended. */
  cancel(id: string, route: string, now: Date): Promise<boolean> {
    return this.bulks.manager.transaction(async (manager) => {
      const [, ended]: [unknown, number] = await manager.query(
        `UPDATE bulk_commands SET state = 'cancelled', finished_at = $2, sealed_request = NULL
         WHERE id = $1 AND state = 'running'`,
        [id, now],
      );
      if (ended > 0) {
        await manager.query(
          `UPDATE bulk_command_stations SET state = 'cancelled' WHERE bulk_command_id = $1 AND state = 'pending'`,
          [id],
        );
      }
      const [, taken]: [unknown, number] = await manager.query(
        `UPDATE commands SET state = 'cancelled', error = '{"reason":"cancelled"}', waits_for = NULL, sealed_asking = NULL
         WHERE operator_id = (SELECT operator_id FROM bulk_commands WHERE id = $1) AND route = $2 AND state = 'queued'`,
        [id, route],
      );
      return ended > 0 || taken > 0;
    });
  }
}
