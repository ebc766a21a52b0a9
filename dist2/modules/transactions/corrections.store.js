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
import { TransactionCorrection } from './entities/transaction-correction.entity.js';
const SELECT = `SELECT c.id, c.transaction_id AS "transactionId", c.at, c.kind, c.operator_id AS "operatorId",
  c.operator_name AS "operatorName", c.reason, c.changes, c.withdraws, c.before, c.after,
  EXISTS (SELECT FROM transaction_corrections w WHERE w.transaction_id = c.transaction_id AND w.withdraws = c.id) AS withdrawn
  FROM transaction_corrections c`;
const number = (text) => (text === null ? null : Number(text));
/** Energies as numbers. */
export const toCorrectableView = (values) => ({
    ...values,
    meterStartWh: number(values.meterStartWh),
    meterStopWh: number(values.meterStopWh),
    energyWh: number(values.energyWh),
});
export const toCorrectionView = ({ transactionId: _transaction, changes: _changes, before, after, ...row }) => ({
    ...row,
    before: toCorrectableView(before),
    after: toCorrectableView(after),
});
/** The trail of what operators did to transactions. Rows are added, never changed. */
let CorrectionsStore = class CorrectionsStore {
    dataSource;
    constructor(dataSource) {
        this.dataSource = dataSource;
    }
    /** All of a transaction, oldest first. */
    of(manager, transactionId) {
        return manager.query(`${SELECT} WHERE c.transaction_id = $1 ORDER BY c.at, c.id`, [transactionId]);
    }
    async page(transactionId, limit, cursor) {
        const after = decodeCursor(cursor, isTime, isUuid);
        const rows = await this.dataSource.query(`${SELECT} WHERE c.transaction_id = $1 ${after ? 'AND (c.at, c.id) > ($3::timestamptz, $4::uuid)' : ''}
       ORDER BY c.at, c.id LIMIT $2`, [transactionId, limit + 1, ...(after ?? [])]);
        const page = pageOf(rows, limit, ({ at, id }) => [at.toISOString(), id]);
        return { items: page.items.map(toCorrectionView), nextCursor: page.nextCursor };
    }
    async add(manager, row) {
        await manager.insert(TransactionCorrection, row);
    }
};
CorrectionsStore = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource])
], CorrectionsStore);
export { CorrectionsStore };
//# sourceMappingURL=corrections.store.js.map