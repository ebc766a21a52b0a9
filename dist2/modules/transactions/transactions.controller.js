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
import * as openapi_import_2 from "../meter-values/dto/meter-value.dto.js";
import * as openapi_import_3 from "./dto/transaction-event.dto.js";
import * as openapi from "@nestjs/swagger";
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { everyRow, sendCsv } from '../../common/csv.js';
import { PageQuery } from '../../common/pagination.js';
import { MeterValuePage, MeterValuesQueries } from '../meter-values/index.js';
import { TransactionPage, TransactionQuery, TransactionView } from './dto/transaction.dto.js';
import { TransactionEventPage } from './dto/transaction-event.dto.js';
import { EXPORTED_METER_VALUE, EXPORTED_TRANSACTION, toExported } from './export.js';
import { TransactionsQueries } from './transactions.queries.js';
const CSV = 'text/csv';
const asked = (request) => request.accepts(['application/json', CSV]) === CSV;
const pageOrCsv = (page) => ({
    content: {
        'application/json': { schema: { $ref: getSchemaPath(page) } },
        [CSV]: { schema: { type: 'string' } },
    },
});
/** What was charged. */
let TransactionsController = class TransactionsController {
    transactions;
    meterValues;
    constructor(transactions, meterValues) {
        this.transactions = transactions;
        this.meterValues = meterValues;
    }
    async list(query, request, response) {
        if (!asked(request))
            return this.transactions.list(query);
        const rows = everyRow(async (cursor) => {
            const page = await this.transactions.list({ ...query, limit: 500, cursor });
            return { ...page, items: page.items.map(toExported) };
        });
        await sendCsv(response, 'transactions', EXPORTED_TRANSACTION, rows);
        return undefined;
    }
    read(id) {
        return this.transactions.read(id);
    }
    async readMeterValues(id, { limit, cursor }, request, response) {
        await this.transactions.read(id);
        if (!asked(request))
            return this.meterValues.ofTransaction(id, limit, cursor);
        const rows = everyRow((from) => this.meterValues.ofTransaction(id, 500, from));
        await sendCsv(response, `meter-values-${id}`, EXPORTED_METER_VALUE, rows);
        return undefined;
    }
    async events(id, { limit, cursor }) {
        await this.transactions.read(id);
        return this.transactions.events(id, limit, cursor);
    }
};
__decorate([
    Get(),
    ApiOperation({ summary: 'List transactions, newest first; as CSV of all that match with Accept: text/csv' }),
    ApiProduces('application/json', CSV),
    ApiOkResponse(pageOrCsv(TransactionPage)),
    __param(0, Query()),
    __param(1, Req()),
    __param(2, Res({ passthrough: true })),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [TransactionQuery, Object, Object]),
    __metadata("design:returntype", Promise)
], TransactionsController.prototype, "list", null);
__decorate([
    Get(':id'),
    ApiOperation({ summary: 'Read a transaction' }),
    ApiOkResponse({ type: TransactionView }),
    ApiNotFoundResponse({ description: '`transaction-unknown`' }),
    __param(0, Param('id')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String]),
    __metadata("design:returntype", Promise)
], TransactionsController.prototype, "read", null);
__decorate([
    Get(':id/meter-values'),
    ApiOperation({ summary: 'What was measured during a transaction; as CSV with Accept: text/csv' }),
    ApiProduces('application/json', CSV),
    ApiOkResponse(pageOrCsv(MeterValuePage)),
    ApiNotFoundResponse({ description: '`transaction-unknown`' }),
    __param(0, Param('id')),
    __param(1, Query()),
    __param(2, Req()),
    __param(3, Res({ passthrough: true })),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, PageQuery, Object, Object]),
    __metadata("design:returntype", Promise)
], TransactionsController.prototype, "readMeterValues", null);
__decorate([
    Get(':id/events'),
    ApiOperation({ summary: 'The messages that a transaction was made from, as the station sent them' }),
    ApiOkResponse({ type: TransactionEventPage }),
    ApiNotFoundResponse({ description: '`transaction-unknown`' }),
    __param(0, Param('id')),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, PageQuery]),
    __metadata("design:returntype", Promise)
], TransactionsController.prototype, "events", null);
TransactionsController = __decorate([
    ApiTags('transactions'),
    Controller('transactions'),
    __metadata("design:paramtypes", [TransactionsQueries,
        MeterValuesQueries])
], TransactionsController);
export { TransactionsController };
//# sourceMappingURL=transactions.controller.js.map