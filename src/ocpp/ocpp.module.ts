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
@Global()
@Module({
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
export class OcppModule {}
