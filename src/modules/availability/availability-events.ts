import { Injectable } from '@nestjs/common';
import { CONNECTOR_STATUSES } from '../stations/index.js';
import { AvailabilityService, type ReportedStatus, type StatusContext } from './availability.service.js';

/** What an event says about a variable. */
export interface ObservedValue {
  readonly component: { readonly name: string; readonly evse?: { readonly id: number; readonly connectorId?: number } };
  readonly variable: { readonly name: string };
  readonly actualValue: string;
  /** The station's time, as text. */
  readonly timestamp: string;
}

/** Where a component stands in the tree; undefined for one that has no availability. */
function placeOf({
  name,
  evse,
}: ObservedValue['component']): Pick<ReportedStatus, 'evseId' | 'connectorId'> | undefined {
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
 * The status that an event reports; undefined for an event about something else. Names of components, variables and
 * values are compared without regard to letter case, as the standard defines them.
 */
export function statusIn({ component, variable, actualValue, timestamp }: ObservedValue): ReportedStatus | undefined {
  const place = placeOf(component);
  const status = CONNECTOR_STATUSES.find((known) => known.toLowerCase() === actualValue.toLowerCase());
  if (!place || !status || variable.name.toLowerCase() !== 'availabilitystate') return undefined;
  return { ...place, status, reportedStatus: actualValue, timestamp };
}

/** What events say about the availability; whoever takes events asks it. [OCPP 2.0.1 G01] */
@Injectable()
export class AvailabilityEvents {
  constructor(private readonly availability: AvailabilityService) {}

  /** Resolves when every status among them is stored. */
  async observe(events: readonly ObservedValue[], context: StatusContext): Promise<void> {
    const reports = events.map(statusIn).filter((report) => report !== undefined);
    await Promise.all(reports.map((report) => this.availability.reportStatus(report, context)));
  }
}
