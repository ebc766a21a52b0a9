import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { storable } from '../../../database/storable-text.js';
import { LogRequest } from '../entities/log-request.entity.js';

/** What became of a command whose request does not know it yet. */
interface Answered {
  readonly id: string;
  readonly commandState: 'queued' | 'sent' | 'answered' | 'errored' | 'timed-out' | 'cancelled' | null;
  readonly action: string | null;
  readonly status: string | null;
  readonly statusInfo: Record<string, unknown> | null;
  readonly response: Record<string, unknown> | null;
  readonly error: { readonly reason?: string } | null;
  readonly sentAt: Date | null;
}

const OPEN = `state IN ('requested', 'accepted', 'uploading')`;
/** The command of a request is recorded within seconds of it; what has none by now was left by a process that died. */
const RECORDED_WITHIN_MS = 5 * 60_000;

/** The rows of requests; each change requires the state before it, so that late and doubled changes do nothing. */
@Injectable()
export class LogStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async insert(request: LogRequest): Promise<void> {
    await this.dataSource.getRepository(LogRequest).insert({ ...request, answerInfo: null });
  }

  async nextRequestId(): Promise<number> {
    const [{ id }] = await this.dataSource.query<[{ id: number }]>(`SELECT nextval('log_request_ids')::int AS id`);
    return id;
  }

  /** Where a station reaches TAU, if that is not where the others do. */
  async publicUrlOf(stationUuid: string): Promise<string | undefined> {
    const [{ url }] = await this.dataSource.query<[{ url: string | null }]>(
      `SELECT rules->>'publicUrl' AS url FROM stations WHERE id = $1`,
      [stationUuid],
    );
    return url?.replace(/\/+$/, '');
  }

  /** Takes back a request of which nothing was asked of the station. */
  async withdraw(id: string): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM log_requests r WHERE id = $1 AND state = 'requested'
         AND NOT EXISTS (SELECT FROM commands c WHERE c.id = r.command_id)`,
      [id],
    );
  }

  /** Reads from the commands what stations have answered, and ends what the answer ends. */
  async settle(id?: string): Promise<void> {
    const answered: Answered[] = await this.dataSource.query(
      `SELECT r.id, c.state AS "commandState", c.action, c.status, c.status_info AS "statusInfo", c.error,
              c.sent_at AS "sentAt", c.response
       FROM log_requests r LEFT JOIN commands c ON c.id = r.command_id
       WHERE r.settled_at IS NULL AND ($1::uuid IS NULL OR r.id = $1)
         AND (c.id IS NULL AND r.requested_at < $2 OR c.state NOT IN ('queued', 'sent'))
       ORDER BY r.id`,
      [id ?? null, new Date(this.clock.now().getTime() - RECORDED_WITHIN_MS)],
    );
    for (const each of answered) await this.settleOne(each);
  }

  /** Gives up what nothing was heard of. */
  async endByTime(): Promise<void> {
    await this.dataSource.query(
      `UPDATE log_requests
       SET state = 'timed-out', failure = 'nothing was heard of it for too long', ended_at = $1
       WHERE ${OPEN} AND deadline_at <= $1`,
      [this.clock.now()],
    );
  }

  /** Ends an open request, and with it the right of its URL. @returns whether it was open */
  async cancel(id: string): Promise<boolean> {
    const [, changed] = await this.dataSource.query<[unknown, number]>(
      `UPDATE log_requests SET state = 'cancelled', failure = 'it was cancelled by an operator', ended_at = $2
       WHERE id = $1 AND ${OPEN}`,
      [id, this.clock.now()],
    );
    return changed > 0;
  }

  /** Deletes a request and what was said about it. @returns the id of its file */
  async delete(id: string): Promise<string | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const [rows] = await manager.query<[{ fileId: string | null }[]]>(
        'DELETE FROM log_requests WHERE id = $1 RETURNING file_id AS "fileId"',
        [id],
      );
      await manager.query('DELETE FROM log_statuses WHERE log_request_id = $1', [id]);
      return rows[0]?.fileId ?? undefined;
    });
  }

  private async settleOne({ id, commandState, error, sentAt, ...answer }: Answered): Promise<void> {
    if (commandState === null) return this.withdraw(id);
    if (commandState === 'answered') return this.answered(id, answer);
    if (error?.reason === 'call-error') return this.end(id, 'rejected', 'the station answered with an error');
    // what was sent and has no answer may be under way: the station's statuses and its upload tell, or the deadline
    if (sentAt === null) return this.end(id, 'cancelled', 'it was never sent');
    await this.dataSource.query('UPDATE log_requests SET settled_at = $2 WHERE id = $1', [id, this.clock.now()]);
  }

  private async answered(
    id: string,
    { action, status, statusInfo, response }: Pick<Answered, 'action' | 'status' | 'statusInfo' | 'response'>,
  ): Promise<void> {
    const now = this.clock.now();
    const fileName = announced(response);
    const state = stateByAnswer(action, status, fileName);
    const failure = state === 'accepted' ? null : state === 'empty' ? 'the station has nothing to upload' : status;
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `UPDATE log_requests SET answer = $2, answer_info = $3, announced_file_name = $4, settled_at = $5,
           state = CASE WHEN state = 'requested' THEN $6 ELSE state END,
           failure = CASE WHEN state = 'requested' THEN $7 ELSE failure END,
           ended_at = CASE WHEN state = 'requested' AND $6 <> 'accepted' THEN $5 ELSE ended_at END
         WHERE id = $1 AND settled_at IS NULL`,
        [id, status, statusInfo && JSON.stringify(statusInfo), fileName, now, state, failure],
      );
      // [OCPP 2.0.1 N01.FR.12] it has given up the upload before; only then, since nothing forbids two at a time
      if (status !== 'AcceptedCanceled') return;
      await manager.query(
        `UPDATE log_requests o SET state = 'superseded', superseded_by = $1, ended_at = $2
         FROM log_requests n
         WHERE n.id = $1 AND o.station_id = n.station_id AND o.id < n.id
           AND (o.${OPEN} OR o.state = 'superseded' AND o.superseded_by IS NULL)`,
        [id, now],
      );
    });
  }

  private async end(id: string, state: 'rejected' | 'cancelled', failure: string): Promise<void> {
    const now = this.clock.now();
    await this.dataSource.query(
      `UPDATE log_requests SET settled_at = $4,
         state = CASE WHEN state = 'requested' THEN $2 ELSE state END,
         failure = CASE WHEN state = 'requested' THEN $3 ELSE failure END,
         ended_at = CASE WHEN state = 'requested' THEN $4 ELSE ended_at END
       WHERE id = $1`,
      [id, state, failure, now],
    );
  }
}

/** The name of the file; read here, because PostgreSQL takes no U+0000 out of JSON. */
function announced(response: Record<string, unknown> | null): string | null {
  const name = response?.['fileName'] ?? response?.['filename'];
  return typeof name === 'string' && name !== '' ? storable(name.slice(0, 255)) : null;
}

/** [OCPP 1.6 6.23] GetDiagnostics is answered with the name of a file, or with nothing where there is none */
function stateByAnswer(
  action: string | null,
  status: string | null,
  fileName: string | null,
): 'accepted' | 'empty' | 'rejected' {
  if (action === 'GetDiagnostics') return fileName ? 'accepted' : 'empty';
  return status === 'Accepted' || status === 'AcceptedCanceled' ? 'accepted' : 'rejected';
}
