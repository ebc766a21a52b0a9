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
import { CONNECTOR_STATUSES } from '../stations/index.js';
import { AvailabilityService } from './availability.service.js';
/** Where the component of an event stands in the tree; undefined for one that has no availability. */
function placeOf({ name, evse }) {
    switch (name.toLowerCase()) {
        case 'chargingstation':
            return { evseId: 0, connectorId: 0 };
        case 'evse':
            return evse && { evseId: evse.id, connectorId: 0 };
        case 'connector':
            return evse?.connectorId === undefined ? undefined : { evseId: evse.id, connectorId: evse.connectorId };
        default:
            return undefined;
    }
}
/**
 * The status that an event reports; undefined for an event about something else, which is in the message log alone.
 * Names of components, variables and values are compared without regard to letter case, as the standard defines them.
 */
export function statusIn({ component, variable, actualValue, timestamp }) {
    const place = placeOf(component);
    const status = CONNECTOR_STATUSES.find((known) => known.toLowerCase() === actualValue.toLowerCase());
    if (!place || !status || variable.name.toLowerCase() !== 'availabilitystate')
        return undefined;
    return { ...place, status, reportedStatus: actualValue, timestamp };
}
/** Block G in words that only OCPP 2.0.1 has. */
let AvailabilityHandlersV201 = class AvailabilityHandlersV201 {
    availability;
    constructor(availability) {
        this.availability = availability;
    }
    /** [OCPP 2.0.1 G05.FR.03, N07.FR.03] the answer is empty, whatever the events are about */
    async notify({ eventData }, context) {
        const reports = eventData.map(statusIn).filter((report) => report !== undefined);
        await Promise.all(reports.map((report) => this.availability.reportStatus(report, context)));
        return {};
    }
};
__decorate([
    OcppHandler('NotifyEvent', '2.0.1'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object, Object]),
    __metadata("design:returntype", Promise)
], AvailabilityHandlersV201.prototype, "notify", null);
AvailabilityHandlersV201 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [AvailabilityService])
], AvailabilityHandlersV201);
export { AvailabilityHandlersV201 };
//# sourceMappingURL=availability.handlers.v201.js.map