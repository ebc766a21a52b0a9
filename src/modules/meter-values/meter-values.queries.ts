import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, isTime, pageOf, type Page } from '../../common/pagination.js';
import { isUuid } from '../../common/uuid.js';
import type { MeterValueView } from './dto/meter-value.dto.js';

interface Row extends Omit<MeterValueView, 'value'> {
  value: string | null;
  eventId: string;
  position: number;
}

const COLUMNS = `event_id AS "eventId", position, timestamp, measurand, value, unit, raw_value AS "rawValue",
  raw_unit AS "rawUnit", phase, context, location, format, signed, evse_id AS "evseId", received_at AS "receivedAt"`;

const toView = ({ eventId: _event, position: _position, value, ...row }: Row): MeterValueView => ({
  ...row,
  value: value === null ? null : Number(value),
});

const isNumber = (text: string): boolean => /^\d{1,9}$/.test(text);

/** What was measured, in the order of station time. */
@Injectable()
export class MeterValuesQueries {
  constructor(private readonly dataSource: DataSource) {}

  ofTransaction(transactionId: string, limit: number, cursor?: string): Promise<Page<MeterValueView>> {
    return this.page(`transaction_id = $1`, transactionId, limit, cursor);
  }

  /** Values of the station's meters outside of any transaction. */
  outsideTransactions(stationUuid: string, limit: number, cursor?: string): Promise<Page<MeterValueView>> {
    return this.page(`station_id = $1 AND transaction_id IS NULL`, stationUuid, limit, cursor);
  }

  private async page(where: string, id: string, limit: number, cursor?: string): Promise<Page<MeterValueView>> {
    const after = decodeCursor(cursor, isTime, isUuid, isNumber);
    const rows = await this.dataSource.query<Row[]>(
      `SELECT ${COLUMNS} FROM meter_samples WHERE ${where}
       ${after ? `AND (timestamp, event_id, position) > ($3::timestamptz, $4::uuid, $5::int)` : ''}
       ORDER BY timestamp, event_id, position LIMIT $2`,
      [id, limit + 1, ...(after ?? [])],
    );
    const page = pageOf(rows, limit, (row) => [row.timestamp.toISOString(), row.eventId, String(row.position)]);
    return { items: page.items.map(toView), nextCursor: page.nextCursor };
  }
}
