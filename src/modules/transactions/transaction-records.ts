import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProblemError } from '../../common/problems.js';
import { isUuid } from '../../common/uuid.js';
import { transactionUnknown } from './transaction-problems.js';
import type { AskedTransaction } from './transaction-statuses.js';

/** What request stop needs to know. */
export interface StoppableTransaction {
  readonly stationUuid: string;
  readonly stationId: string;
  readonly ocppTransactionId: string;
  readonly state: 'active' | 'ended';
}

// an end that TAU only guessed must not keep anybody from stopping what may still run
const ENDED_BY_ITSELF = `(t.progress -> 'end') IS NOT NULL AND NOT 'matched-by-token' = ANY(t.flags)`;

/** A transaction of a token that still seems to run after so long has lost its end. */
const LOST_AFTER = '24 hours';

/** The stored transactions, as other blocks ask for them. */
@Injectable()
export class TransactionRecords {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws UnknownError for an id that is none of ours */
  async forRequestStop(id: string): Promise<StoppableTransaction> {
    const [row] = isUuid(id)
      ? await this.dataSource.query<StoppableTransaction[]>(
          `SELECT t.station_id AS "stationUuid", s.station_id AS "stationId",
                  t.ocpp_transaction_id AS "ocppTransactionId",
                  CASE WHEN ${ENDED_BY_ITSELF} THEN 'ended' ELSE 'active' END AS state
           FROM transactions t JOIN stations s ON s.id = t.station_id WHERE t.id = $1`,
          [id],
        )
      : [];
    if (!row) throw transactionUnknown(id);
    return row;
  }

  /**
   * The transaction as its station can be asked about it.
   * @throws UnknownError for an id that is none of ours; ProblemError 409 where the station has used its id again since
   */
  async forStatus(id: string): Promise<AskedTransaction> {
    const [row] = isUuid(id)
      ? await this.dataSource.query<(AskedTransaction & { isNewest: boolean })[]>(
          `SELECT t.id, t.ocpp_transaction_id AS "ocppTransactionId", t.station_id AS "stationUuid",
             s.station_id AS "stationId", NOT EXISTS (SELECT FROM transactions n WHERE n.station_id = t.station_id
               AND n.ocpp_transaction_id = t.ocpp_transaction_id AND n.generation > t.generation) AS "isNewest"
           FROM transactions t JOIN stations s ON s.id = t.station_id WHERE t.id = $1`,
          [id],
        )
      : [];
    if (!row) throw transactionUnknown(id);
    const { isNewest, ...transaction } = row;
    if (isNewest) return transaction;
    throw new ProblemError(
      'transaction-id-reused',
      409,
      `Station ${row.stationId} has given the id of transaction ${id} to a later one: ask about that.`,
    );
  }

  /** The newest transaction with an id as the station names it; undefined where none is known. */
  async byOcppId(stationUuid: string, ocppTransactionId: string): Promise<string | undefined> {
    const [row] = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM transactions WHERE station_id = $1 AND ocpp_transaction_id = $2 ORDER BY generation DESC LIMIT 1`,
      [stationUuid, ocppTransactionId],
    );
    return row?.id;
  }

  /** Whether a transaction of a station (surrogate key) is known to run. */
  async anyRuns(stationUuid: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM transactions WHERE station_id = $1 AND state = 'active' LIMIT 1`,
      [stationUuid],
    );
    return rows.length > 0;
  }

  /** Notes which command asked for a transaction; the first one stays. */
  async linkToCommand(transactionId: string, commandId: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE transactions SET command_id = $2, revision = revision + 1,
         updated_at = greatest(updated_at, date_trunc('milliseconds', now()))
       WHERE id = $1 AND command_id IS NULL`,
      [transactionId, commandId],
    );
  }

  /**
   * Whether a token has an open transaction beside this one. Only what began before counts: the first of two stays.
   * And not long before: its end may simply have been lost.
   */
  async hasEarlierOpen(tokenKey: string, transactionId: string | undefined): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM transactions this
       JOIN transactions other ON other.token_key = $1 AND other.state = 'active' AND other.id <> this.id
         AND (other.started_at, other.id) < (this.started_at, this.id)
         AND other.started_at > this.started_at - interval '${LOST_AFTER}'
       WHERE this.id = $2 LIMIT 1`,
      [tokenKey, transactionId],
    );
    return rows.length > 0;
  }
}
