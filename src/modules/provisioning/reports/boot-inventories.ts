import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StationRef } from '../../stations/index.js';
import { PART_WITHIN_MS } from './report.js';

/** How often a firmware is asked for its inventory by TAU itself. */
const MOST_ATTEMPTS = 5;

/**
 * Stations that are to report when they boot, and have not done so with the firmware that they have now. One that does
 * not answer, is busy or leaves parts out is asked again later; one that has no such report is not. A request that may
 * still be answered counts until nothing more is expected of it.
 */
const DUE = `SELECT s.id, s.station_id AS "stationId" FROM stations s
  WHERE s.archived_at IS NULL AND s.connection_epoch IS NOT NULL AND (s.rules ->> 'inventoryAtBoot')::boolean
    AND s.booted_at IS NOT NULL AND s.boot_answer IN ('Accepted', 'Pending') AND s.ocpp_version IN ('1.6', '2.0.1')
    AND ($2::uuid[] IS NULL OR s.id = ANY($2))
    AND NOT EXISTS (SELECT FROM device_reports r
      WHERE r.station_id = s.id AND r.kind = 'FullInventory'
        AND r.firmware_version IS NOT DISTINCT FROM s.firmware_version
        AND (r.completed_at IS NOT NULL OR r.answer IN ('NotSupported', 'EmptyResultSet')
          OR greatest(r.requested_at, r.last_part_at) > $1))
    AND (SELECT count(*) FROM device_reports r
      WHERE r.station_id = s.id AND r.asked_by = 'boot'
        AND r.firmware_version IS NOT DISTINCT FROM s.firmware_version) < ${MOST_ATTEMPTS}`;

/** Which stations still owe the inventory of their firmware; follows from what is stored alone. [OCPP 2.0.1 B07.FR.14] */
@Injectable()
export class BootInventories {
  constructor(private readonly dataSource: DataSource) {}

  /** @param stationUuids only of these; undefined: of all */
  due(now: Date, stationUuids: string[] | undefined): Promise<StationRef[]> {
    return this.dataSource.query<StationRef[]>(DUE, [new Date(now.getTime() - PART_WITHIN_MS), stationUuids ?? null]);
  }
}
