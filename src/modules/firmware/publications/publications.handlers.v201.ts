import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../../ocpp/index.js';
import { PublicationsService } from './publications.service.js';

type Messages = StationRequests['2.0.1'];
type Answers = StationResponses['2.0.1'];

/** The publication of firmware in the words of OCPP 2.0.1. */
@Injectable()
export class PublicationsHandlersV201 {
  constructor(private readonly service: PublicationsService) {}

  @OcppHandler('PublishFirmwareStatusNotification', '2.0.1')
  async published(
    request: Messages['PublishFirmwareStatusNotification'],
    context: CallContext,
  ): Promise<Answers['PublishFirmwareStatusNotification']> {
    await this.service.published(request.requestId, request, context);
    return {};
  }
}
