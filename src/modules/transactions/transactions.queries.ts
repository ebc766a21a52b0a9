import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { decodeCursor, isTime, pageOf, type Page } from '../../common/pagination.js';
import { isUuid } from '../../common/uuid.js';
import { visibleTokenKeysOf } from '../authorization/index.js';
import { throughWindows } from './change-windows.js';
import { missingSeqNos, type CompletenessState } from './completeness.js';
import { correctableOf, type Correction } from './correction.js';
import { toCorrectableView } from './corrections.store.js';
import type { TransactionQuery, TransactionView } from './dto/transaction.dto.js';
import type { TransactionEventView } from './dto/transaction-event.dto.js';
import { project, type Progress } from './progress.js';
import { transactionUnknown } from './transaction-problems.js';
import { provisionalEndOf } from './transaction-rows.js';

interface Row extends Omit<
  TransactionView,
  | 'idToken'
  | 'durationSeconds'
  | 'meterStartWh'
  | 'meterStopWh'
  | 'energyWh'
  | 'completeness'
  | 'corrected'
  | 'original'
> {
  tokenValue: string | null;
  tokenType: string | null;
  meterStartWh: string | null;
  meterStopWh: string | null;
  energyWh: string | null;
  completeness: CompletenessState;
  messagesInQueue: boolean | null;
  ongoing: boolean | null;
  checkedAt: Date | null;
  provisionalEndAt: Date | null;
  correction: Correction | null;
  /** Only where something is to be read from it. */
  progress: Progress | null;
}

const SELECT = `SELECT t.id, s.station_id AS "stationId", t.evse_id AS "evseId", t.connector_id AS "connectorId",
  t.token_value AS "tokenValue", t.token_type AS "tokenType", t.ocpp_transaction_id AS "ocppTransactionId",
  t.ocpp_version AS "ocppVersion", t.state, t.started_at AS "startedAt", t.ended_at AS "endedAt",
  t.meter_start_wh AS "meterStartWh", t.meter_stop_wh AS "meterStopWh", t.energy_wh AS "energyWh",
  t.charging_state AS "chargingState", t.stop_reason AS "stopReason", t.remote_start_id AS "remoteStartId",
  t.reservation_id AS "reservationId", t.command_id AS "commandId", t.closed_by AS "closedBy", t.flags,
  t.updated_at AS "updatedAt", t.completeness, t.messages_in_queue AS "messagesInQueue", t.ongoing,
  t.status_checked_at AS "checkedAt", t.provisional_end_at AS "provisionalEndAt", t.correction,
  CASE WHEN t.completeness = 'incomplete' OR t.correction IS NOT NULL THEN t.progress END AS progress
  FROM transactions t JOIN stations s ON s.id = t.station_id`;

const EVENT = `SELECT id, kind, seq_no AS "seqNo", timestamp, station_timestamp AS "stationTimestamp",
  received_at AS "receivedAt", offline, flags, payload AS frame FROM transaction_events`;

/** A condition with a `?` for each of its values. */
type Condition = readonly [text: string, ...values: unknown[]];

/** `WHERE a AND b`, empty without conditions, and its values. */
function whereOf(conditions: readonly Condition[]): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const texts = conditions.map(([text, ...given]) => {
    let i = 0;
    return text.replace(/\?/g, () => `$${values.push(given[i++])}`);
  });
  return { where: texts.length > 0 ? `WHERE ${texts.join(' AND ')}` : '', values };
}

const latestFirst = (a: Row, b: Row): number => b.startedAt.getTime() - a.startedAt.getTime() || (a.id < b.id ? 1 : -1);

const number = (text: string | null): number | null => (text === null ? null : Number(text));

