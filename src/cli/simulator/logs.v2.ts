import type { CsmsRequests } from '../../ocpp/index.js';
import { callIn, replyWith, type CommandedStation } from './dialect.js';
import type { LogStage, LogWish } from './logs.js';
import type { OutgoingCall } from './outbox.js';

type Request = CsmsRequests['2.0' | '2.0.1']['GetLog'];

/** The same in 2.0 and 2.0.1. */
export const logCommandsV2 = {
  GetLog: ({ logType, requestId, retries, retryInterval, log }: Request, station: CommandedStation) =>
    replyWith(
      station.uploadLog({ logType, requestId, location: log.remoteLocation, retries, retryInterval }),
      ({ status, fileName }) => ({ status, ...(fileName !== undefined && { filename: fileName }) }),
    ),
};

const status = (stage: LogStage, wish: LogWish | undefined): OutgoingCall =>
  callIn<'2.0.1'>()('LogStatusNotification', {
    status: stage,
    ...(wish?.requestId !== undefined && { requestId: wish.requestId }),
  });

export const logStatusV201 = status;

/** 2.0 has no word for an upload that is given up for another. */
export const logStatusV20 = (stage: LogStage, wish: LogWish | undefined): OutgoingCall | undefined =>
  stage === 'AcceptedCanceled' ? undefined : status(stage, wish);
