import { Injectable } from '@nestjs/common';
import { columns } from '../../database/columns.js';
import type { Statement } from '../../database/statement.js';
import type { WriteTransaction } from '../../database/write-pool.js';
import { tokenKeyOf } from '../authorization/index.js';
import { isClosedByRule, type ClosedBy } from './closing.js';
import type { Correction } from './correction.js';
import type { Progress } from './progress.js';
import { nameOf, type TransactionMessage } from './transaction-message.js';
import type { OpenRow } from './transaction-rows.js';

interface Row {
  id: string;
  station_id: string;
  ocpp_transaction_id: string;
  generation: number;
  ocpp_version: string;
  provisional_end_at: Date | null;
  closed_by: ClosedBy | null;
  correction: Correction | null;
  revision: number;
  created_at: Date;
  updated_at: Date;
  progress: Progress;
}

const COLUMNS = `t.id, t.station_id, t.ocpp_transaction_id, t.generation, t.ocpp_version,
  t.provisional_end_at, t.closed_by, t.correction, t.revision, t.created_at, t.updated_at, t.progress`;

const toOpenRow = (row: Row): OpenRow => ({
  id: row.id,
  stationUuid: row.station_id,
  ocppTransactionId: row.ocpp_transaction_id,
  name: nameOf(row.station_id, row.ocpp_transaction_id),
  generation: row.generation,
  revision: row.revision,
  version: row.ocpp_version,
  createdAt: row.created_at,
  startedAt: row.progress.start.value.time,
  isNew: false,
  provisionalEndAt: row.provisional_end_at,
  closedBy: row.closed_by,
  correction: row.correction,
  progress: row.progress,
  updatedAt: row.updated_at,
  columns: undefined,
});

/** Open transactions under `station EVSE` or `station token`. */
export type OpenRows = Map<string, OpenRow[]>;

/** The transactions of stored events under `station key`; null for an orphan. */
export type StoredEvents = ReadonlyMap<string, OpenRow | null>;

type Pair = readonly [station: string, key: unknown];

const pairs = (type: 'text' | 'int' | 'digest') =>
  columns<Pair>({ station_id: ['uuid', ([station]) => station], key: [type, ([, key]) => key] });

const BY_NAME = pairs('text');
const BY_EVSE = pairs('int');
const BY_EVENT = pairs('digest');

const NAMED: Statement = {
  name: 'named-transactions',
  text: `SELECT ${COLUMNS} FROM (SELECT DISTINCT * FROM ${BY_NAME.unnest}) k
    JOIN transactions t ON t.station_id = k.station_id AND t.ocpp_transaction_id = k.key
    ORDER BY t.id FOR UPDATE OF t`,
};

const STORED: Statement = {
  name: 'stored-transaction-events',
  text: `SELECT e.station_id AS station, e.natural_key, ${COLUMNS}
    FROM (SELECT ${BY_EVENT.select} FROM ${BY_EVENT.unnest}) AS k(station_id, natural_key)
    JOIN transaction_events e ON e.station_id = k.station_id AND e.natural_key = k.natural_key
    LEFT JOIN transactions t ON t.id = e.transaction_id`,
};

const open = (name: string, column: string, by: typeof BY_NAME): Statement => ({
  name,
  text: `SELECT ${COLUMNS}, t.${column} AS key FROM (SELECT DISTINCT * FROM ${by.unnest}) k
    JOIN transactions t ON t.station_id = k.station_id AND t.${column} = k.key AND t.state = 'active'
    ORDER BY t.id FOR UPDATE OF t`,
});

const OPEN_ON_EVSE = open('open-transactions-on-evse', 'evse_id', BY_EVSE);
const OPEN_OF_TOKEN = open('open-transactions-of-token', 'token_key', BY_NAME);

// a start from the future, by a clock that has gone wrong, ends nothing
const overtaken = (name: string, which: string): Statement => ({
  name,
  text: `SELECT ${COLUMNS}, (
      SELECT min(n.started_at) FROM transactions n
      WHERE n.station_id = t.station_id AND n.evse_id = t.evse_id AND n.started_at > t.started_at
        AND n.started_at <= n.created_at + interval '5 minutes'
    ) AS later
    FROM (SELECT DISTINCT * FROM ${BY_EVSE.unnest}) k
    JOIN transactions t ON t.station_id = k.station_id AND t.evse_id = k.key AND ${which}
    ORDER BY t.id FOR UPDATE OF t`,
});

