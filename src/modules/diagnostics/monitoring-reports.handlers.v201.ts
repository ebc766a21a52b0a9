import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { MonitoringReportsService } from './monitoring-reports.service.js';

type Messages = StationRequests['2.0.1'];
type Answers = StationResponses['2.0.1'];

/** Block N in the words of OCPP 2.0.1. */
@Injectable()
export class MonitoringReportsHandlersV201 {
  constructor(private readonly service: MonitoringReportsService) {}

  @OcppHandler('NotifyMonitoringReport', '2.0.1')
  async report(
    request: Messages['NotifyMonitoringReport'],
    context: CallContext,
  ): Promise<Answers['NotifyMonitoringReport']> {
    await this.service.report(request, request, context);
    return {};
  }
}
