import { Injectable } from '@nestjs/common';
import { naturalKey } from '../../common/natural-key.js';
import { uuidv7 } from '../../common/uuid.js';
import { type CallContext, maskPayload, readTimestamp } from '../../ocpp/index.js';
import { AvailabilityEvents } from '../availability/index.js';
import { alarmKeyOf, type ReportedEvent } from './station-event.js';
import { type NewStationEvent, StationEventsStore } from './station-events.store.js';

const LARGEST_INT = 2 ** 31 - 1;
const KIND = 'NotifyEvent';

/** What of a CALL concerns events. */
export type EventContext = Pick<CallContext, 'station' | 'receivedAt' | 'version' | 'originalPayload'>;

/** Functional block N, as far as stations tell what happens to their components. */
@Injectable()
export class StationEventsService {
  constructor(
    private readonly store: StationEventsStore,
    private readonly availability: AvailabilityEvents,
  ) {}

  /**
   * Keeps every event, once; alarms and statuses of connectors follow from them. [OCPP 2.0.1 N07, N08, G01, G05]
   * @param message what the message says beside its events
   */
  async report(events: readonly ReportedEvent[], message: object, context: EventContext): Promise<void> {
    const { originalPayload, version } = context;
    const raw = originalPayload['eventData'];
    const beside = maskPayload(version, KIND, 'request', message) as object;
    const rows = events.map((event, i) => toRow(event, Array.isArray(raw) ? raw[i] : event, beside, context));
    await Promise.all([this.store.add(rows), this.availability.observe(events, context)]);
  }
}

function toRow(event: ReportedEvent, raw: unknown, message: object, context: EventContext): NewStationEvent {
  const { station, receivedAt, version } = context;
  const { trigger, component, variable, cleared, timestamp } = event;
  const evseId = component.evse?.id;
  return {
    id: uuidv7(receivedAt.getTime()),
    stationUuid: station.id,
    naturalKey: naturalKey(raw),
    occurredAt: readTimestamp(timestamp, receivedAt).time,
    trigger,
    component: component.name,
    variable: variable.name,
    evseId: evseId !== undefined && Number.isInteger(evseId) && Math.abs(evseId) <= LARGEST_INT ? evseId : null,
    alarmKey: alarmKeyOf(event) ?? null,
    cleared: cleared === true,
    content: maskPayload(version, KIND, 'request', event) as object,
    message,
    receivedAt,
  };
}
