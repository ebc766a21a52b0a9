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
import { AvailabilityService } from './availability.service.js';
/** Block G in the words of OCPP 2.x. */
let AvailabilityHandlersV2 = class AvailabilityHandlersV2 {
    availability;
    constructor(availability) {
        this.availability = availability;
    }
    heartbeat() {
        return { currentTime: this.availability.heartbeat().toISOString() };
    }
    async reportStatus({ evseId, connectorId, connectorStatus, timestamp }, context) {
        const report = { evseId, connectorId, status: connectorStatus, reportedStatus: connectorStatus, timestamp };
        await this.availability.reportStatus(report, context);
        return {};
    }
};
__decorate([
    OcppHandler('Heartbeat', '2.0', '2.0.1'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", Object)
], AvailabilityHandlersV2.prototype, "heartbeat", null);
__decorate([
    OcppHandler('StatusNotification', '2.0', '2.0.1'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object]),
    __metadata("design:returntype", Promise)
], AvailabilityHandlersV2.prototype, "reportStatus", null);
AvailabilityHandlersV2 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [AvailabilityService])
], AvailabilityHandlersV2);
export { AvailabilityHandlersV2 };
//# sourceMappingURL=availability.handlers.v2.js.map