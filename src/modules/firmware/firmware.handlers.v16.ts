import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { FirmwareStatusService } from './firmware-status.service.js';

type Messages = StationRequests['1.6'];
type Answers = StationResponses['1.6'];

/** Block L in the words of OCPP 1.6 and its security extension. */
@Injectable()
export class FirmwareHandlersV16 {
  constructor(private readonly statuses: FirmwareStatusService) {}

  @OcppHandler('FirmwareStatusNotification', '1.6')
  async status(
    { status }: Messages['FirmwareStatusNotification'],
    context: CallContext,
  ): Promise<Answers['FirmwareStatusNotification']> {
    await this.statuses.report({ status, requestId: undefined }, context);
    return {};
  }

  @OcppHandler('SignedFirmwareStatusNotification', '1.6')
  async signedStatus(
    { status, requestId }: Messages['SignedFirmwareStatusNotification'],
    context: CallContext,
  ): Promise<Answers['SignedFirmwareStatusNotification']> {
    await this.statuses.report({ status, requestId }, context);
    return {};
  }
}
