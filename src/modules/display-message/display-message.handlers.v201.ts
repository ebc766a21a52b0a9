import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { DisplayMessageService } from './display-message.service.js';

type Messages = StationRequests['2.0.1'];
type Answers = StationResponses['2.0.1'];

/** Block O in the words of OCPP 2.0.1. */
@Injectable()
export class DisplayMessageHandlersV201 {
  constructor(private readonly service: DisplayMessageService) {}

  @OcppHandler('NotifyDisplayMessages', '2.0.1')
  async report(
    request: Messages['NotifyDisplayMessages'],
    context: CallContext,
  ): Promise<Answers['NotifyDisplayMessages']> {
    await this.service.report(request.requestId, request, context);
    return {};
  }
}
