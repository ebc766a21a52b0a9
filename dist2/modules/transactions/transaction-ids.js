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
const BLOCK = 256;
const RANGE = 0x7fffffff;
// odd, so that multiplying by it visits every number of 31 bits once before one comes again
const STRIDE = 0x3c6ef372 | 1;
/** The transaction id that belongs to a number of the sequence: positive, 31 bits, without telling how many there are. */
export const scatter = (n) => Math.imul(n, STRIDE) & RANGE;
/**
 * Transaction ids for OCPP 1.6, where the CSMS gives them: unique over all stations, positive 32-bit integers. They
 * grant nothing: every id from a station is looked up together with that station.
 */
let TransactionIds = class TransactionIds {
    dataSource;
    block = [];
    constructor(dataSource) {
        this.dataSource = dataSource;
    }
    /**
     * Takes `count` ids; a block at a time comes from the sequence, what is left after a restart is skipped.
     */
    async take(count) {
        while (this.block.length < count) {
            const rows = await this.dataSource.query(`SELECT nextval('ocpp16_transaction_ids') AS n FROM generate_series(1, $1)`, [Math.max(BLOCK, count)]);
            this.block.push(...rows.map(({ n }) => scatter(Number(n))).filter((id) => id > 0));
        }
        return this.block.splice(0, count);
    }
};
TransactionIds = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource])
], TransactionIds);
export { TransactionIds };
//# sourceMappingURL=transaction-ids.js.map