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
import { decodeCursor, isTime, pageOf } from '../../common/pagination.js';
import { isUuid } from '../../common/uuid.js';
import { unpackSample } from './stored-samples.js';
const isNumber = (text) => /^\d{1,9}$/.test(text);
const toLines = ({ eventId, position, samples, ...row }) => samples.map((stored, i) => {
    const sample = unpackSample(stored);
    return {
        place: [row.timestamp.toISOString(), eventId, String(position), String(i)],
        view: { ...row, ...sample, value: sample.value === null ? null : Number(sample.value) },
    };
});
/** What was measured, in the order of station time. */
let MeterValuesQueries = class MeterValuesQueries {
    dataSource;
    constructor(dataSource) {
        this.dataSource = dataSource;
    }
    ofTransaction(transactionId, limit, cursor) {
        return this.page(`transaction_id = $1`, transactionId, limit, cursor);
    }
    /** Values of the station's meters outside of any transaction. */
    outsideTransactions(stationUuid, limit, cursor) {
        return this.page(`station_id = $1 AND transaction_id IS NULL`, stationUuid, limit, cursor);
    }
    async page(where, id, limit, cursor) {
        const after = decodeCursor(cursor, isTime, isUuid, isNumber, isNumber);
        // a page may end between values that were sampled together: their row is read again for the next one
        const rows = await this.dataSource.query(`SELECT event_id AS "eventId", position, timestamp, received_at AS "receivedAt", evse_id AS "evseId", samples
       FROM meter_values WHERE ${where}
       ${after ? `AND (timestamp, event_id, position) >= ($3::timestamptz, $4::uuid, $5::int)` : ''}
       ORDER BY timestamp, event_id, position LIMIT $2`, [id, limit + 2, ...(after?.slice(0, 3) ?? [])]);
        const known = after ? Number(after[3]) + 1 : 0;
        const lines = rows.flatMap(toLines).slice(known, known + limit + 1);
        const page = pageOf(lines, limit, ({ place }) => place);
        return { items: page.items.map(({ view }) => view), nextCursor: page.nextCursor };
    }
};
MeterValuesQueries = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource])
], MeterValuesQueries);
export { MeterValuesQueries };
//# sourceMappingURL=meter-values.queries.js.map