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
import * as openapi_import_2 from "./dto/correction.dto.js";
import * as openapi from "@nestjs/swagger";
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiConflictResponse, ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags, } from '@nestjs/swagger';
import { PageQuery } from '../../common/pagination.js';
import { CurrentOperator } from '../../operators/index.js';
import { CorrectionsService } from './corrections.service.js';
import { CloseTransaction, CorrectionPage, CorrectionView, CorrectTransaction, Reasoned, } from './dto/correction.dto.js';
import { TransactionView } from './dto/transaction.dto.js';
import { TransactionsQueries } from './transactions.queries.js';
/** Operators close and correct transactions, on record. */
let TransactionCorrectionsController = class TransactionCorrectionsController {
    service;
    transactions;
    constructor(service, transactions) {
        this.service = service;
        this.transactions = transactions;
    }
    async close(id, end, operator) {
        await this.service.close(id, end, operator);
        return this.transactions.read(id);
    }
    correct(id, correction, operator) {
        return this.service.correct(id, correction, operator);
    }
    async list(id, { limit, cursor }) {
        await this.transactions.read(id);
        return this.service.list(id, limit, cursor);
    }
    withdraw(id, correctionId, { reason }, operator) {
        return this.service.withdraw(id, correctionId, reason, operator);
    }
};
__decorate([
    Post('close'),
    HttpCode(200),
    ApiOperation({
        summary: 'Close a transaction whose end is lost',
        description: 'Nothing is asked of the station: see `/stop` for that. Without `endedAt` and `meterStopWh` it is closed at its ' +
            "last meter value, and the transaction's own end counts if it comes after all.",
    }),
    ApiOkResponse({ type: TransactionView }),
    ApiBadRequestResponse({ description: '`validation-failed`: e.g. no reason, or an end before the start' }),
    ApiConflictResponse({ description: '`transaction-ended`' }),
    __param(0, Param('id')),
    __param(1, Body()),
    __param(2, CurrentOperator()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, CloseTransaction, Object]),
    __metadata("design:returntype", Promise)
], TransactionCorrectionsController.prototype, "close", null);
__decorate([
    Post('corrections'),
    ApiOperation({
        summary: 'Correct a transaction',
        description: 'Other values count than the station told; what it told stays readable as `original`. A correction outlives ' +
            'later messages of the station: where these tell something else than when it was made, the transaction is ' +
            'flagged `changed-after-correction`, until it is corrected again or the correction is withdrawn.',
    }),
    ApiCreatedResponse({ type: CorrectionView }),
    ApiBadRequestResponse({ description: '`validation-failed`: e.g. no reason, no value, negative energy' }),
    ApiConflictResponse({ description: '`transaction-active`: it has no end yet that could be corrected' }),
    __param(0, Param('id')),
    __param(1, Body()),
    __param(2, CurrentOperator()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, CorrectTransaction, Object]),
    __metadata("design:returntype", Promise)
], TransactionCorrectionsController.prototype, "correct", null);
__decorate([
    Get('corrections'),
    ApiOperation({ summary: 'What operators did to a transaction, by whom and why, oldest first' }),
    ApiOkResponse({ type: CorrectionPage }),
    __param(0, Param('id')),
    __param(1, Query()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, PageQuery]),
    __metadata("design:returntype", Promise)
], TransactionCorrectionsController.prototype, "list", null);
__decorate([
    Post('corrections/:correctionId/withdraw'),
    ApiOperation({
        summary: 'Withdraw a correction or a closing',
        description: 'It stays on record. A transaction whose closing is withdrawn runs again, unless its own end has come.',
    }),
    ApiCreatedResponse({ type: CorrectionView, description: 'The withdrawal' }),
    ApiNotFoundResponse({ description: '`transaction-unknown`, `correction-unknown`' }),
    ApiConflictResponse({ description: '`correction-withdrawn` already, or `withdrawal-final`: a withdrawal itself' }),
    __param(0, Param('id')),
    __param(1, Param('correctionId')),
    __param(2, Body()),
    __param(3, CurrentOperator()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, String, Reasoned, Object]),
    __metadata("design:returntype", Promise)
], TransactionCorrectionsController.prototype, "withdraw", null);
TransactionCorrectionsController = __decorate([
    ApiTags('transactions'),
    ApiNotFoundResponse({ description: '`transaction-unknown`' }),
    Controller('transactions/:id'),
    __metadata("design:paramtypes", [CorrectionsService,
        TransactionsQueries])
], TransactionCorrectionsController);
export { TransactionCorrectionsController };
//# sourceMappingURL=transaction-corrections.controller.js.map