import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from '../../common/uuid.js';
import { Config } from '../../config/config.js';
import { Backlog } from '../../database/backlog.js';
import { Batcher } from '../../database/batcher.js';
import { columns } from '../../database/columns.js';
import { query, type Statement } from '../../database/statement.js';

/** A security event on its way into the table. */
export interface NewSecurityEvent {
  readonly stationUuid: string;
  readonly naturalKey: string;
  readonly type: string;
  readonly critical: boolean;
  readonly timestamp: Date;
  readonly stationTimestamp: string | null;
  readonly techInfo: string | null;
  readonly receivedAt: Date;
}

const EVENT = columns<NewSecurityEvent>({
  id: ['uuid', ({ receivedAt }) => uuidv7(receivedAt.getTime())],
  station_id: ['uuid', ({ stationUuid }) => stationUuid],
  natural_key: ['digest', ({ naturalKey }) => naturalKey],
  type: ['text', ({ type }) => type],
  critical: ['boolean', ({ critical }) => critical],
  timestamp: ['timestamptz', ({ timestamp }) => timestamp],
  station_timestamp: ['text', ({ stationTimestamp }) => stationTimestamp],
  tech_info: ['text', ({ techInfo }) => techInfo],
  received_at: ['timestamptz', ({ receivedAt }) => receivedAt],
});

const INSERT: Statement = {
  name: 'insert-security-events',
  text: `INSERT INTO security_events (${EVENT.names}) SELECT ${EVENT.select} FROM ${EVENT.unnest}
    ON CONFLICT (station_id, natural_key) DO NOTHING`,
};

/** Stores security events in batches. [OCPP 2.0.1 A04] They are only ever added. */
@Injectable()
export class SecurityEventsStore {
  private readonly batcher: Batcher<NewSecurityEvent, void>;

  constructor(
    private readonly dataSource: DataSource,
    config: Config,
    backlog: Backlog,
  ) {
    this.batcher = new Batcher((events) => this.write(events), { holdMs: config.ocpp.holdSeconds * 1000, backlog });
  }

  /** Resolves when the event is committed, or was before. */
  add(event: NewSecurityEvent): Promise<void> {
    return this.batcher.add(event);
  }

  private async write(events: NewSecurityEvent[]): Promise<void[]> {
    await query(this.dataSource, INSERT, EVENT.values(events));
    return events.map(() => undefined);
  }
}
