import { Injectable, Logger } from '@nestjs/common';
import { FileStore } from '../files/file-store.js';
import { inBatches, ROWS_AT_ONCE } from '../database/in-batches.js';
import type { Session } from './session.js';

/** In one run; what is left waits for the next. */
const LOGS_AT_ONCE = 1000;

const DELETE_STATUSES = `DELETE FROM log_statuses WHERE id IN (
  SELECT id FROM log_statuses WHERE id < $1 ORDER BY id LIMIT ${ROWS_AT_ONCE})`;

/** Deletes logs that are older than is kept, with their requests and what stations said about them. */
@Injectable()
export class OldLogs {
  private readonly logger = new Logger(OldLogs.name);

  constructor(private readonly files: FileStore) {}

  /** @param before the least id that is kept; ids grow with time */
  async delete(session: Session, before: string): Promise<void> {
    const old = await session.rows<{ id: string; fileId: string | null }>(
      `SELECT id, file_id AS "fileId" FROM log_requests WHERE id < $1 ORDER BY id LIMIT ${LOGS_AT_ONCE}`,
      [before],
    );
    for (const { id, fileId } of old) {
      // the file first: who stops between the two finds it again by its request
      if (fileId !== null) await this.files.delete(fileId);
      await session.change('DELETE FROM log_requests WHERE id = $1', [id]);
    }
    if (old.length > 0) this.logger.log(`${old.length} requests for logs are deleted, they were older than is kept`);
    // also those that belong to no request
    const statuses = await inBatches(() => session.change(DELETE_STATUSES, [before]));
    if (statuses > 0) this.logger.log(`${statuses} rows of log_statuses are deleted, they were older than is kept`);
  }
}
