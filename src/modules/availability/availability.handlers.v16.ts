import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import type { ConnectorStatus } from '../stations/index.js';
import { AvailabilityService } from './availability.service.js';

type Messages = StationRequests['1.6'];
type Answers = StationResponses['1.6'];
type StatusV16 = Messages['StatusNotification']['status'];

/** The nine statuses of 1.6 in 2.0.1 words: all that stand between plugging in and driving away are Occupied. */
const STATUSES: Record<StatusV16, ConnectorStatus> = {
  Available: 'Available',
  Preparing: 'Occupied',
  Charging: 'Occupied',
  SuspendedEV: 'Occupied',
  SuspendedEVSE: 'Occupied',
  Finishing: 'Occupied',
  Reserved: 'Reserved',
  Unavailable: 'Unavailable',
  Faulted: 'Faulted',
};

export const toConnectorStatus = (status: StatusV16): ConnectorStatus => STATUSES[status];

/** Block G in the words of OCPP 1.6. */
@Injectable()
export class AvailabilityHandlersV16 {
  constructor(private readonly availability: AvailabilityService) {}

  @OcppHandler('Heartbeat', '1.6')
  heartbeat(): Answers['Heartbeat'] {
    return { currentTime: this.availability.heartbeat().toISOString() };
  }

  /** Connector n is EVSE n with connector 1; connector 0 is the station. */
  @OcppHandler('StatusNotification', '1.6')
  async reportStatus(
    { connectorId, status, ...details }: Messages['StatusNotification'],
    context: CallContext,
  ): Promise<Answers['StatusNotification']> {
    const where = connectorId === 0 ? { evseId: 0, connectorId: 0 } : { evseId: connectorId, connectorId: 1 };
    const report = { ...details, ...where, status: toConnectorStatus(status), reportedStatus: status };
    await this.availability.reportStatus(report, context);
    return {};
  }
}
