var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { StationClient } from './client/station-client.js';
import { LocalStationClient } from './client/station-client.service.js';
import { Dispatcher } from './dispatch/dispatcher.js';
import { OcppRegistry } from './dispatch/ocpp-registry.service.js';
import { AdmissionControl } from './transport/admission-control.js';
import { Connections } from './transport/connections.js';
import { HandshakeService } from './transport/handshake.service.js';
import { LineWatch } from './transport/line-watch.js';
import { OcppGateway } from './transport/ocpp.gateway.js';
/**
 * The protocol kernel. Needs a StationDirectory, a MessageLog and a Workload from global modules: the kernel declares
 * what it needs and never imports a functional block.
 */
let OcppModule = class OcppModule {
};
OcppModule = __decorate([
    Global(),
    Module({
        imports: [DiscoveryModule],
        providers: [
            AdmissionControl,
            Connections,
            Dispatcher,
            HandshakeService,
            LineWatch,
            OcppGateway,
            OcppRegistry,
            { provide: StationClient, useClass: LocalStationClient },
        ],
        exports: [OcppRegistry, StationClient],
    })
], OcppModule);
export { OcppModule };
//# sourceMappingURL=ocpp.module.js.map