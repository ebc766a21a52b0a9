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
import * as openapi_import_1 from "../../commands/dto/command.dto.js";
import * as openapi from "@nestjs/swagger";
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked, CommandRoute } from '../../commands/index.js';
import { TransactionStatusService } from './transaction-status.service.js';
const DESCRIPTION = 'TAU asks by itself where messages are missing or a transaction has fallen silent. The answer stands in `response`: ' +
    '`messagesInQueue`, and `ongoingIndicator` of a transaction. OCPP 1.6 has no such question.';
/** E14: what a station says about its transactions. */
let TransactionStatusController = class TransactionStatusController {
    service;
    constructor(service) {
        this.service = service;
    }
    askAbout(id, asked) {
        return this.service.askAbout(id, asked);
    }
    askStation(stationId, asked) {
        return this.service.askStation(stationId, asked);
    }
};
__decorate([
    Post('transactions/:id/status'),
    HttpCode(200),
    CommandRoute({
        summary: 'Ask the station whether a transaction goes on, and whether messages about it still wait there',
        description: `${DESCRIPTION} It is kept in \`completeness\` of the transaction.`,
        problems: [
            [404, '`transaction-unknown`'],
            [409, '`transaction-id-reused`: the station has given its id to a later transaction'],
        ],
    }),
    openapi.ApiResponse({ status: 200, type: openapi_import_1.CommandView }),
    __param(0, Param('id')),
    __param(1, Asked()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, Object]),
    __metadata("design:returntype", Promise)
], TransactionStatusController.prototype, "askAbout", null);
__decorate([
    Post('stations/:stationId/transaction-status'),
    HttpCode(200),
    CommandRoute({
        summary: 'Ask a station whether messages about any transaction still wait there',
        description: DESCRIPTION,
    }),
    openapi.ApiResponse({ status: 200, type: openapi_import_1.CommandView }),
    __param(0, Param('stationId')),
    __param(1, Asked()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [String, Object]),
    __metadata("design:returntype", Promise)
], TransactionStatusController.prototype, "askStation", null);
TransactionStatusController = __decorate([
    ApiTags('transactions'),
    Controller(),
    __metadata("design:paramtypes", [TransactionStatusService])
], TransactionStatusController);
export { TransactionStatusController };
//# sourceMappingURL=transaction-status.controller.js.map