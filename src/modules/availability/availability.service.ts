import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { DomainEvents } from '../../common/domain-events.js';
import { type CallContext, readTimestamp } from '../../ocpp/index.js';
import { ConnectorStatuses, type ConnectorStatus, StationPulse, StatusReported } from '../stations/index.js';

/** A status as a station reports it. Connector 0 is the EVSE as a whole, EVSE 0 the station. */
export interface ReportedStatus {
  evseId: number;
  connectorId: number;
  status: ConnectorStatus;
  /** What the station literally said. */
  reportedStatus: string;
  /** The station's time, as text; absent: it gave none. */
  timestamp?: string;
  errorCode?: string;
  info?: string;
  vendorId?: string;
  vendorErrorCode?: string;
}

/** What of a CALL concerns a status. */
export type StatusContext = Pick<CallContext, 'station' | 'receivedAt'>;

/** Functional block G: what can be used, and signs of life. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly statuses: ConnectorStatuses,
    private readonly pulse: StationPulse,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
  ) {}

  /** The time that stations set their clocks by; needs no database. [OCPP 2.0.1 G02] */
  heartbeat(): Date {
    return this.clock.now();
  }

  /**
   * Stores a status unless a newer one is known. It is information only: no transaction starts or ends by it.
   * [OCPP 2.0.1 G01; 1.6 StatusNotification]
   */
  async reportStatus(report: ReportedStatus, { station, receivedAt }: StatusContext): Promise<void> {
    const { timestamp, ...status } = report;
    const { time, substituted } = readTimestamp(timestamp, receivedAt);
    if (!substituted) this.pulse.observeClock(station.id, time, receivedAt);
    await this.statuses.report({
      ...status,
      stationUuid: station.id,
      stationTimestamp: timestamp,
      // a clock that runs ahead must not shut out what comes next
      statusSince: time < receivedAt ? time : receivedAt,
      receivedAt,
    });
    this.events.emit(new StatusReported(station.id));
  }
}
