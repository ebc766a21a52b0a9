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
import { MeterReports } from './meter-reports.js';
import { toSample } from './sample.js';
/** 1.6 meter values (also StopTransaction.transactionData) in neutral words. */
export function samplesV16(meterValues, receivedAt) {
    return (meterValues ?? []).flatMap(({ timestamp, sampledValue }) => {
        const { time } = readTimestamp(timestamp, receivedAt);
        return (sampledValue ?? []).map((value) => toSample(value, time));
    });
}
/** MeterValues of OCPP 1.6. */
let MeterValuesHandlersV16 = class MeterValuesHandlersV16 {
    reports;
    constructor(reports) {
        this.reports = reports;
    }
    async meterValues(request, context) {
        await this.reports.record({
            evseId: request.connectorId ?? 0,
            ocppTransactionId: request.transactionId === undefined ? undefined : String(request.transactionId),
            ordered: true,
            samples: samplesV16(request.meterValue, context.receivedAt),
        }, context);
        return {};
    }
};
__decorate([
    OcppHandler('MeterValues', '1.6'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object]),
    __metadata("design:returntype", Promise)
], MeterValuesHandlersV16.prototype, "meterValues", null);
MeterValuesHandlersV16 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [MeterReports])
], MeterValuesHandlersV16);
export { MeterValuesHandlersV16 };
//# sourceMappingURL=meter-values.handlers.v16.js.map