import { Module } from '@nestjs/common';
import { CommandsModule } from '../../commands/index.js';
import { StationsModule } from '../stations/index.js';
import { AvailabilityEvents } from './availability-events.js';
import { AvailabilityController } from './availability.controller.js';
import { AvailabilityHandlersV16 } from './availability.handlers.v16.js';
import { AvailabilityHandlersV2 } from './availability.handlers.v2.js';
import { AvailabilityService } from './availability.service.js';

/** Functional block G: status of connectors, heartbeats, change of availability. */
@Module({
  imports: [StationsModule, CommandsModule],
  controllers: [AvailabilityController],
  providers: [AvailabilityEvents, AvailabilityHandlersV16, AvailabilityHandlersV2, AvailabilityService],
  exports: [AvailabilityEvents],
})
export class AvailabilityModule {}
