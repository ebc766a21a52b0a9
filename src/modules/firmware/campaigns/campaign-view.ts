import type { CampaignStationView, FirmwareCampaignView } from '../dto/firmware-campaign.dto.js';
import type { FirmwareCampaign } from '../entities/firmware-campaign.entity.js';
import { openWave, type Target, type TargetState } from './campaign-rules.js';
import type { TargetRow } from './campaign-store.js';

/** A campaign as REST shows it, with the sum of its stations. */
export function toCampaignView(
  campaign: FirmwareCampaign,
  targets: readonly Target[],
  offline: number,
): FirmwareCampaignView {
  const count = (state: TargetState): number => targets.filter((target) => target.state === state).length;
  return {
    id: campaign.id,
    name: campaign.name,
    imageId: campaign.imageId,
    state: campaign.state,
    stoppedBecause: campaign.stoppedBecause,
    waveSize: campaign.waveSize,
    maxConcurrent: campaign.maxConcurrent,
    maxFailureShare: campaign.maxFailureShare,
    minFinished: campaign.minFinished,
    retrieveAt: campaign.retrieveAt,
    installAt: campaign.installAt,
    retries: campaign.retries,
    retryInterval: campaign.retryInterval,
    signed: campaign.signed,
    createdAt: campaign.createdAt,
    endedAt: campaign.endedAt,
    wave: openWave(targets),
    waves: targets.at(-1)?.wave ?? 0,
    progress: {
      total: targets.length,
      waiting: count('waiting'),
      offline,
      inProgress: count('in-progress'),
      installed: count('installed'),
      failed: count('failed'),
      skipped: count('skipped'),
      cancelled: count('cancelled'),
    },
  };
}

/** A station of a campaign as REST shows it. */
export const toStationView = (row: TargetRow, connected: boolean): CampaignStationView => ({
  stationId: row.stationId,
  wave: row.wave,
  state: row.state,
  connected,
  firmwareVersion: row.firmwareVersion,
  updateId: row.updateId,
  status: row.status,
  reason: row.reason ?? row.failure,
});
