import { Module } from '@nestjs/common';
import { NoticesModule } from '../../notices/index.js';
import { MonitoringReportsController } from './monitoring-reports.controller.js';
import { MonitoringReportsHandlersV201 } from './monitoring-reports.handlers.v201.js';
import { MonitoringReportsService } from './monitoring-reports.service.js';

/** Functional block N, as far as stations tell what they monitor. */
@Module({
  imports: [NoticesModule],
  controllers: [MonitoringReportsController],
  providers: [MonitoringReportsHandlersV201, MonitoringReportsService],
})
export class MonitoringModule {}
