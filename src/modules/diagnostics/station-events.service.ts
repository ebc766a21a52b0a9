import { Injectable } from '@nestjs/common';
import { naturalKey } from '../../common/natural-key.js';
import { uuidv7 } from '../../common/uuid.js';
import { type CallContext, maskPayload, readTimestamp } from '../../ocpp/index.js';
import { AvailabilityEvents } from '../availability/index.js';
import { DeviceModel, type TimedObservation } from '../provisioning/index.js';
import { alarmKeyOf, type ReportedEvent } from './station-event.js';
import { type NewStationEvent, StationEventsStore } from './station-events.store.js';

const LARGEST_INT = 2 ** 31 - 1;
const KIND = 'NotifyEvent';
/** Numbers beyond what a column holds stay in the content alone. */
const intOrNull = (number: number | undefined): number | null =>
  Number.isInteger(number) && Math.abs(number!) <= LARGEST_INT ? number! : null;

/** What of a CALL concerns events. */
export type EventContext = Pick<CallContext, 'station' | 'receivedAt' | 'version' | 'originalPayload'>;

/** Functional block N, as far as stations tell what happens to their components. */
@Injectable()
export class StationEventsService {
  constructor(
    private readonly store: StationEventsStore,
    private readonly availability: AvailabilityEvents,
    private readonly model: DeviceModel,
  ) {}

  /**
   * Keeps every event, once; alarms, statuses of connectors and values of variables follow from them. [OCPP 2.0.1 N07, N08, G01, G05]
   * @param message what the message says beside its events
   */
  async report(events: readonly ReportedEvent[], message: object, context: EventContext): Promise<void> {
    const { originalPayload, version } = context;
    const raw = originalPayload['eventData'];
    // where unusable ones were left out nobody knows which is which: then the whole message counts once
    const keyOf = (i: number): string =>
      Array.isArray(raw) && raw.length === events.length ? naturalKey(raw[i]) : naturalKey(originalPayload, i);
    const beside = maskPayload(version, KIND, 'request', message) as object;
    const rows = events.map((event, i) => toRow(event, keyOf(i), beside, context));
    const observations = events.map((event, i) => toObservation(event, rows[i]!.occurredAt));
    await Promise.all([
      this.store.add(rows),
      this.availability.observe(events, context),
      this.model.note(context.station.id, observations.filter(isStorable), KIND, context.receivedAt),
    ]);
  }
}

/** A place that no column holds is none in the model. */
const isStorable = ({ evseId = 0, connectorId = 0 }: TimedObservation): boolean =>
  [evseId, connectorId].every((id) => intOrNull(id ?? 0) !== null);

const toObservation = ({ component, variable, actualValue }: ReportedEvent, at: Date): TimedObservation => ({
  component: component.name,
  componentInstance: component.instance,
  evseId: component.evse?.id,
  connectorId: component.evse?.connectorId,
  variable: variable.name,
  instance: variable.instance,
  value: actualValue,
  at,
});

function toRow(event: ReportedEvent, key: string, message: object, context: EventContext): NewStationEvent {
  const { station, receivedAt, version } = context;
  const { trigger, component, variable, cleared, timestamp } = event;
  const { time } = readTimestamp(timestamp, receivedAt);
  return {
    id: uuidv7(receivedAt.getTime()),
    stationUuid: station.id,
    naturalKey: key,
    // a clock that runs ahead must not shut out what comes next: an alarm would stay open, or come to be open again
    occurredAt: time < receivedAt ? time : receivedAt,
    trigger,
    component: component.name,
    variable: variable.name,
    evseId: intOrNull(component.evse?.id),
    alarmKey: alarmKeyOf(event) ?? null,
    cleared: cleared === true,
    content: maskPayload(version, KIND, 'request', event) as object,
    message,
    receivedAt,
  };
}
