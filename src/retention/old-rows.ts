import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config/config.js';
import { limitOf, type Moment } from './moment.js';
import { OldLogs } from './old-logs.js';
import { PARTITIONED_TABLES } from './partitions/partitioned-tables.js';
import { Partitions } from './partitions/partitions.js';
import type { RetentionState } from './retention-state.js';
import type { Session } from './session.js';

const ROWS_AT_ONCE = 5000;
/** In one run; what is left waits for the next. With a run each hour that is five million rows a day. */
const MOST_BATCHES = 40;

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

const DELETE_COMMANDS = `
  DELETE FROM commands WHERE id IN (
    SELECT id FROM commands WHERE id < $1 AND state NOT IN ('queued', 'sent') ORDER BY id LIMIT ${ROWS_AT_ONCE})`;

const DELETE_RESERVATIONS = `
  WITH old AS (
    SELECT id FROM reservations WHERE ended_at < $1 ORDER BY ended_at LIMIT ${ROWS_AT_ONCE}
  ), changes AS (
    DELETE FROM reservation_changes WHERE reservation IN (SELECT id FROM old)
  )
  DELETE FROM reservations WHERE id IN (SELECT id FROM old)`;
const DELETE_TRANSFERS = `
  DELETE FROM data_transfers WHERE id IN (SELECT id FROM data_transfers WHERE id < $1 ORDER BY id LIMIT ${ROWS_AT_ONCE})`;

const DELETE_EVENTS = `
  DELETE FROM station_events WHERE id IN (SELECT id FROM station_events WHERE id < $1 ORDER BY id LIMIT ${ROWS_AT_ONCE})`;
// a limit that somebody set years ago may still hold: of each EVSE and source the last word stays
const DELETE_NOTICES = `
  DELETE FROM station_notices WHERE id IN (
    SELECT id FROM station_notices n WHERE id < $1
      AND (kind <> ALL($2::text[]) OR EXISTS (
        SELECT 1 FROM station_notices later
        WHERE later.station_id = n.station_id AND later.kind = ANY($2::text[]) AND later.id > n.id
          AND later.evse_id IS NOT DISTINCT FROM n.evse_id AND later.subject IS NOT DISTINCT FROM n.subject))
    ORDER BY id LIMIT ${ROWS_AT_ONCE})`;
const OF_LIMITS = ['NotifyChargingLimit', 'ClearedChargingLimit'];

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** The least id that a row of this time can have. */
const leastId = (at: Date): string => {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};

/** The log shows the messages of transactions from there, so they stay as long as it does. */
const measuringDays = ({ meterValuesDays, messagesDays }: Config['retention']): number =>
  meterValuesDays === 0 || messagesDays === 0 ? 0 : Math.max(meterValuesDays, messagesDays);

/** Deletes what is older than it has to be where it does not lie in partitions: in small batches. */
@Injectable()
export class OldRows {
  private readonly logger = new Logger(OldRows.name);

  constructor(
    private readonly config: Config,
    private readonly oldLogs: OldLogs,
  ) {}

  async delete(session: Session, state: RetentionState, moment: Moment): Promise<void> {
    const { retention } = this.config;
    for (const { name, keptDays } of PARTITIONED_TABLES) {
      const limit = limitOf(moment, keptDays(retention));
      const { rest } = await new Partitions(session, name).division();
      if (limit && rest) this.report(rest, await this.fromRest(session, rest, limit));
    }
    const commands = limitOf(moment, retention.commandsDays);
    if (commands) this.report('commands', await inBatches(() => session.change(DELETE_COMMANDS, [leastId(commands)])));
    // they come of commands, and stay as long
    if (commands) this.report('reservations', await inBatches(() => session.change(DELETE_RESERVATIONS, [commands])));
    if (commands) {
      const deleted = await inBatches(() => session.change(DELETE_TRANSFERS, [leastId(commands)]));
      this.report('data_transfers', deleted);
    }
    if (commands) await this.told(session, leastId(commands));
    const logs = limitOf(moment, retention.logsDays);
    if (logs) await this.oldLogs.delete(session, leastId(logs));
    const measured = limitOf(moment, measuringDays(retention));
    if (measured) this.report('transaction_events', await this.measuring(session, state, measured));
  }

  /** What stations told; alarms stay, there is one for each monitor. */
  private async told(session: Session, before: string): Promise<void> {
    const notices = [before, OF_LIMITS];
    this.report('station_events', await inBatches(() => session.change(DELETE_EVENTS, [before])));
    this.report('station_notices', await inBatches(() => session.change(DELETE_NOTICES, notices)));
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

async function inBatches(deleteSome: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const deleted = await deleteSome();
    total += deleted;
    if (deleted < ROWS_AT_ONCE) break;
  }
  return total;
}
