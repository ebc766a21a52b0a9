import { Module } from '@nestjs/common';
import { NoticesModule } from '../../notices/index.js';
import { AvailabilityModule } from '../availability/index.js';
import { ProvisioningModule } from '../provisioning/index.js';
import { StationsModule } from '../stations/index.js';
import { MonitoringReportsController } from './monitoring-reports.controller.js';
import { MonitoringReportsHandlersV201 } from './monitoring-reports.handlers.v201.js';
import { MonitoringReportsService } from './monitoring-reports.service.js';
import { StationEventsController } from './station-events.controller.js';
import { StationEventsHandlersV201 } from './station-events.handlers.v201.js';
import { StationEventsQueries } from './station-events.queries.js';
import { StationEventsService } from './station-events.service.js';
import { StationEventsStore } from './station-events.store.js';

/** Functional block N, as far as stations tell what they monitor and what happens. */
@Module({
  imports: [AvailabilityModule, NoticesModule, ProvisioningModule, StationsModule],
  controllers: [MonitoringReportsController, StationEventsController],
  providers: [
    MonitoringReportsHandlersV201,
    MonitoringReportsService,
    StationEventsHandlersV201,
    StationEventsQueries,
    StationEventsService,
    StationEventsStore,
  ],
})
export class MonitoringModule {}
