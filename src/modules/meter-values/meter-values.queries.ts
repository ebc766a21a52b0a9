import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, isTime, pageOf, type Page } from '../../common/pagination.js';
import { isUuid } from '../../common/uuid.js';
import type { MeterValueView } from './dto/meter-value.dto.js';
import { unpackSample, type StoredSample } from './stored-samples.js';

interface Row {
  eventId: string;
  position: number;
  timestamp: Date;
  receivedAt: Date;
  evseId: number | null;
  samples: StoredSample[];
}

/** A sampled value with its place in the list: that of its row, and which one in it. */
interface Line {
  readonly place: string[];
  readonly view: MeterValueView;
}

const isNumber = (text: string): boolean => /^\d{1,9}$/.test(text);

const toLines = ({ eventId, position, samples, ...row }: Row): Line[] =>
  samples.map((stored, i) => {
    const sample = unpackSample(stored);
    return {
      place: [row.timestamp.toISOString(), eventId, String(position), String(i)],
      view: { ...row, ...sample, value: sample.value === null ? null : Number(sample.value) },
    };
  });

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
    const after = decodeCursor(cursor, isTime, isUuid, isNumber, isNumber);
    // a page may end between values that were sampled together: their row is read again for the next one
    const rows = await this.dataSource.query<Row[]>(
      `SELECT event_id AS "eventId", position, timestamp, received_at AS "receivedAt", evse_id AS "evseId", samples
       FROM meter_values WHERE ${where}
       ${after ? `AND (timestamp, event_id, position) >= ($3::timestamptz, $4::uuid, $5::int)` : ''}
       ORDER BY timestamp, event_id, position LIMIT $2`,
      [id, limit + 2, ...(after?.slice(0, 3) ?? [])],
    );
    const known = after ? Number(after[3]) + 1 : 0;
    const lines = rows.flatMap(toLines).slice(known, known + limit + 1);
    const page = pageOf(lines, limit, ({ place }) => place);
    return { items: page.items.map(({ view }) => view), nextCursor: page.nextCursor };
  }
}
