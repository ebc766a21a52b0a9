import { Injectable, Logger } from '@nestjs/common';
import { leastId } from '../common/uuid.js';
import { inBatches, ROWS_AT_ONCE } from '../database/in-batches.js';
import type { Session } from './session.js';

/** What is deleted, and by what; $1 is the least id that is kept (ids grow with time), $2 its time. */
type Old = readonly [table: string, sql: string];

const COMMANDS: Old = [
  'commands',
  `DELETE FROM commands WHERE id IN (
     SELECT id FROM commands WHERE id < $1 AND created_at < $2 AND state NOT IN ('queued', 'sent')
     ORDER BY id LIMIT ${ROWS_AT_ONCE})`,
];

// the stations first: who stops between the two finds the rest by its bulk command
const BULK_STATIONS: Old = [
  'bulk_command_stations',
  `DELETE FROM bulk_command_stations WHERE (bulk_command_id, position) IN (
     SELECT s.bulk_command_id, s.position FROM bulk_commands b JOIN bulk_command_stations s ON s.bulk_command_id = b.id
     WHERE b.id < $1 AND b.finished_at < $2 LIMIT ${ROWS_AT_ONCE})`,
];
const BULK_COMMANDS: Old = [
  'bulk_commands',
  `DELETE FROM bulk_commands WHERE id IN (
     SELECT id FROM bulk_commands b WHERE id < $1 AND finished_at < $2
       AND NOT EXISTS (SELECT FROM bulk_command_stations s WHERE s.bulk_command_id = b.id)
     ORDER BY id LIMIT ${ROWS_AT_ONCE})`,
];

const RESERVATIONS: Old = [
  'reservations',
  `WITH old AS (
     SELECT id FROM reservations WHERE id < $1 AND ended_at < $2 ORDER BY ended_at LIMIT ${ROWS_AT_ONCE}
   ), changes AS (
     DELETE FROM reservation_changes WHERE reservation IN (SELECT id FROM old)
   )
   DELETE FROM reservations WHERE id IN (SELECT id FROM old)`,
];

const DATA_TRANSFERS: Old = [
  'data_transfers',
  `DELETE FROM data_transfers WHERE id IN (
     SELECT id FROM data_transfers WHERE id < $1 AND received_at < $2 ORDER BY id LIMIT ${ROWS_AT_ONCE})`,
];

// alarms stay, there is one for each monitor
const STATION_EVENTS: Old = [
  'station_events',
  `DELETE FROM station_events WHERE id IN (
     SELECT id FROM station_events WHERE id < $1 AND received_at < $2 ORDER BY id LIMIT ${ROWS_AT_ONCE})`,
];
const OF_LIMITS = `('NotifyChargingLimit', 'ClearedChargingLimit')`;
// a limit that somebody set years ago may still hold: of each EVSE and source the last word stays
const STATION_NOTICES: Old = [
  'station_notices',
  `DELETE FROM station_notices WHERE id IN (
     SELECT id FROM station_notices n WHERE id < $1 AND received_at < $2
       AND (kind NOT IN ${OF_LIMITS} OR EXISTS (
         SELECT 1 FROM station_notices later
         WHERE later.station_id = n.station_id AND later.kind IN ${OF_LIMITS} AND later.id > n.id
           AND later.evse_id IS NOT DISTINCT FROM n.evse_id AND later.subject IS NOT DISTINCT FROM n.subject))
     ORDER BY id LIMIT ${ROWS_AT_ONCE})`,
];

const CUSTOMER_INFORMATION: Old = [
  'customer_information_requests',
  `WITH old AS (
     SELECT id FROM customer_information_requests WHERE id < $1 AND requested_at < $2 ORDER BY id LIMIT ${ROWS_AT_ONCE}
   ), parts AS (
     DELETE FROM customer_information_parts WHERE request IN (SELECT id FROM old)
   )
   DELETE FROM customer_information_requests WHERE id IN (SELECT id FROM old)`,
];

const CAMPAIGN_TARGETS: Old = [
  'firmware_campaign_targets',
  `DELETE FROM firmware_campaign_targets WHERE (campaign_id, station_id) IN (
     SELECT t.campaign_id, t.station_id FROM firmware_campaigns c JOIN firmware_campaign_targets t ON t.campaign_id = c.id
     WHERE c.id < $1 AND c.ended_at < $2 LIMIT ${ROWS_AT_ONCE})`,
];
const CAMPAIGNS: Old = [
  'firmware_campaigns',
  `DELETE FROM firmware_campaigns WHERE id IN (
     SELECT id FROM firmware_campaigns c WHERE id < $1 AND ended_at < $2
       AND NOT EXISTS (SELECT FROM firmware_campaign_targets t WHERE t.campaign_id = c.id)
     ORDER BY id LIMIT ${ROWS_AT_ONCE})`,
];
// what a campaign says about its stations is read from their updates: they stay as long as it does
const UPDATES: Old = [
  'firmware_updates',
  `DELETE FROM firmware_updates WHERE id IN (
     SELECT id FROM firmware_updates u WHERE id < $1 AND ended_at < $2
       AND NOT EXISTS (SELECT FROM firmware_campaigns c WHERE c.id = u.campaign_id)
     ORDER BY id LIMIT ${ROWS_AT_ONCE})`,
];
// of no update that is known, or of one that is gone
const FIRMWARE_STATUSES: Old = [
  'firmware_statuses',
  `DELETE FROM firmware_statuses WHERE id IN (
     SELECT id FROM firmware_statuses s WHERE id < $1 AND last_received_at < $2
       AND NOT EXISTS (SELECT FROM firmware_updates u WHERE u.id = s.update_id)
     ORDER BY id LIMIT ${ROWS_AT_ONCE})`,
];

const ALL: readonly Old[] = [
  COMMANDS,
  BULK_STATIONS,
  BULK_COMMANDS,
  RESERVATIONS,
  DATA_TRANSFERS,
  STATION_EVENTS,
  STATION_NOTICES,
  CUSTOMER_INFORMATION,
  CAMPAIGN_TARGETS,
  CAMPAIGNS,
  UPDATES,
  FIRMWARE_STATUSES,
];

/** Deletes what was asked of stations and what they told, once it is older than commands are kept. */
@Injectable()
export class OldCommands {
  private readonly logger = new Logger(OldCommands.name);

  async delete(session: Session, limit: Date): Promise<void> {
    for (const [table, sql] of ALL) {
      const deleted = await inBatches(() => session.change(sql, [leastId(limit), limit]));
      if (deleted > 0) this.logger.log(`${deleted} rows of ${table} are deleted, they were older than is kept`);
    }
  }
}
