import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { StationClient } from './client/station-client.js';
import { LocalStationClient } from './client/station-client.service.js';
import { Dispatcher } from './dispatch/dispatcher.js';
import { OcppRegistry } from './dispatch/ocpp-registry.service.js';
import { Connections } from './transport/connections.js';
import { HandshakeService } from './transport/handshake.service.js';
import { OcppGateway } from './transport/ocpp.gateway.js';

/**
 * The protocol kernel. Needs a StationDirectory and a MessageLog from a global module: the kernel declares what it
 * needs and never imports a functional block.
 */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    Connections,
    Dispatcher,
    HandshakeService,
    OcppGateway,
    OcppRegistry,
    { provide: StationClient, useClass: LocalStationClient },
  ],
  exports: [OcppRegistry, StationClient],
})
export class OcppModule {}
