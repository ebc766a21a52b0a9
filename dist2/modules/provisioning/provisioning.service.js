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
import { Config } from '../../config/config.js';
import { BootRecords } from '../stations/index.js';
import { withJitter } from './jitter.js';
/** Functional block B: how stations come into the network. */
let ProvisioningService = class ProvisioningService {
    boots;
    clock;
    config;
    constructor(boots, clock, config) {
        this.boots = boots;
        this.clock = clock;
        this.config = config;
    }
    /**
     * Stores what a station says about itself and gives it the operator's decision. A BootNotification
     * proves no reboot: stations send it after a change of network too, so it ends no transaction.
     * [OCPP 2.0.1 B01.FR.02, B02.FR.01, B03, B10.FR.10]
     */
    async boot(report, context) {
        const { station, receivedAt } = context;
        const decision = await this.boots.record(station.id, report, receivedAt);
        // archived meanwhile: its connection is being closed
        const status = decision?.registrationStatus ?? 'Rejected';
        context.register(status);
        const { heartbeatIntervalSeconds, pendingIntervalSeconds } = this.config.ocpp;
        const heartbeat = decision?.rules.heartbeatIntervalSeconds ?? heartbeatIntervalSeconds;
        // the jitter keeps stations that booted together from beating together
        const interval = withJitter(status === 'Accepted' ? heartbeat : pendingIntervalSeconds);
        return { status, interval, currentTime: this.clock.now() };
    }
};
ProvisioningService = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [BootRecords,
        Clock,
        Config])
], ProvisioningService);
export { ProvisioningService };
//# sourceMappingURL=provisioning.service.js.map