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
import { OcppHandler, readTimestamp } from '../../ocpp/index.js';
import { MeterReports } from './meter-reports.js';
import { toSample } from './sample.js';
/** Meter values of 2.0 and 2.0.1 in neutral words: the signed part differs between them and is kept as it came. */
export function samplesV2(meterValues, receivedAt) {
    return (meterValues ?? []).flatMap(({ timestamp, sampledValue }) => {
        const { time } = readTimestamp(timestamp, receivedAt);
        return (sampledValue ?? []).map((sampled) => toSample({
            value: String(sampled.value),
            unit: sampled.unitOfMeasure?.unit,
            multiplier: sampled.unitOfMeasure?.multiplier,
            measurand: sampled.measurand,
            phase: sampled.phase,
            context: sampled.context,
            location: sampled.location,
            signed: sampled.signedMeterValue && { ...sampled.signedMeterValue },
        }, time));
    });
}
/** MeterValues of OCPP 2.x. */
let MeterValuesHandlersV2 = class MeterValuesHandlersV2 {
    reports;
    constructor(reports) {
        this.reports = reports;
    }
    async meterValues(request, context) {
        await this.reports.record({
            evseId: request.evseId ?? 0,
            ocppTransactionId: undefined,
            // TransactionEvent bills; clock-aligned values beside it may come from another meter
            ordered: false,
            samples: samplesV2(request.meterValue, context.receivedAt),
        }, context);
        return {};
    }
};
__decorate([
    OcppHandler('MeterValues', '2.0', '2.0.1'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object]),
    __metadata("design:returntype", Promise)
], MeterValuesHandlersV2.prototype, "meterValues", null);
MeterValuesHandlersV2 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [MeterReports])
], MeterValuesHandlersV2);
export { MeterValuesHandlersV2 };
//# sourceMappingURL=meter-values.handlers.v2.js.map