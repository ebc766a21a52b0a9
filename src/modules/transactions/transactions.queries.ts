import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { decodeCursor, isTime, pageOf, type Page } from '../../common/pagination.js';
import { isUuid } from '../../common/uuid.js';
import { visibleTokenKeysOf } from '../authorization/index.js';
import { missingSeqNos, type CompletenessState } from './completeness.js';
import { correctableOf, type Correction } from './correction.js';
import { toCorrectableView } from './corrections.store.js';
import type { TransactionEventView, TransactionQuery, TransactionView } from './dto/transaction.dto.js';
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
    const { limit, cursor, updatedSince } = query;
    const after = decodeCursor(cursor, isTime, isUuid);
    const values: unknown[] = [];
    const where: string[] = [];
    const add = (condition: string, ...given: unknown[]): void => {
      let i = 0;
      where.push(condition.replace(/\?/g, () => `$${values.push(given[i++])}`));
    };
    if (query.stationId !== undefined) {
      add(`t.station_id IN (SELECT id FROM stations WHERE station_key = ?)`, query.stationId.toLowerCase());
    }
    if (query.state) add(`t.state = ?`, query.state);
    // as it stands in the condition of their index
    if (query.completeness === 'incomplete') add(`t.completeness = 'incomplete'`);
    else if (query.completeness) add(`t.completeness = ?`, query.completeness);
    if (query.token !== undefined) add(`t.token_key = ANY(?::text[])`, visibleTokenKeysOf(query.token));
    if (query.from) add(`t.started_at >= ?`, query.from);
    if (query.to) add(`t.started_at < ?`, query.to);
    if (updatedSince) add(`t.updated_at >= ?`, updatedSince);
    const [order, direction, comparison] = updatedSince ? ['updated_at', '', '>'] : ['started_at', 'DESC', '<'];
    if (after) add(`(t.${order}, t.id) ${comparison} (?::timestamptz, ?::uuid)`, ...after);
    const rows = await this.dataSource.query<Row[]>(
      `${SELECT} ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
       ORDER BY t.${order} ${direction}, t.id ${direction} LIMIT $${values.push(limit + 1)}`,
      values,
    );
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
