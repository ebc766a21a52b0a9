import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { LogStatusesService } from './log-statuses.service.js';

type Messages = StationRequests['1.6'];
type Answers = StationResponses['1.6'];

/** Block N in the words of OCPP 1.6 and its security extension. */
@Injectable()
export class DiagnosticsHandlersV16 {
  constructor(private readonly statuses: LogStatusesService) {}

  /** [OCPP 1.6 4.4] it names no request: it is about the last GetDiagnostics */
  @OcppHandler('DiagnosticsStatusNotification', '1.6')
  async diagnosticsStatus(
    { status }: Messages['DiagnosticsStatusNotification'],
    context: CallContext,
  ): Promise<Answers['DiagnosticsStatusNotification']> {
    const said = status === 'UploadFailed' ? 'UploadFailure' : status;
    await this.statuses.report({ status: said, about: 'last-diagnostics' }, context);
    return {};
  }

  @OcppHandler('LogStatusNotification', '1.6')
  async logStatus(
    { status, requestId }: Messages['LogStatusNotification'],
    context: CallContext,
  ): Promise<Answers['LogStatusNotification']> {
    await this.statuses.report({ status, about: requestId }, context);
    return {};
  }
}
