import type { CommandTable } from './dialect.js';
import { callIn, replyWith } from './dialect.js';
import type { FirmwareStage, FirmwareWish } from './firmware.js';
import type { OutgoingCall } from './outbox.js';
import type { StationRequests } from '../../ocpp/index.js';

type PlainStatus = StationRequests['1.6']['FirmwareStatusNotification']['status'];

const call = callIn<'1.6'>();

/** The stages that the message without a signature has words for. */
const PLAIN: readonly string[] = [
  'Downloaded',
  'DownloadFailed',
  'Downloading',
  'Idle',
  'InstallationFailed',
  'Installing',
  'Installed',
] satisfies PlainStatus[];

export const firmwareCommandsV16: CommandTable<'1.6'> = {
  UpdateFirmware: ({ location, retrieveDate, retries, retryInterval }, station) =>
    replyWith(
      station.updateFirmware({ location, retrieveAt: new Date(retrieveDate), retries, retryInterval }),
      () => ({}),
    ),
  SignedUpdateFirmware: ({ requestId, retries, retryInterval, firmware }, station) =>
    replyWith(
      station.updateFirmware({
        requestId,
        retries,
        retryInterval,
        location: firmware.location,
        retrieveAt: new Date(firmware.retrieveDateTime),
        installAt: firmware.installDateTime === undefined ? undefined : new Date(firmware.installDateTime),
        signingCertificate: firmware.signingCertificate,
        signature: firmware.signature,
      }),
      (status) => ({ status }),
    ),
};

export function firmwareStatusV16(stage: FirmwareStage, wish: FirmwareWish | undefined): OutgoingCall | undefined {
  if (wish?.requestId !== undefined) {
    return call('SignedFirmwareStatusNotification', { status: stage, requestId: wish.requestId });
  }
  return PLAIN.includes(stage) ? call('FirmwareStatusNotification', { status: stage as PlainStatus }) : undefined;
}
