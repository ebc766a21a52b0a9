import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from '../../../common/uuid.js';
import { storable } from '../../../database/storable-text.js';
import type { CustomerInformationPart } from './customer-information.js';

/** A request that is about to be made. */
export interface CustomerInformationDraft {
  readonly stationUuid: string;
  readonly commandId: string;
  readonly report: boolean;
  readonly clear: boolean;
  /** Whom it is about, PIN codes masked. */
  readonly customer: object;
  readonly tokenKey: string | null;
  readonly requestedAt: Date;
}

/** By what a request is known, here and to the station. */
export interface CustomerInformationRef {
  readonly id: string;
  readonly requestId: number;
}

const HIGHEST_REQUEST_ID = 2_147_483_647;

const INSERT = `
  INSERT INTO customer_information_requests
    (id, station_id, request_id, report, clear, customer, token_key, command_id, requested_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (station_id, request_id) DO NOTHING RETURNING id`;

const UNASKED = `
  INSERT INTO customer_information_requests (id, station_id, request_id, requested_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (station_id, request_id) DO NOTHING`;

const LAST_SEQ_NO = `CASE WHEN $4::boolean THEN r.last_seq_no ELSE greatest(r.last_seq_no, $3::int) END`;
// a part that is there changes nothing, whatever it says; of what was erased nothing more is kept
const ADD_PART = `
  WITH of_request AS (
    SELECT id FROM customer_information_requests
    WHERE station_id = $1 AND request_id = $2 AND erased_at IS NULL FOR UPDATE
  ), added AS (
    INSERT INTO customer_information_parts (request, seq_no, to_be_continued, generated_at, received_at, data)
    SELECT id, $3::int, $4::boolean, $5, $6::timestamptz, $7 FROM of_request
    ON CONFLICT DO NOTHING RETURNING request
  )
  UPDATE customer_information_requests r
  SET parts = r.parts + 1, last_seq_no = ${LAST_SEQ_NO}, last_part_at = $6::timestamptz,
      completed_at = coalesce(r.completed_at, CASE WHEN r.parts = ${LAST_SEQ_NO} THEN $6::timestamptz END)
  FROM added WHERE r.id = added.request`;

const ERASE = `
  UPDATE customer_information_requests SET customer = NULL, token_key = NULL, erased_at = coalesce(erased_at, $2)
  WHERE id = $1`;

/** The rows of requests about customers, and of what stations told. */
@Injectable()
export class CustomerInformationStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Notes a request under a number that its station was never given. */
  async draft(draft: CustomerInformationDraft): Promise<CustomerInformationRef> {
    const { stationUuid, commandId, report, clear, customer, tokenKey, requestedAt } = draft;
    const id = uuidv7(requestedAt.getTime());
    const said = storable(JSON.stringify(customer));
    // numbers grow with time; a station's own are passed over
    const first = Math.floor(requestedAt.getTime() / 1000) % HIGHEST_REQUEST_ID;
    for (let requestId = first; ; requestId = (requestId + 1) % HIGHEST_REQUEST_ID) {
      const values = [id, stationUuid, requestId, report, clear, said, tokenKey, commandId, requestedAt];
      const rows = await this.dataSource.query<unknown[]>(INSERT, values);
      if (rows.length > 0) return { id, requestId };
    }
  }

  /** Takes a request back that was never made. */
  async withdraw(id: string): Promise<void> {
    await this.dataSource.query(`DELETE FROM customer_information_requests WHERE id = $1`, [id]);
  }

  /** The request that a command makes. */
  async ofCommand(commandId: string): Promise<string | undefined> {
    const [row] = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM customer_information_requests WHERE command_id = $1`,
      [commandId],
    );
    return row?.id;
  }

  /** Keeps a part, once; one that nobody asked for makes a request of its own. */
  async add(stationUuid: string, part: CustomerInformationPart, receivedAt: Date): Promise<void> {
    const { requestId, seqNo, toBeContinued, generatedAt, data } = part;
    await this.dataSource.query(UNASKED, [uuidv7(receivedAt.getTime()), stationUuid, requestId, receivedAt]);
    const said = [toBeContinued, storable(generatedAt), receivedAt, Buffer.from(data)];
    await this.dataSource.query(ADD_PART, [stationUuid, requestId, seqNo, ...said]);
  }

  /** Forgets whom a request was about and what came of it; that it was made stays. */
  async erase(id: string, now: Date): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(ERASE, [id, now]);
      // a statement of its own: it sees the part that was added while the first one waited
      await manager.query(`DELETE FROM customer_information_parts WHERE request = $1`, [id]);
    });
  }
}
