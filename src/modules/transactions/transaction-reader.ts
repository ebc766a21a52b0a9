import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { tokenKeyOf } from '../authorization/index.js';
import type { Progress } from './progress.js';
import type { TransactionMessage } from './transaction-message.js';
import type { OpenRow } from './transaction-rows.js';

interface Row {
  id: string;
  station_id: string;
  ocpp_transaction_id: string;
  generation: number;
  ocpp_version: string;
  provisional_end_at: Date | null;
  created_at: Date;
  updated_at: Date;
  progress: Progress;
}

const COLUMNS = `t.id, t.station_id, t.ocpp_transaction_id, t.generation, t.ocpp_version,
  t.provisional_end_at, t.created_at, t.updated_at, t.progress`;

const toOpenRow = (row: Row): OpenRow => ({
  id: row.id,
  stationUuid: row.station_id,
  ocppTransactionId: row.ocpp_transaction_id,
  generation: row.generation,
  version: row.ocpp_version,
  createdAt: row.created_at,
  isNew: false,
  provisionalEndAt: row.provisional_end_at,
  progress: row.progress,
  updatedAt: row.updated_at,
});

/** Open transactions under `station EVSE` or `station token`. */
export type OpenRows = Map<string, OpenRow[]>;

/** What a batch of messages has to know of the stored transactions. What it reads stays locked until the commit. */
@Injectable()
export class TransactionReader {
  /** All generations of the transactions that the messages name. */
  async named(manager: EntityManager, messages: TransactionMessage[]): Promise<OpenRow[]> {
    const named = messages.filter((m) => m.ocppTransactionId !== undefined);
    if (named.length === 0) return [];
    const rows = await manager.query<Row[]>(
      `SELECT ${COLUMNS}
       FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::text[]) AS u(station_id, ocpp_id)) k
       JOIN transactions t ON t.station_id = k.station_id AND t.ocpp_transaction_id = k.ocpp_id
       ORDER BY t.id FOR UPDATE OF t`,
      [named.map((m) => m.stationUuid), named.map((m) => m.ocppTransactionId)],
    );
    return rows.map(toOpenRow);
  }

  /** The transactions of the events that are stored already, by `station key`; null for an orphan. */
  async storedBefore(manager: EntityManager, keys: [string, Buffer][]): Promise<Map<string, OpenRow | null>> {
    const rows = await manager.query<(Partial<Row> & { station: string; natural_key: Buffer })[]>(
      `SELECT e.station_id AS station, e.natural_key, ${COLUMNS}
       FROM unnest($1::uuid[], $2::bytea[]) AS k(station_id, natural_key)
       JOIN transaction_events e ON e.station_id = k.station_id AND e.natural_key = k.natural_key
       LEFT JOIN transactions t ON t.id = e.transaction_id`,
      [keys.map(([station]) => station), keys.map(([, key]) => key)],
    );
    return new Map(
      rows.map((row) => [`${row.station} ${row.natural_key.toString('hex')}`, row.id ? toOpenRow(row as Row) : null]),
    );
  }

  /** What runs on the EVSEs of the messages. */
  openOnEvses(manager: EntityManager, messages: TransactionMessage[]): Promise<OpenRows> {
    return this.open(
      manager,
      'evse_id',
      'int',
      messages.map((m) => [m.stationUuid, m.evseId]),
    );
  }

  /** What runs at the stations of the messages with their tokens. */
  openOfTokens(manager: EntityManager, messages: TransactionMessage[]): Promise<OpenRows> {
    return this.open(
      manager,
      'token_key',
      'text',
      messages.map((m) => [m.stationUuid, m.idToken && tokenKeyOf(m.idToken)]),
    );
  }

  /** What still seems to run on these EVSEs although a later transaction began there, with the time of that. */
  async overtaken(manager: EntityManager, evses: unknown[][]): Promise<OpenRow[]> {
    const rows = await manager.query<(Row & { later: Date | null })[]>(
      `SELECT ${COLUMNS}, (
         SELECT min(n.started_at) FROM transactions n
         WHERE n.station_id = t.station_id AND n.evse_id = t.evse_id AND n.started_at > t.started_at
       ) AS later
       FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::int[]) AS u(station_id, evse_id)) k
       JOIN transactions t ON t.station_id = k.station_id AND t.evse_id = k.evse_id AND t.state = 'active'
       ORDER BY t.id FOR UPDATE OF t`,
      [evses.map(([station]) => station), evses.map(([, evse]) => evse)],
    );
    return rows.flatMap((row) => (row.later ? [{ ...toOpenRow(row), provisionalEndAt: row.later }] : []));
  }

  private async open(
    manager: EntityManager,
    column: 'evse_id' | 'token_key',
    type: 'int' | 'text',
    keys: unknown[][],
  ): Promise<OpenRows> {
    const found: OpenRows = new Map();
    if (keys.length === 0) return found;
    const rows = await manager.query<(Row & { key: unknown })[]>(
      `SELECT ${COLUMNS}, t.${column} AS key
       FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::${type}[]) AS u(station_id, ${column})) k
       JOIN transactions t ON t.station_id = k.station_id AND t.${column} = k.${column} AND t.state = 'active'
       ORDER BY t.id FOR UPDATE OF t`,
      [keys.map(([station]) => station), keys.map(([, key]) => key)],
    );
    for (const row of rows) {
      const key = `${row.station_id} ${String(row.key)}`;
      found.set(key, [...(found.get(key) ?? []), toOpenRow(row)]);
    }
    return found;
  }
}
