import { Injectable, Logger } from '@nestjs/common';
import { leastId } from '../common/uuid.js';
import { Config } from '../config/config.js';
import { FileStore } from '../files/file-store.js';
import { inBatches, MOST_BATCHES, ROWS_AT_ONCE } from '../database/in-batches.js';
import { limitOf, type Moment } from './moment.js';
import { OldCommands } from './old-commands.js';
import { OldLogs } from './old-logs.js';
import { PARTITIONED_TABLES } from './partitions/partitioned-tables.js';
import { Partitions } from './partitions/partitions.js';
import type { RetentionState } from './retention-state.js';
import type { Session } from './session.js';

/** Messages that do nothing but measure; those that begin and end a transaction stay as long as it does. */
const MEASURING = ['MeterValues', 'TransactionEvent Updated'];

// walks along the ids, which grow with the time of receipt, so that what stays is looked at once and never again
const DELETE_MEASURING = `
  WITH walked AS (
    SELECT id, kind, transaction_id FROM transaction_events WHERE id > $1 AND id < $2 ORDER BY id LIMIT ${ROWS_AT_ONCE}
  ), deleted AS (
    DELETE FROM transaction_events e USING walked w
    WHERE e.id = w.id AND w.kind = ANY($3::text[])
      AND NOT EXISTS (SELECT 1 FROM transactions t WHERE t.id = w.transaction_id AND t.state = 'active')
    RETURNING e.id
  )
  SELECT (SELECT id FROM walked ORDER BY id DESC LIMIT 1) AS last, (SELECT count(*) FROM walked)::int AS walked,
         (SELECT count(*) FROM deleted)::int AS deleted`;

/** An upload that began so many days ago and has not ended never will: its process died. */
const UNFINISHED_DAYS = 7;

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** The log shows the messages of transactions from there, so they stay as long as it does. */
const measuringDays = ({ meterValuesDays, messagesDays }: Config['retention']): number =>
  meterValuesDays === 0 || messagesDays === 0 ? 0 : Math.max(meterValuesDays, messagesDays);

/** Deletes what is older than it has to be where it does not lie in partitions: in small batches. */
@Injectable()
export class OldRows {
  private readonly logger = new Logger(OldRows.name);

  constructor(
    private readonly config: Config,
    private readonly oldCommands: OldCommands,
    private readonly oldLogs: OldLogs,
    private readonly files: FileStore,
  ) {}

  async delete(session: Session, state: RetentionState, moment: Moment): Promise<void> {
    const { retention } = this.config;
    for (const { name, keptDays } of PARTITIONED_TABLES) {
      const limit = limitOf(moment, keptDays(retention));
      const { rest } = await new Partitions(session, name).division();
      if (limit && rest) this.report(rest, await this.fromRest(session, rest, limit));
    }
    const commands = limitOf(moment, retention.commandsDays);
    if (commands) await this.oldCommands.delete(session, commands);
    const logs = limitOf(moment, retention.logsDays);
    if (logs) await this.oldLogs.delete(session, leastId(logs));
    const uploads = limitOf(moment, UNFINISHED_DAYS);
    if (uploads) this.report('file_chunks', await this.files.deleteUnfinished(uploads));
    const measured = limitOf(moment, measuringDays(retention));
    if (measured) this.report('transaction_events', await this.measuring(session, state, measured));
  }

  private fromRest(session: Session, rest: string, limit: Date): Promise<number> {
    return inBatches(() =>
      session.change(
        `DELETE FROM "${rest}" WHERE ctid = ANY (ARRAY(
           SELECT ctid FROM "${rest}" WHERE received_at < $1 LIMIT ${ROWS_AT_ONCE}))`,
        [limit],
      ),
    );
  }

  private async measuring(session: Session, state: RetentionState, limit: Date): Promise<number> {
    let total = 0;
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      const from = (await state.read<string>(session, 'measuring-messages')) ?? FIRST_ID;
      const [{ last, walked, deleted }] = (await session.rows(DELETE_MEASURING, [from, leastId(limit), MEASURING])) as [
        { last: string | null; walked: number; deleted: number },
      ];
      if (last !== null) await state.write(session, 'measuring-messages', last);
      total += deleted;
      if (walked < ROWS_AT_ONCE) break;
    }
    return total;
  }

  private report(table: string, deleted: number): void {
    if (deleted > 0) this.logger.log(`${deleted} rows of ${table} are deleted, they were older than is kept`);
  }
}
