import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { LogStatusesService } from './log-statuses.service.js';

type Messages = StationRequests['2.0' | '2.0.1'];
type Answers = StationResponses['2.0' | '2.0.1'];

/** Block N in the words of OCPP 2.x. */
@Injectable()
export class DiagnosticsHandlersV2 {
  constructor(private readonly statuses: LogStatusesService) {}

  @OcppHandler('LogStatusNotification', '2.0', '2.0.1')
  async logStatus(
    { status, requestId }: Messages['LogStatusNotification'],
    context: CallContext,
  ): Promise<Answers['LogStatusNotification']> {
    await this.statuses.report({ status, about: requestId }, context);
    return {};
  }
}
