import type { LogRequestView } from '../dto/log-request.dto.js';
import { fileNameOf } from './file-name.js';
import type { LogRequest } from '../entities/log-request.entity.js';

/** Schemes by which anybody on the way can read what is uploaded, and the credentials of the URL with it. */
const READABLE = /^(?:http|ftp):/i;

/** A request as REST shows it; `stationId` is the identity, not the surrogate key. */
export const toLogView = (request: LogRequest, stationId: string): LogRequestView => ({
  id: request.id,
  stationId,
  requestId: request.requestId,
  commandId: request.commandId,
  logType: request.logType,
  oldestTimestamp: request.oldestTimestamp,
  latestTimestamp: request.latestTimestamp,
  retries: request.retries,
  retryInterval: request.retryInterval,
  location: request.location,
  external: request.capabilityDigest === null,
  warnings: warningsOf(request),
  state: request.state,
  status: request.status,
  answer: request.answer,
  answerInfo: request.answerInfo,
  announcedFileName: request.announcedFileName,
  failure: request.failure,
  supersededBy: request.supersededBy,
  file:
    request.fileId === null
      ? null
      : {
          name: fileNameOf(request),
          size: Number(request.fileSize),
          sha256: request.fileSha256!.toString('hex'),
          receivedAt: request.fileReceivedAt!,
        },
  uploadAttempts: request.uploadAttempts,
  uploadFailure: request.uploadFailure,
  urlExpiresAt: request.urlExpiresAt,
  requestedAt: request.requestedAt,
  lastStatusAt: request.lastStatusAt,
  deadlineAt: request.deadlineAt,
  endedAt: request.endedAt,
});

function warningsOf({ location, capabilityDigest }: LogRequest): string[] {
  const scheme = READABLE.exec(location)?.[0].slice(0, -1).toLowerCase();
  if (scheme === undefined) return [];
  const how = capabilityDigest === null ? `by ${scheme}` : `by ${scheme}, because PUBLIC_URL is no https URL`;
  return [`The log travels unencrypted (${how}): anybody on the way can read it.`];
}
