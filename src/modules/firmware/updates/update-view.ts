import type { FirmwareUpdateView } from '../dto/firmware-update.dto.js';
import type { FirmwareUpdate } from '../entities/firmware-update.entity.js';

/** An update as REST shows it; `stationId` is the identity, not the surrogate key. */
export const toUpdateView = (update: FirmwareUpdate, stationId: string): FirmwareUpdateView => ({
  id: update.id,
  stationId,
  requestId: update.requestId,
  imageId: update.imageId,
  campaignId: update.campaignId,
  commandId: update.commandId,
  version: update.version,
  versionBefore: update.versionBefore,
  versionAfter: update.versionAfter,
  location: update.location,
  signed: update.signed,
  retrieveAt: update.retrieveAt,
  installAt: update.installAt,
  retries: update.retries,
  retryInterval: update.retryInterval,
  state: update.state,
  status: update.status,
  answer: update.answer,
  answerInfo: update.answerInfo,
  failure: update.failure,
  supersededBy: update.supersededBy,
  downloads: {
    count: update.downloads,
    bytes: Number(update.downloadedBytes),
    lastAt: update.lastDownloadAt,
  },
  urlExpiresAt: update.urlExpiresAt,
  requestedAt: update.requestedAt,
  lastStatusAt: update.lastStatusAt,
  deadlineAt: update.deadlineAt,
  endedAt: update.endedAt,
});
