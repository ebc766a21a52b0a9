import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { decodeCursor, type PageQuery, pageOf } from '../../../common/pagination.js';
import { UnknownError } from '../../../common/problems.js';
import { isUuid } from '../../../common/uuid.js';
import type {
  CustomerInformationDetailView,
  CustomerInformationPage,
  CustomerInformationView,
} from '../dto/customer-information.dto.js';
import { CustomerInformationPartRow } from '../entities/customer-information-part.entity.js';
import { missingOf, stateOf } from './customer-information.js';

type Row = Omit<CustomerInformationView, 'state'> & {
  readonly lastSeqNo: number | null;
  readonly commandState: string | null;
  readonly commandAt: Date | null;
};

const SELECT = `
  SELECT r.id, r.request_id AS "requestId", r.report, r.clear, r.customer, r.command_id AS "commandId",
         c.status AS answer, c.status_info AS "statusInfo", c.state AS "commandState",
         coalesce(c.answered_at, c.sent_at, c.created_at) AS "commandAt", r.requested_at AS "requestedAt", r.parts,
         r.last_seq_no AS "lastSeqNo", r.last_part_at AS "lastPartAt", r.completed_at AS "completedAt",
         r.erased_at AS "erasedAt"
  FROM customer_information_requests r LEFT JOIN commands c ON c.id = r.command_id`;

/** What stations told about customers, as operators see it. */
@Injectable()
export class CustomerInformationReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Requests to a station (surrogate key), newest first. */
  async list(stationUuid: string, { limit, cursor }: PageQuery): Promise<CustomerInformationPage> {
    const [before] = decodeCursor(cursor, isUuid) ?? [];
    const rows = await this.dataSource.query<Row[]>(
      `${SELECT} WHERE r.station_id = $1 AND ($2::uuid IS NULL OR r.id < $2) ORDER BY r.id DESC LIMIT ${limit + 1}`,
      [stationUuid, before ?? null],
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
    return { items: items.map((row) => this.toView(row)), nextCursor };
  }

  /** One of them. @throws UnknownError `customer-information-unknown` */
  async view(stationUuid: string, id: string): Promise<CustomerInformationView> {
    return this.toView(await this.find(stationUuid, id));
  }

  /** The same with what the station told. @throws UnknownError `customer-information-unknown` */
  async read(stationUuid: string, id: string): Promise<CustomerInformationDetailView> {
    const row = await this.find(stationUuid, id);
    const parts = this.dataSource.getRepository(CustomerInformationPartRow);
    const come = await parts.find({ where: { request: id }, order: { seqNo: 'ASC' } });
    const missing = missingOf(
      come.map(({ seqNo }) => seqNo),
      row.lastSeqNo,
    );
    const received = come.map(({ request: _, data, ...part }) => ({ ...part, data: data.toString() }));
    return { ...this.toView(row), missing, received, data: received.map(({ data }) => data).join('') };
  }

  private async find(stationUuid: string, id: string): Promise<Row> {
    const where = `${SELECT} WHERE r.station_id = $1 AND r.id = $2`;
    const [row] = isUuid(id) ? await this.dataSource.query<Row[]>(where, [stationUuid, id]) : [];
    if (row) return row;
    const hint = 'See GET /stations/{stationId}/customer-information.';
    throw new UnknownError('customer-information', id.slice(0, 100), hint);
  }

  private toView({ commandState, commandAt, lastSeqNo: _, ...row }: Row): CustomerInformationView {
    const command = commandState === null ? null : { state: commandState, answer: row.answer, at: commandAt! };
    return { ...row, state: stateOf({ ...row, command }, this.clock.now()) };
  }
}
