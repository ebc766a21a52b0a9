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
import { OcppHandler } from '../../ocpp/index.js';
import { fromIdToken, toIdTokenInfo } from '../authorization/index.js';
import { toldByEvent } from './transactions.handlers.v2.js';
import { TransactionsService } from './transactions.service.js';
/** TransactionEvent of OCPP 2.0.1. Always answered: the transaction has happened. */
let TransactionsHandlersV201 = class TransactionsHandlersV201 {
    transactions;
    constructor(transactions) {
        this.transactions = transactions;
    }
    async event(request, context) {
        const course = { ...request.transactionInfo, idToken: request.idToken && fromIdToken(request.idToken) };
        const { decision } = await this.transactions.report(toldByEvent(request, course, context), context);
        return decision ? { idTokenInfo: toIdTokenInfo(decision) } : {};
    }
};
__decorate([
    OcppHandler('TransactionEvent', '2.0.1'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object]),
    __metadata("design:returntype", Promise)
], TransactionsHandlersV201.prototype, "event", null);
TransactionsHandlersV201 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [TransactionsService])
], TransactionsHandlersV201);
export { TransactionsHandlersV201 };
//# sourceMappingURL=transactions.handlers.v201.js.map