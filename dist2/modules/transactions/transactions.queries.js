var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { decodeCursor, isTime, pageOf } from '../../common/pagination.js';
import { isUuid } from '../../common/uuid.js';
import { visibleTokenKeysOf } from '../authorization/index.js';
import { throughWindows } from './change-windows.js';
import { missingSeqNos } from './completeness.js';
import { correctableOf } from './correction.js';
import { toCorrectableView } from './corrections.store.js';
import { project } from './progress.js';
import { transactionUnknown } from './transaction-problems.js';
import { provisionalEndOf } from './transaction-rows.js';
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
/** `WHERE a AND b`, empty without conditions, and its values. */
function whereOf(conditions) {
    const values = [];
    const texts = conditions.map(([text, ...given]) => {
        let i = 0;
        return text.replace(/\?/g, () => `$${values.push(given[i++])}`);
    });
    return { where: texts.length > 0 ? `WHERE ${texts.join(' AND ')}` : '', values };
}
const latestFirst = (a, b) => b.startedAt.getTime() - a.startedAt.getTime() || (a.id < b.id ? 1 : -1);
const number = (text) => (text === null ? null : Number(text));
/** What operators read of transactions. */
let TransactionsQueries = class TransactionsQueries {
    dataSource;
    clock;
    constructor(dataSource, clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }
    /** Newest start first; with `updatedSince` in the order of change. */
    async list(query) {
        const { limit, updatedSince } = query;
        const conditions = await this.conditionsOf(query);
        const rows = updatedSince
            ? await this.changedSince(updatedSince, query, conditions)
            : await this.started(query, conditions);
        const page = pageOf(rows, limit, (row) => [(updatedSince ? row.updatedAt : row.startedAt).toISOString(), row.id]);
        return { items: page.items.map((row) => this.toView(row)), nextCursor: page.nextCursor };
    }
    /** @throws UnknownError */
    async read(id) {
        const [row] = isUuid(id) ? await this.dataSource.query(`${SELECT} WHERE t.id = $1`, [id]) : [];
        if (!row)
            throw transactionUnknown(id);
        return this.toView(row);
    }
    events(transactionId, limit, cursor) {
        return this.eventsWhere('transaction_id = $1', transactionId, limit, cursor);
    }
    /** Messages of a station that belong to no known transaction, such as a stop that was never started. */
    unmatched(stationUuid, limit, cursor) {
        const condition = `station_id = $1 AND transaction_id IS NULL AND kind <> 'MeterValues'`;
        return this.eventsWhere(condition, stationUuid, limit, cursor);
    }
    async conditionsOf(query) {
        const { stationId, state, completeness, from, to } = query;
        const conditions = [];
        if (stationId !== undefined)
            conditions.push(['t.station_id = ANY(?::uuid[])', await this.idsOf(stationId)]);
        if (state)
            conditions.push(['t.state = ?', state]);
        // as it stands in the condition of their index
        if (completeness === 'incomplete')
            conditions.push([`t.completeness = 'incomplete'`]);
        else if (completeness)
            conditions.push(['t.completeness = ?', completeness]);
        if (from)
            conditions.push(['t.started_at >= ?', from]);
        if (to)
            conditions.push(['t.started_at < ?', to]);
        return conditions;
    }
    /** Surrogate keys of the stations that have or had an identity; asked for first, so that one index gives the order. */
    async idsOf(stationId) {
        const key = stationId.toLowerCase();
        const rows = await this.dataSource.query(`SELECT id FROM stations WHERE station_key = $1`, [key]);
        return rows.map(({ id }) => id);
    }
    async started({ token, limit, cursor }, conditions) {
        const before = decodeCursor(cursor, isTime, isUuid);
        const place = before ? [['(t.started_at, t.id) < (?::timestamptz, ?::uuid)', ...before]] : [];
        const read = (more) => this.select([...conditions, ...place, ...more], 't.started_at DESC, t.id DESC', limit + 1);
        if (token === undefined)
            return read([]);
        // key by key: for one of them an index has the order, however much the token was used, and however long ago
        const rows = [];
        for (const key of visibleTokenKeysOf(token))
            rows.push(...(await read([['t.token_key = ?', key]])));
        return rows.sort(latestFirst).slice(0, limit + 1);
    }
    changedSince(since, { stationId, token, state, completeness, limit, cursor }, conditions) {
        const after = decodeCursor(cursor, isTime, isUuid);
        const place = after ? [['(t.updated_at, t.id) > (?::timestamptz, ?::uuid)', ...after]] : [];
        if (token !== undefined)
            place.push(['t.token_key = ANY(?::text[])', visibleTokenKeysOf(token)]);
        const read = (from, to, most) => {
            const window = [['t.updated_at >= ?', from], ...(to ? [['t.updated_at < ?', to]] : [])];
            return this.select([...conditions, ...place, ...window], 't.updated_at, t.id', most);
        };
        const from = after ? new Date(after[0]) : since;
        // those of one station, that run, or that lack something, are few: an index finds them all at once
        const isLittle = stationId !== undefined || state === 'active' || completeness === 'incomplete';
        return isLittle ? read(from, undefined, limit + 1) : throughWindows(from, this.clock.now(), limit + 1, read);
    }
    select(conditions, order, most) {
        const { where, values } = whereOf(conditions);
        return this.dataSource.query(`${SELECT} ${where} ORDER BY ${order} LIMIT ${most}`, values);
    }
    async eventsWhere(where, id, limit, cursor) {
        const after = decodeCursor(cursor, isTime, isUuid);
        const rows = await this.dataSource.query(`${EVENT} WHERE ${where} ${after ? 'AND (received_at, id) > ($3::timestamptz, $4::uuid)' : ''}
       ORDER BY received_at, id LIMIT $2`, [id, limit + 1, ...(after ?? [])]);
        const page = pageOf(rows, limit, (row) => [row.receivedAt.toISOString(), row.id]);
        return {
            items: page.items.map(({ frame, ...row }) => ({ ...row, payload: payloadIn(frame), raw: frame.toString() })),
            nextCursor: page.nextCursor,
        };
    }
    toView({ tokenValue, tokenType, ...columns }) {
        const { completeness: state, messagesInQueue, ongoing, checkedAt, correction, progress, ...rest } = columns;
        const { provisionalEndAt, ...row } = rest;
        const until = row.endedAt ?? this.clock.now();
        const seconds = Math.round((until.getTime() - row.startedAt.getTime()) / 1000);
        const isCorrected = correction !== null && Object.keys(correction.changes).length > 0;
        const told = isCorrected ? project(progress, provisionalEndOf({ ...row, provisionalEndAt })) : undefined;
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
            idToken: tokenValue === null ? null : { value: tokenValue, type: tokenType },
            durationSeconds: seconds < 0 ? null : seconds,
            meterStartWh: number(row.meterStartWh),
            meterStopWh: number(row.meterStopWh),
            energyWh: number(row.energyWh),
        };
    }
};
TransactionsQueries = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock])
], TransactionsQueries);
export { TransactionsQueries };
/** The payload in the bytes of a CALL. */
function payloadIn(frame) {
    try {
        const payload = JSON.parse(frame.toString())[3];
        return typeof payload === 'object' ? payload : null;
    }
    catch {
        return null;
    }
}
//# sourceMappingURL=transactions.queries.js.map