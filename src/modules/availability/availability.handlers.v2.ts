import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { AvailabilityService } from './availability.service.js';

type Messages = StationRequests['2.0' | '2.0.1'];
type Answers = StationResponses['2.0' | '2.0.1'];

/** Block G in the words of OCPP 2.x. */
@Injectable()
export class AvailabilityHandlersV2 {
  constructor(private readonly availability: AvailabilityService) {}

  @OcppHandler('Heartbeat', '2.0', '2.0.1')
  heartbeat(): Answers['Heartbeat'] {
    return { currentTime: this.availability.heartbeat().toISOString() };
  }

  @OcppHandler('StatusNotification', '2.0', '2.0.1')
  async reportStatus(
    { evseId, connectorId, connectorStatus, timestamp }: Messages['StatusNotification'],
    context: CallContext,
  ): Promise<Answers['StatusNotification']> {
    const report = { evseId, connectorId, status: connectorStatus, reportedStatus: connectorStatus, timestamp };
    await this.availability.reportStatus(report, context);
    return {};
  }
}
