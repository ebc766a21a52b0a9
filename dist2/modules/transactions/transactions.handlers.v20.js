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
import { fromIdTokenV20, toIdTokenInfoV20 } from '../authorization/index.js';
import { toldByEvent } from './transactions.handlers.v2.js';
import { TransactionsService } from './transactions.service.js';
/** TransactionEvent of OCPP 2.0 (2018): transactionData {id} instead of transactionInfo {transactionId}. */
let TransactionsHandlersV20 = class TransactionsHandlersV20 {
    transactions;
    constructor(transactions) {
        this.transactions = transactions;
    }
    async event(request, context) {
        const { id, chargingState, stoppedReason, remoteStartId } = request.transactionData;
        const course = {
            transactionId: id,
            chargingState: toChargingState(chargingState),
            stoppedReason: toStoppedReason(stoppedReason),
            remoteStartId,
            idToken: request.idToken && fromIdTokenV20(request.idToken),
        };
        const { decision } = await this.transactions.report(toldByEvent(request, course, context), context);
        return decision ? { idTokenInfo: toIdTokenInfoV20(decision) } : {};
    }
};
__decorate([
    OcppHandler('TransactionEvent', '2.0'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object]),
    __metadata("design:returntype", Promise)
], TransactionsHandlersV20.prototype, "event", null);
TransactionsHandlersV20 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [TransactionsService])
], TransactionsHandlersV20);
export { TransactionsHandlersV20 };
const toChargingState = (state) => (state === 'EVDetected' ? 'EVConnected' : state);
/** The one reason that 2.0.1 no longer has counts as Other; the frame keeps the word. */
const toStoppedReason = (reason) => (reason === 'UnlockCommand' ? 'Other' : reason);
//# sourceMappingURL=transactions.handlers.v20.js.map