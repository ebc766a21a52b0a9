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
/** The nine statuses of 1.6 in 2.0.1 words: all that stand between plugging in and driving away are Occupied. */
const STATUSES = {
    Available: 'Available',
    Preparing: 'Occupied',
    Charging: 'Occupied',
    SuspendedEV: 'Occupied',
    SuspendedEVSE: 'Occupied',
    Finishing: 'Occupied',
    Reserved: 'Reserved',
    Unavailable: 'Unavailable',
    Faulted: 'Faulted',
};
export const toConnectorStatus = (status) => STATUSES[status];
/** Block G in the words of OCPP 1.6. */
let AvailabilityHandlersV16 = class AvailabilityHandlersV16 {
    availability;
    constructor(availability) {
        this.availability = availability;
    }
    heartbeat() {
        return { currentTime: this.availability.heartbeat().toISOString() };
    }
    /** Connector n is EVSE n with connector 1; connector 0 is the station. */
    async reportStatus({ connectorId, status, ...details }, context) {
        const where = connectorId === 0 ? { evseId: 0, connectorId: 0 } : { evseId: connectorId, connectorId: 1 };
        const report = { ...details, ...where, status: toConnectorStatus(status), reportedStatus: status };
        await this.availability.reportStatus(report, context);
        return {};
    }
};
__decorate([
    OcppHandler('Heartbeat', '1.6'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", Object)
], AvailabilityHandlersV16.prototype, "heartbeat", null);
__decorate([
    OcppHandler('StatusNotification', '1.6'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object]),
    __metadata("design:returntype", Promise)
], AvailabilityHandlersV16.prototype, "reportStatus", null);
AvailabilityHandlersV16 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [AvailabilityService])
], AvailabilityHandlersV16);
export { AvailabilityHandlersV16 };
//# sourceMappingURL=availability.handlers.v16.js.map