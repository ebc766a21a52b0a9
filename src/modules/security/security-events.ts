import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { naturalKey } from '../../common/natural-key.js';
import { uuidv7 } from '../../common/uuid.js';
import { Config } from '../../config/config.js';
import { Backlog } from '../../database/backlog.js';
import { Batcher } from '../../database/batcher.js';
import { columns } from '../../database/columns.js';
import { query, type Statement } from '../../database/statement.js';
import { storable, storableOrNull } from '../../database/storable-text.js';
import { type CallContext, maskText, readTimestamp } from '../../ocpp/index.js';
import { isCritical } from './criticality.js';

/** A security event as a station reports it. */
export interface ReportedSecurityEvent {
  readonly type: string;
  /** The station's time, as text. */
  readonly timestamp: string;
  readonly techInfo?: string;
  readonly customData?: object;
}

/** What of a CALL concerns a security event. */
export type SecurityContext = Pick<CallContext, 'station' | 'receivedAt' | 'originalPayload'>;

interface Row {
  readonly id: string;
  readonly stationUuid: string;
  readonly key: string;
  readonly event: ReportedSecurityEvent;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
}

const ROW = columns<Row>({
  id: ['uuid', ({ id }) => id],
  station_id: ['uuid', ({ stationUuid }) => stationUuid],
  natural_key: ['digest', ({ key }) => key],
  type: ['text', ({ event }) => storable(event.type)],
  critical: ['boolean', ({ event }) => isCritical(event.type)],
  occurred_at: ['timestamptz', ({ occurredAt }) => occurredAt],
  station_timestamp: ['text', ({ event }) => storableOrNull(event.timestamp)],
  tech_info: ['text', ({ event }) => (event.techInfo === undefined ? null : storable(maskText(event.techInfo)))],
  custom_data: ['json', ({ event }) => (event.customData ? maskText(JSON.stringify(event.customData)) : null)],
  received_at: ['timestamptz', ({ receivedAt }) => receivedAt],
});

const INSERT: Statement = {
  name: 'insert-security-events',
  text: `INSERT INTO security_events (${ROW.names}) SELECT ${ROW.select} FROM ${ROW.unnest}
    ON CONFLICT (station_id, natural_key) DO NOTHING`,
};

/** Keeps security events, each once; nothing changes or deletes them. [OCPP 2.0.1 A04] */
@Injectable()
export class SecurityEvents {
  private readonly batcher: Batcher<Row, void>;

  constructor(dataSource: DataSource, config: Config, backlog: Backlog) {
    this.batcher = new Batcher(
      async (rows) => {
        await query(dataSource, INSERT, ROW.values(rows));
        return rows.map(() => undefined);
      },
      { holdMs: config.ocpp.holdSeconds * 1000, backlog },
    );
  }

  /** Resolves when the event is stored, or was before. */
  async record(event: ReportedSecurityEvent, context: SecurityContext): Promise<void> {
    const { station, receivedAt, originalPayload } = context;
    await this.batcher.add({
      id: uuidv7(receivedAt.getTime()),
      stationUuid: station.id,
      key: naturalKey(originalPayload),
      event,
      occurredAt: readTimestamp(event.timestamp, receivedAt).time,
      receivedAt,
    });
  }
}
