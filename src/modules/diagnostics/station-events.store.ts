import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../config/config.js';
import { Backlog } from '../../database/backlog.js';
import { Batcher } from '../../database/batcher.js';
import { columns } from '../../database/columns.js';
import { query, type Statement } from '../../database/statement.js';
import { storable } from '../../database/storable-text.js';

/** An event on its way into the table. */
export interface NewStationEvent {
  readonly id: string;
  readonly stationUuid: string;
  readonly naturalKey: string;
  readonly occurredAt: Date;
  readonly trigger: string;
  readonly component: string;
  readonly variable: string;
  readonly evseId: number | null;
  readonly alarmKey: string | null;
  readonly cleared: boolean;
  readonly content: object;
  readonly message: object;
  readonly receivedAt: Date;
}

const ROW = columns<NewStationEvent>({
  id: ['uuid', ({ id }) => id],
  station_id: ['uuid', ({ stationUuid }) => stationUuid],
  natural_key: ['digest', ({ naturalKey }) => naturalKey],
  occurred_at: ['timestamptz', ({ occurredAt }) => occurredAt],
  trigger: ['text', ({ trigger }) => storable(trigger)],
  component: ['text', ({ component }) => storable(component)],
  variable: ['text', ({ variable }) => storable(variable)],
  evse_id: ['int', ({ evseId }) => evseId],
  alarm_key: ['digest', ({ alarmKey }) => alarmKey],
  cleared: ['boolean', ({ cleared }) => cleared],
  content: ['json', ({ content }) => JSON.stringify(content)],
  message: ['json', ({ message }) => JSON.stringify(message)],
  received_at: ['timestamptz', ({ receivedAt }) => receivedAt],
});

// Alarms follow from events that are new, in the same statement: a repetition cannot open what was cleared since. Of an
// alarm that opens and closes within a batch the last state counts; what is older than the known state changes nothing.
const INSERT: Statement = {
  name: 'insert-station-events',
  text: `
  WITH added AS (
    INSERT INTO station_events (${ROW.names}) SELECT ${ROW.select} FROM ${ROW.unnest}
    ON CONFLICT (station_id, natural_key) DO NOTHING
    RETURNING id, station_id, alarm_key, occurred_at, cleared, content
  ), ends AS (
    SELECT station_id, alarm_key, max(occurred_at) FILTER (WHERE cleared) AS cleared_at
    FROM added WHERE alarm_key IS NOT NULL GROUP BY station_id, alarm_key
  ), spans AS (
    SELECT a.station_id, a.alarm_key, e.cleared_at,
           min(a.occurred_at) FILTER (WHERE NOT a.cleared) AS first_opened_at,
           min(a.occurred_at) FILTER (WHERE NOT a.cleared AND (e.cleared_at IS NULL OR a.occurred_at > e.cleared_at))
             AS reopened_at
    FROM added a JOIN ends e USING (station_id, alarm_key) GROUP BY a.station_id, a.alarm_key, e.cleared_at
  ), latest AS (
    SELECT DISTINCT ON (station_id, alarm_key) * FROM added WHERE alarm_key IS NOT NULL
    ORDER BY station_id, alarm_key, occurred_at DESC, id DESC
  )
  INSERT INTO station_alarms AS known
    (id, station_id, alarm_key, opened_at, cleared_at, last_cleared_at, last_at, last_event_id, content)
  SELECT l.id, l.station_id, l.alarm_key,
         CASE WHEN l.cleared THEN s.first_opened_at ELSE coalesce(s.reopened_at, l.occurred_at) END,
         CASE WHEN l.cleared THEN l.occurred_at END, s.cleared_at, l.occurred_at, l.id, l.content
  FROM latest l JOIN spans s USING (station_id, alarm_key)
  ORDER BY l.station_id, l.alarm_key
  ON CONFLICT (station_id, alarm_key) DO UPDATE
  SET opened_at = CASE
        WHEN known.cleared_at IS NULL AND (excluded.cleared_at IS NOT NULL OR excluded.last_cleared_at IS NULL)
          THEN coalesce(known.opened_at, excluded.opened_at)
        WHEN excluded.cleared_at IS NOT NULL THEN coalesce(excluded.opened_at, known.opened_at)
        ELSE excluded.opened_at END,
      cleared_at = CASE
        WHEN excluded.cleared_at IS NOT NULL AND excluded.opened_at IS NULL
          THEN coalesce(known.cleared_at, excluded.cleared_at)
        ELSE excluded.cleared_at END,
      last_cleared_at = coalesce(excluded.last_cleared_at, known.last_cleared_at),
      last_at = excluded.last_at, last_event_id = excluded.last_event_id, content = excluded.content
  WHERE (known.last_at, known.last_event_id) < (excluded.last_at, excluded.last_event_id)`,
};

/** Stores events, and the alarms that follow from them, in batches. */
@Injectable()
export class StationEventsStore {
  private readonly batcher: Batcher<NewStationEvent, void>;

  constructor(
    private readonly dataSource: DataSource,
    config: Config,
    backlog: Backlog,
  ) {
    this.batcher = new Batcher((events) => this.write(events), { holdMs: config.ocpp.holdSeconds * 1000, backlog });
  }

  /** Resolves when all are committed, or were before. */
  async add(events: readonly NewStationEvent[]): Promise<void> {
    await Promise.all(events.map((event) => this.batcher.add(event)));
  }

  private async write(events: NewStationEvent[]): Promise<void[]> {
    await query(this.dataSource, INSERT, ROW.values(events));
    return events.map(() => undefined);
  }
}
