import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { CONNECTOR_STATUSES } from '../stations/index.js';
import { AvailabilityService, type ReportedStatus } from './availability.service.js';

type NotifyEvent = StationRequests['2.0.1']['NotifyEvent'];
type Event = NotifyEvent['eventData'][number];

/** Where the component of an event stands in the tree; undefined for one that has no availability. */
function placeOf({ name, evse }: Event['component']): Pick<ReportedStatus, 'evseId' | 'connectorId'> | undefined {
  switch (name.toLowerCase()) {
    case 'chargingstation':
      return { evseId: 0, connectorId: 0 };
    case 'evse':
      return evse && { evseId: evse.id, connectorId: 0 };
    case 'connector':
      return evse?.connectorId === undefined ? undefined : { evseId: evse.id, connectorId: evse.connectorId };
    default:
      return undefined;
  }
}

/**
 * The status that an event reports; undefined for an event about something else, which is in the message log alone.
 * Names of components, variables and values are compared without regard to letter case, as the standard defines them.
 */
export function statusIn({ component, variable, actualValue, timestamp }: Event): ReportedStatus | undefined {
  const place = placeOf(component);
  const status = CONNECTOR_STATUSES.find((known) => known.toLowerCase() === actualValue.toLowerCase());
  if (!place || !status || variable.name.toLowerCase() !== 'availabilitystate') return undefined;
  return { ...place, status, reportedStatus: actualValue, timestamp };
}

/** Block G in words that only OCPP 2.0.1 has. */
@Injectable()
export class AvailabilityHandlersV201 {
  constructor(private readonly availability: AvailabilityService) {}

  /** [OCPP 2.0.1 G05.FR.03, N07.FR.03] the answer is empty, whatever the events are about */
  @OcppHandler('NotifyEvent', '2.0.1')
  async notify({ eventData }: NotifyEvent, context: CallContext): Promise<StationResponses['2.0.1']['NotifyEvent']> {
    const reports = eventData.map(statusIn).filter((report) => report !== undefined);
    await Promise.all(reports.map((report) => this.availability.reportStatus(report, context)));
    return {};
  }
}
