import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, pageOf } from '../../common/pagination.js';
import { UnknownError } from '../../common/problems.js';
import { isUuid } from '../../common/uuid.js';
import { StationsService } from '../stations/index.js';
import type { DataTransferPage, DataTransferQuery, DataTransferView } from './dto/data-transfer.dto.js';

type Row = Omit<DataTransferView, 'dataLength'>;

/** What is longer is shown one by one: a page holds up to 500. */
const LONGEST_IN_LISTS = 4096;

// json that is taken apart in the database fails where a text in it has U+0000: what came from stations is read here
const RECEIVED = `
  SELECT id, 'from-station' AS direction, ocpp_version AS "ocppVersion", vendor_id AS "vendorId",
    message_id AS "messageId", data, status, status_info AS "statusInfo", response_data AS "responseData",
    received_at AS at
  FROM data_transfers`;
const SENT = `
  SELECT id, 'to-station' AS direction, ocpp_version AS "ocppVersion", request AS sent, response AS answered, status,
    status_info AS "statusInfo", created_at AS at
  FROM commands`;
const SENT_BY_VENDOR = `CASE WHEN request::text ~* '\\\\u(0000|d[89a-f])' THEN false
  ELSE lower(request->>'vendorId') = lower($vendor) END`;

interface SentRow extends Omit<Row, 'vendorId' | 'messageId' | 'data' | 'responseData'> {
  readonly sent: { readonly vendorId?: unknown; readonly messageId?: unknown; readonly data?: unknown };
  readonly answered: { readonly data?: unknown } | null;
}

/** What was said by DataTransfer: stations' words from their own table, ours from the commands. */
@Injectable()
export class DataTransferQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stations: StationsService,
  ) {}

  /** Transfers of a station in both directions, newest first. @throws UnknownError `station-unknown` */
  async list(stationId: string, { limit, cursor, ...filter }: DataTransferQuery): Promise<DataTransferPage> {
    const { id } = await this.stations.byStationId(stationId);
    const [before] = decodeCursor(cursor, isUuid) ?? [];
    const [received, sent] = await Promise.all([
      filter.direction === 'to-station' ? [] : this.received(id, filter, before, limit + 1),
      filter.direction === 'from-station' ? [] : this.sent(id, filter, before, limit + 1),
    ]);
    // ids grow with time, of both kinds alike
    const newest = [...received, ...sent].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, limit + 1);
    return pageOf(newest.map(toListed), limit, (transfer) => [transfer.id]);
  }

  /** One transfer with all its data. @throws UnknownError `data-transfer-unknown` */
  async read(id: string): Promise<DataTransferView> {
    const [received] = isUuid(id) ? await this.dataSource.query<Row[]>(`${RECEIVED} WHERE id = $1`, [id]) : [];
    if (received) return toView(received);
    const where = `WHERE id = $1 AND name = 'DataTransfer'`;
    const [sent] = isUuid(id) ? await this.dataSource.query<SentRow[]>(`${SENT} ${where}`, [id]) : [];
    if (sent) return toView(fromCommand(sent));
    throw new UnknownError('data-transfer', id, 'See GET /stations/{stationId}/data-transfers.');
  }

  private received(
    stationUuid: string,
    { vendorId, status }: Pick<DataTransferQuery, 'vendorId' | 'status'>,
    before: string | undefined,
    limit: number,
  ): Promise<Row[]> {
    const values: unknown[] = [stationUuid];
    const conditions = ['station_id = $1'];
    if (before !== undefined) conditions.push(`id < $${values.push(before)}`);
    if (vendorId !== undefined) conditions.push(`lower(vendor_id) = lower($${values.push(vendorId)})`);
    if (status !== undefined) conditions.push(`status = $${values.push(status)}`);
    const where = `WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ${limit}`;
    return this.dataSource.query(`${RECEIVED} ${where}`, values);
  }

  private async sent(
    stationUuid: string,
    { vendorId, status }: Pick<DataTransferQuery, 'vendorId' | 'status'>,
    before: string | undefined,
    limit: number,
  ): Promise<Row[]> {
    const values: unknown[] = [stationUuid];
    const conditions = ['station_id = $1', `name = 'DataTransfer'`];
    if (before !== undefined) conditions.push(`id < $${values.push(before)}`);
    if (vendorId !== undefined) conditions.push(SENT_BY_VENDOR.replace('$vendor', `$${values.push(vendorId)}`));
    if (status !== undefined) conditions.push(`status = $${values.push(status)}`);
    const where = `WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ${limit}`;
    return (await this.dataSource.query<SentRow[]>(`${SENT} ${where}`, values)).map(fromCommand);
  }
}

const textOr = <T>(value: unknown, otherwise: T): string | T => (typeof value === 'string' ? value : otherwise);

const fromCommand = ({ sent, answered, ...row }: SentRow): Row => ({
  ...row,
  vendorId: textOr(sent.vendorId, ''),
  messageId: textOr(sent.messageId, null),
  data: sent.data ?? null,
  responseData: answered?.data ?? null,
});

const lengthOf = (data: unknown): number => (data === null ? 0 : JSON.stringify(data).length);

const toView = (row: Row): DataTransferView => ({ ...row, dataLength: lengthOf(row.data) });

const toListed = (row: Row): DataTransferView => {
  const view = toView(row);
  return {
    ...view,
    data: view.dataLength > LONGEST_IN_LISTS ? null : view.data,
    responseData: lengthOf(view.responseData) > LONGEST_IN_LISTS ? null : view.responseData,
  };
};
