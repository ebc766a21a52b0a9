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
/** What stations have begun lately. */
let StartedTransactions = class StartedTransactions {
    dataSource;
    constructor(dataSource) {
        this.dataSource = dataSource;
    }
    /** The transactions of a station that were first heard of since then, oldest first. */
    since(stationUuid, since) {
        return this.dataSource.query(`SELECT id, remote_start_id AS "remoteStartId", token_key AS "tokenKey", evse_id AS "evseId",
         created_at AS "receivedAt", command_id AS "commandId"
       FROM transactions WHERE station_id = $1 AND created_at >= $2 ORDER BY created_at`, [stationUuid, since]);
    }
};
StartedTransactions = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource])
], StartedTransactions);
export { StartedTransactions };
//# sourceMappingURL=started-transactions.js.map