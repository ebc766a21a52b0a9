import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { LOCKS } from '../../../database/advisory-locks.js';
import { StationClient } from '../../../ocpp/index.js';
import { FirmwareCampaignTarget } from '../entities/firmware-campaign-target.entity.js';
import type { Target, TargetState } from './campaign-rules.js';

/** A station of a campaign with what came of it. */
export interface TargetRow {
  readonly stationUuid: string;
  readonly stationId: string;
  readonly wave: number;
  readonly position: number;
  readonly state: TargetState;
  readonly reason: string | null;
  readonly firmwareVersion: string | null;
  readonly updateId: string | null;
  readonly status: string | null;
  readonly failure: string | null;
  readonly endedAt: Date | null;
  /** It does an update that this campaign has not asked for. */
  readonly isOccupied: boolean;
}

const TARGETS = `
  SELECT t.station_id AS "stationUuid", s.station_id AS "stationId", t.wave, t.position, t.reason,
    s.firmware_version AS "firmwareVersion", u.id AS "updateId", u.status, u.failure, u.ended_at AS "endedAt",
    CASE WHEN t.outcome IS NOT NULL THEN t.outcome
         WHEN u.id IS NULL THEN 'waiting'
         WHEN u.state = 'installed' THEN 'installed'
         WHEN u.state IN ('failed', 'rejected', 'timed-out') THEN 'failed'
         WHEN u.state IN ('superseded', 'cancelled') THEN 'cancelled'
         ELSE 'in-progress' END AS state,
    EXISTS (SELECT FROM firmware_updates o WHERE o.station_id = t.station_id AND o.ended_at IS NULL
              AND o.campaign_id IS DISTINCT FROM t.campaign_id) AS "isOccupied"
  FROM firmware_campaign_targets t
  JOIN stations s ON s.id = t.station_id
  LEFT JOIN firmware_updates u ON u.campaign_id = t.campaign_id AND u.station_id = t.station_id
  WHERE t.campaign_id = $1`;

/** The stations of campaigns. */
@Injectable()
export class CampaignStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly client: StationClient,
  ) {}

  /** All of them, in their order. */
  targets(campaignId: string, manager: EntityManager = this.dataSource.manager): Promise<TargetRow[]> {
    return manager.query(`${TARGETS} ORDER BY t.position`, [campaignId]);
  }

  /** Some of them, from a position on. */
  page(campaignId: string, after: number, limit: number): Promise<TargetRow[]> {
    return this.dataSource.query(`${TARGETS} AND t.position > $2 ORDER BY t.position LIMIT $3`, [
      campaignId,
      after,
      limit,
    ]);
  }

  /** As the rules see them. @param countedFrom what ended before does not count for the share of failures */
  asTarget(row: TargetRow, countedFrom: Date): Target {
    const { stationUuid, wave, state, isOccupied, endedAt } = row;
    const isReady = this.client.connected(stationUuid)?.registration === 'Accepted' && !isOccupied;
    return { stationUuid, wave, state, ready: isReady, counts: endedAt !== null && endedAt >= countedFrom };
  }

  isConnected({ stationUuid }: TargetRow): boolean {
    return this.client.connected(stationUuid) !== undefined;
  }

  /** Whether this process is the one that sees to campaigns until the transaction ends. */
  async isMine(manager: EntityManager): Promise<boolean> {
    const [{ mine }] = await manager.query<[{ mine: boolean }]>('SELECT pg_try_advisory_xact_lock($1) AS mine', [
      LOCKS.firmwareCampaigns,
    ]);
    return mine;
  }

  async skip(manager: EntityManager, campaignId: string, stationUuid: string, reason: string): Promise<void> {
    await manager.update(
      FirmwareCampaignTarget,
      { campaignId, stationId: stationUuid },
      { outcome: 'skipped', reason },
    );
  }

  /** Nobody who has not been asked will be. */
  async cancelWaiting(manager: EntityManager, campaignId: string): Promise<void> {
    await manager.query(
      `UPDATE firmware_campaign_targets t SET outcome = 'cancelled'
       WHERE campaign_id = $1 AND outcome IS NULL AND NOT EXISTS (
         SELECT FROM firmware_updates u WHERE u.campaign_id = t.campaign_id AND u.station_id = t.station_id)`,
      [campaignId],
    );
  }

  /** Stations whose update never left for them may be asked again; that update is not the campaign's any more. */
  async releaseUnsent(manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE firmware_updates SET campaign_id = NULL WHERE campaign_id IS NOT NULL AND state = 'cancelled'`,
    );
  }
}
