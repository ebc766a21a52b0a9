import { callIn, replyWith, type CommandTable } from './dialect.js';
import type { LogStage, LogWish } from './logs.js';
import type { OutgoingCall } from './outbox.js';

const call = callIn<'1.6'>();

export const logCommandsV16: CommandTable<'1.6'> = {
  GetDiagnostics: ({ location, retries, retryInterval }, station) =>
    replyWith(station.uploadLog({ logType: 'DiagnosticsLog', location, retries, retryInterval }), ({ fileName }) =>
      fileName === undefined ? {} : { fileName },
    ),
  GetLog: ({ logType, requestId, retries, retryInterval, log }, station) =>
    replyWith(
      station.uploadLog({ logType, requestId, location: log.remoteLocation, retries, retryInterval }),
      ({ status, fileName }) => ({ status, ...(fileName !== undefined && { filename: fileName }) }),
    ),
};

export function logStatusV16(stage: LogStage, wish: LogWish | undefined): OutgoingCall | undefined {
  // the message has no word for it
  if (stage === 'AcceptedCanceled') return undefined;
  if (wish?.requestId !== undefined) {
    return call('LogStatusNotification', { status: stage, requestId: wish.requestId });
  }
  return call('DiagnosticsStatusNotification', { status: stage === 'UploadFailure' ? 'UploadFailed' : stage });
}
