import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { FirmwareStatusService } from './firmware-status.service.js';

type Messages = StationRequests['2.0' | '2.0.1'];
type Answers = StationResponses['2.0' | '2.0.1'];

/** Block L in the words of OCPP 2.x. */
@Injectable()
export class FirmwareHandlersV2 {
  constructor(private readonly statuses: FirmwareStatusService) {}

  @OcppHandler('FirmwareStatusNotification', '2.0', '2.0.1')
  async status(
    { status, requestId }: Messages['FirmwareStatusNotification'],
    context: CallContext,
  ): Promise<Answers['FirmwareStatusNotification']> {
    await this.statuses.report({ status, requestId }, context);
    return {};
  }
}
