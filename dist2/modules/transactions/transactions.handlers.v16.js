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
import { OcppHandler, readTimestamp, } from '../../ocpp/index.js';
import { fromIdTag, toIdTagInfo } from '../authorization/index.js';
import { samplesV16 } from '../meter-values/index.js';
import { orphanStopKey, startKey, stopKey } from './natural-key.js';
import { TransactionsService } from './transactions.service.js';
// EVDisconnected, Local, Other, PowerLoss, Reboot, Remote and EmergencyStop have the same names in 2.0.1
const STOP_REASON = {
    DeAuthorized: 'DeAuthorized',
    EmergencyStop: 'EmergencyStop',
    EVDisconnected: 'EVDisconnected',
    HardReset: 'ImmediateReset',
    Local: 'Local',
    Other: 'Other',
    PowerLoss: 'PowerLoss',
    Reboot: 'Reboot',
    Remote: 'Remote',
    SoftReset: 'ImmediateReset',
    UnlockCommand: 'Other',
};
// a start comes before, a stop after everything that is ordered by its time
const FIRST = -1;
const LAST = Number.MAX_SAFE_INTEGER - 1;
/** Decimal text of a register value; Wh in 1.6. */
const wh = (value) => (value === undefined ? undefined : String(value));
/** StartTransaction and StopTransaction of OCPP 1.6. Always answered: the transaction has happened. */
let TransactionsHandlersV16 = class TransactionsHandlersV16 {
    transactions;
    constructor(transactions) {
        this.transactions = transactions;
    }
    async start(request, context) {
        const { time, substituted } = readTimestamp(request.timestamp, context.receivedAt);
        const { ocppTransactionId, decision } = await this.transactions.report({
            step: 'started',
            kind: 'StartTransaction',
            ocppTransactionId: undefined,
            naturalKey: startKey(context.originalPayload),
            seqNo: undefined,
            order: FIRST,
            time,
            stationTimestamp: request.timestamp,
            timeSubstituted: substituted,
            stops: false,
            offline: false,
            samples: [],
            evseId: request.connectorId,
            connectorId: 1,
            idToken: fromIdTag(request.idTag),
            registerWh: wh(request.meterStart),
            chargingState: undefined,
            stopReason: undefined,
            remoteStartId: undefined,
            reservationId: request.reservationId,
        }, context);
        return { transactionId: Number(ocppTransactionId), idTagInfo: toIdTagInfo(decision) };
    }
    async stop(request, context) {
        const { time, substituted } = readTimestamp(request.timestamp, context.receivedAt);
        const { decision } = await this.transactions.report({
            step: 'ended',
            kind: 'StopTransaction',
            ocppTransactionId: String(request.transactionId),
            naturalKey: stopKey(String(request.transactionId)),
            orphanKey: orphanStopKey(context.originalPayload),
            // -1 and 0 stand for an id that never reached the station
            idUnknown: request.transactionId <= 0,
            seqNo: undefined,
            order: LAST,
            time,
            stationTimestamp: request.timestamp,
            timeSubstituted: substituted,
            stops: true,
            offline: false,
            samples: samplesV16(request.transactionData, context.receivedAt),
            evseId: undefined,
            connectorId: undefined,
            idToken: request.idTag === undefined ? undefined : fromIdTag(request.idTag),
            registerWh: wh(request.meterStop),
            chargingState: undefined,
            stopReason: STOP_REASON[request.reason ?? 'Local'],
            remoteStartId: undefined,
            reservationId: undefined,
        }, context);
        return decision ? { idTagInfo: toIdTagInfo(decision) } : {};
    }
};
__decorate([
    OcppHandler('StartTransaction', '1.6'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object]),
    __metadata("design:returntype", Promise)
], TransactionsHandlersV16.prototype, "start", null);
__decorate([
    OcppHandler('StopTransaction', '1.6'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object]),
    __metadata("design:returntype", Promise)
], TransactionsHandlersV16.prototype, "stop", null);
TransactionsHandlersV16 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [TransactionsService])
], TransactionsHandlersV16);
export { TransactionsHandlersV16 };
//# sourceMappingURL=transactions.handlers.v16.js.map