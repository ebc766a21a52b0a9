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
import { DomainEvents } from '../../../common/domain-events.js';
import { StationClient } from '../../../ocpp/index.js';
import { StationArchived, StationChanged } from '../events.js';
/** RFC 6455: the connection breaks a rule of this server, here that the station is no longer registered. */
const POLICY_VIOLATION = 1008;
/** Lets an open connection feel at once what operators decide about its station. */
let LiveConnections = class LiveConnections {
    events;
    client;
    constructor(events, client) {
        this.events = events;
        this.client = client;
    }
    onModuleInit() {
        this.events.on(StationChanged, ({ stationUuid, settings, registrationStatus }) => {
            this.client.changeSettings(stationUuid, settings);
            if (registrationStatus)
                this.client.changeRegistration(stationUuid, registrationStatus);
        });
        this.events.on(StationArchived, ({ stationUuid }) => this.client.disconnect(stationUuid, POLICY_VIOLATION, 'the station is no longer registered'));
    }
};
LiveConnections = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DomainEvents,
        StationClient])
], LiveConnections);
export { LiveConnections };
//# sourceMappingURL=live-connections.js.map