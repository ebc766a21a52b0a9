import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { StationEventsService } from './station-events.service.js';

/** Events in the words of OCPP 2.0.1. */
@Injectable()
export class StationEventsHandlersV201 {
  constructor(private readonly events: StationEventsService) {}

  /** [OCPP 2.0.1 G05.FR.03, N07.FR.03] the answer is empty, whatever the events are about */
  @OcppHandler('NotifyEvent', '2.0.1')
  async notify(
    { eventData, ...message }: StationRequests['2.0.1']['NotifyEvent'],
    context: CallContext,
  ): Promise<StationResponses['2.0.1']['NotifyEvent']> {
    await this.events.report(eventData, message, context);
    return {};
  }
}