/** What operators read of transactions. */
@Injectable()
export class TransactionsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Newest start first; with `updatedSince` in the order of change. */
  async list(query: TransactionQuery): Promise<Page<TransactionView>> {
    const { limit, updatedSince } = query;
    const conditions = await this.conditionsOf(query);
    const rows = updatedSince
      ? await this.changedSince(updatedSince, query, conditions)
      : await this.started(query, conditions);
    const page = pageOf(rows, limit, (row) => [(updatedSince ? row.updatedAt : row.startedAt).toISOString(), row.id]);
    return { items: page.items.map((row) => this.toView(row)), nextCursor: page.nextCursor };
  }

  /** @throws UnknownError */
  async read(id: string): Promise<TransactionView> {
    const [row] = isUuid(id) ? await this.dataSource.query<Row[]>(`${SELECT} WHERE t.id = $1`, [id]) : [];
    if (!row) throw transactionUnknown(id);
    return this.toView(row);
  }

  events(transactionId: string, limit: number, cursor?: string): Promise<Page<TransactionEventView>> {
    return this.eventsWhere('transaction_id = $1', transactionId, limit, cursor);
  }

  /** Messages of a station that belong to no known transaction, such as a stop that was never started. */
  unmatched(stationUuid: string, limit: number, cursor?: string): Promise<Page<TransactionEventView>> {
    const condition = `station_id = $1 AND transaction_id IS NULL AND kind <> 'MeterValues'`;
    return this.eventsWhere(condition, stationUuid, limit, cursor);
  }

  private async conditionsOf(query: TransactionQuery): Promise<Condition[]> {
    const { stationId, state, completeness, from, to } = query;
    const conditions: Condition[] = [];
    if (stationId !== undefined) conditions.push(['t.station_id = ANY(?::uuid[])', await this.idsOf(stationId)]);
    if (state) conditions.push(['t.state = ?', state]);
    // as it stands in the condition of their index
    if (completeness === 'incomplete') conditions.push([`t.completeness = 'incomplete'`]);
    else if (completeness) conditions.push(['t.completeness = ?', completeness]);
    if (from) conditions.push(['t.started_at >= ?', from]);
    if (to) conditions.push(['t.started_at < ?', to]);
    return conditions;
  }

  /** Surrogate keys of the stations that have or had an identity; asked for first, so that one index gives the order. */
  private async idsOf(stationId: string): Promise<string[]> {
    const key = stationId.toLowerCase();
    const rows = await this.dataSource.query<{ id: string }[]>(`SELECT id FROM stations WHERE station_key = $1`, [key]);
    return rows.map(({ id }) => id);
  }

  private async started({ token, limit, cursor }: TransactionQuery, conditions: readonly Condition[]): Promise<Row[]> {
    const before = decodeCursor(cursor, isTime, isUuid);
    const place: Condition[] = before ? [['(t.started_at, t.id) < (?::timestamptz, ?::uuid)', ...before]] : [];
    const read = (more: Condition[]): Promise<Row[]> =>
      this.select([...conditions, ...place, ...more], 't.started_at DESC, t.id DESC', limit + 1);
    if (token === undefined) return read([]);
    // key by key: for one of them an index has the order, however much the token was used, and however long ago
    const rows: Row[] = [];
    for (const key of visibleTokenKeysOf(token)) rows.push(...(await read([['t.token_key = ?', key]])));
    return rows.sort(latestFirst).slice(0, limit + 1);
  }

  private changedSince(
    since: Date,
    { stationId, token, state, completeness, limit, cursor }: TransactionQuery,
    conditions: readonly Condition[],
  ): Promise<Row[]> {
    const after = decodeCursor(cursor, isTime, isUuid);
    const place: Condition[] = after ? [['(t.updated_at, t.id) > (?::timestamptz, ?::uuid)', ...after]] : [];
    if (token !== undefined) place.push(['t.token_key = ANY(?::text[])', visibleTokenKeysOf(token)]);
    const read = (from: Date, to: Date | undefined, most: number): Promise<Row[]> => {
      const window: Condition[] = [['t.updated_at >= ?', from], ...(to ? [['t.updated_at < ?', to] as const] : [])];
      return this.select([...conditions, ...place, ...window], 't.updated_at, t.id', most);
    };
    const from = after ? new Date(after[0]!) : since;
    // those of one station, that run, or that lack something, are few: an index finds them all at once
    const isLittle = stationId !== undefined || state === 'active' || completeness === 'incomplete';
    return isLittle ? read(from, undefined, limit + 1) : throughWindows(from, this.clock.now(), limit + 1, read);
  }

  private select(conditions: readonly Condition[], order: string, most: number): Promise<Row[]> {
    const { where, values } = whereOf(conditions);
    return this.dataSource.query<Row[]>(`${SELECT} ${where} ORDER BY ${order} LIMIT ${most}`, values);
  }

  private async eventsWhere(
    where: string,
    id: string,
    limit: number,
    cursor?: string,
  ): Promise<Page<TransactionEventView>> {
    const after = decodeCursor(cursor, isTime, isUuid);
    const rows = await this.dataSource.query<(TransactionEventView & { frame: Buffer })[]>(
      `${EVENT} WHERE ${where} ${after ? 'AND (received_at, id) > ($3::timestamptz, $4::uuid)' : ''}
       ORDER BY received_at, id LIMIT $2`,
      [id, limit + 1, ...(after ?? [])],
    );
    const page = pageOf(rows, limit, (row) => [row.receivedAt.toISOString(), row.id]);
    return {
      items: page.items.map(({ frame, ...row }) => ({ ...row, payload: payloadIn(frame), raw: frame.toString() })),
      nextCursor: page.nextCursor,
    };
  }

  private toView({ tokenValue, tokenType, ...columns }: Row): TransactionView {
    const { completeness: state, messagesInQueue, ongoing, checkedAt, correction, progress, ...rest } = columns;
    const { provisionalEndAt, ...row } = rest;
    const until = row.endedAt ?? this.clock.now();
    const seconds = Math.round((until.getTime() - row.startedAt.getTime()) / 1000);
    const isCorrected = correction !== null && Object.keys(correction.changes).length > 0;
    const told = isCorrected ? project(progress!, provisionalEndOf({ ...row, provisionalEndAt })) : undefined;
    return {
      ...row,
      completeness: {
        state,
        missingSeqNos: progress ? missingSeqNos(progress).map(([from, to]) => [from, to]) : [],
        messagesInQueue,
        ongoing,
        checkedAt,
      },
      corrected: isCorrected,
      original: told ? toCorrectableView(correctableOf(told)) : null,
      idToken: tokenValue === null ? null : { value: tokenValue, type: tokenType! },
      durationSeconds: seconds < 0 ? null : seconds,
      meterStartWh: number(row.meterStartWh),
      meterStopWh: number(row.meterStopWh),
      energyWh: number(row.energyWh),
    };
  }
}

/** The payload in the bytes of a CALL. */
function payloadIn(frame: Buffer): Record<string, unknown> | null {
  try {
    const payload = (JSON.parse(frame.toString()) as unknown[])[3];
    return typeof payload === 'object' ? (payload as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
