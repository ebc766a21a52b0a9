var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import * as openapi_import_1 from "./dto/transaction.dto.js";
import * as openapi_import_2 from "./dto/transaction-event.dto.js";
import * as openapi_import_3 from "../meter-values/dto/meter-value.dto.js";
import * as openapi from "@nestjs/swagger";
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../common/pagination.js';
import { MeterValuePage, MeterValuesQueries } from '../meter-values/index.js';
import { StationsService } from '../stations/index.js';
import { StationTransactionQuery, TransactionPage } from './dto/transaction.dto.js';
import { TransactionEventPage } from './dto/transaction-event.dto.js';
import { TransactionsQueries } from './transactions.queries.js';
/** What was charged at one station. */
let StationTransactionsController = class StationTransactionsController {
    stations;
    transactions;
    meterValues;
    constructor(stations, transactions, meterValues) {
        this.stations = stations;
        this.transactions = transactions;
        this.meterValues = meterValues;
    }
    async list(id, query) {
        const { stationId } = await this.stations.byStationId(id);
        return this.transactions.list({ ...query, stationId });
    }
    async unmatched(stationId, { limit, cursor }) {
        const { id } = await this.stations.byStationId(stationId);
        return this.transactions.unmatched(id, limit, cursor);
    }
    async outside(stationId, { limit, cursor }) {
        const { id } = await this.stations.byStationId(stationId);
        return this.meterValues.outsideTransactions(id, limit, cursor);
    }
};
__decorate([
    Get('transactions'),
    ApiOperation({ summary: 'List the transactions of a station, newest first' }),
    ApiOkResponse({ type: TransactionPage }),
    __param(0, Param('stationId')),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, StationTransactionQuery]),
    __metadata("design:returntype", Promise)
], StationTransactionsController.prototype, "list", null);
__decorate([
    Get('unmatched-events'),
    ApiOperation({ summary: 'Messages about transactions that TAU does not know, such as a stop without a start' }),
    ApiOkResponse({ type: TransactionEventPage }),
    __param(0, Param('stationId')),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, PageQuery]),
    __metadata("design:returntype", Promise)
], StationTransactionsController.prototype, "unmatched", null);
__decorate([
    Get('meter-values'),
    ApiOperation({ summary: 'What the meters of a station measured outside of any transaction' }),
    ApiOkResponse({ type: MeterValuePage }),
    __param(0, Param('stationId')),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, PageQuery]),
    __metadata("design:returntype", Promise)
], StationTransactionsController.prototype, "outside", null);
StationTransactionsController = __decorate([
    ApiTags('transactions'),
    ApiNotFoundResponse({ description: '`station-unknown`' }),
    Controller('stations/:stationId'),
    __metadata("design:paramtypes", [StationsService,
        TransactionsQueries,
        MeterValuesQueries])
], StationTransactionsController);
export { StationTransactionsController };
//# sourceMappingURL=station-transactions.controller.js.map