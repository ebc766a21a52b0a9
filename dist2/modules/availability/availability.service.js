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
import { Clock } from '../../common/clock.js';
import { readTimestamp } from '../../ocpp/index.js';
import { ConnectorStatuses, StationPulse } from '../stations/index.js';
/** Functional block G: what can be used, and signs of life. */
let AvailabilityService = class AvailabilityService {
    statuses;
    pulse;
    clock;
    constructor(statuses, pulse, clock) {
        this.statuses = statuses;
        this.pulse = pulse;
        this.clock = clock;
    }
    /** The time that stations set their clocks by; needs no database. [OCPP 2.0.1 G02] */
    heartbeat() {
        return this.clock.now();
    }
    /**
     * Stores a status unless a newer one is known. It is information only: no transaction starts or ends by it.
     * [OCPP 2.0.1 G01; 1.6 StatusNotification]
     */
    async reportStatus(report, { station, receivedAt }) {
        const { timestamp, ...status } = report;
        const { time, substituted } = readTimestamp(timestamp, receivedAt);
        if (!substituted)
            this.pulse.observeClock(station.id, time, receivedAt);
        await this.statuses.report({
            ...status,
            stationUuid: station.id,
            stationTimestamp: timestamp,
            // a clock that runs ahead must not shut out what comes next
            statusSince: time < receivedAt ? time : receivedAt,
            receivedAt,
        });
    }
};
AvailabilityService = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [ConnectorStatuses,
        StationPulse,
        Clock])
], AvailabilityService);
export { AvailabilityService };
//# sourceMappingURL=availability.service.js.map