// two statements, for an OR would be answered from a bitmap of both indexes, which visits the entries of all
// transactions that have ended there since the last vacuum, and never marks them as dead
const OVERTAKEN = [
  overtaken('overtaken-transactions', `t.state = 'active'`),
  overtaken('overtaken-provisional-transactions', `t.state <> 'active' AND t.provisional_end_at IS NOT NULL`),
];

const BY_ID: Statement = {
  name: 'transactions-by-id',
  text: `SELECT ${COLUMNS} FROM transactions t WHERE t.id = ANY($1::uuid[]) ORDER BY t.id FOR UPDATE OF t`,
};

/** What a batch of messages has to know of the stored transactions. What it reads stays locked until the commit. */
@Injectable()
export class TransactionReader {
  /** All generations of the transactions that the messages name. */
  async named(tx: WriteTransaction, messages: TransactionMessage[]): Promise<OpenRow[]> {
    const named = messages.filter((m) => m.ocppTransactionId !== undefined);
    if (named.length === 0) return [];
    const keys = named.map((m): Pair => [m.stationUuid, m.ocppTransactionId]);
    return (await tx.run<Row>(NAMED, BY_NAME.values(keys))).map(toOpenRow);
  }

  /** The transactions with these ids, as far as there are any. */
  async byIds(tx: WriteTransaction, ids: readonly string[]): Promise<OpenRow[]> {
    return (await tx.run<Row>(BY_ID, [ids])).map(toOpenRow);
  }

  /** The transactions of events that are stored already. */
  async stored(tx: WriteTransaction, keys: readonly Pair[]): Promise<StoredEvents> {
    const rows = await tx.run<Partial<Row> & { station: string; natural_key: Buffer }>(STORED, BY_EVENT.values(keys));
    return new Map(
      rows.map((row) => [`${row.station} ${row.natural_key.toString('hex')}`, row.id ? toOpenRow(row as Row) : null]),
    );
  }

  /** What runs on the EVSEs of the messages. */
  openOnEvses(tx: WriteTransaction, messages: TransactionMessage[]): Promise<OpenRows> {
    const keys = messages.map((m): Pair => [m.stationUuid, m.evseId]);
    return this.open(tx, OPEN_ON_EVSE, keys, BY_EVSE);
  }

  /** What runs at the stations of the messages with their tokens. */
  openOfTokens(tx: WriteTransaction, messages: TransactionMessage[]): Promise<OpenRows> {
    const keys = messages.map((m): Pair => [m.stationUuid, m.idToken && tokenKeyOf(m.idToken)]);
    return this.open(tx, OPEN_OF_TOKEN, keys, BY_NAME);
  }

  /**
   * What still seems to run on these EVSEs, or was ended by a guess, although a later transaction began there before:
   * with the time of that as its provisional end.
   */
  async overtaken(tx: WriteTransaction, evses: readonly Pair[]): Promise<OpenRow[]> {
    const values = BY_EVSE.values(evses);
    const rows = await Promise.all(
      OVERTAKEN.map((statement) => tx.run<Row & { later: Date | null }>(statement, values)),
    );
    return rows.flat().flatMap(({ later, ...row }) => {
      const known = row.provisional_end_at;
      if (later === null || row.progress.end || row.closed_by === 'operator') return [];
      const isEarlier = known === null || later < known;
      // what a rule only guessed is certain now: no sign of life takes it back
      if (!isEarlier && !isClosedByRule(row.closed_by)) return [];
      return [{ ...toOpenRow(row), provisionalEndAt: isEarlier ? later : known, closedBy: 'next-transaction' }];
    });
  }

  private async open(
    tx: WriteTransaction,
    statement: Statement,
    keys: readonly Pair[],
    by: typeof BY_NAME,
  ): Promise<OpenRows> {
    const found: OpenRows = new Map();
    if (keys.length === 0) return found;
    for (const row of await tx.run<Row & { key: unknown }>(statement, by.values(keys))) {
      const key = `${row.station_id} ${String(row.key)}`;
      found.set(key, [...(found.get(key) ?? []), toOpenRow(row)]);
    }
    return found;
  }
}
