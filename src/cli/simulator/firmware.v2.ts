import type { CsmsRequests } from '../../ocpp/index.js';
import { callIn, replyWith, type CommandedStation, type CommandTable } from './dialect.js';
import type { FirmwareStage, FirmwareWish } from './firmware.js';
import type { OutgoingCall } from './outbox.js';

type Request = CsmsRequests['2.0' | '2.0.1']['UpdateFirmware'];

const update = ({ requestId, retries, retryInterval, firmware }: Request, station: CommandedStation) =>
  station.updateFirmware({
    requestId,
    retries,
    retryInterval,
    location: firmware.location,
    retrieveAt: new Date(firmware.retrieveDateTime),
    installAt: firmware.installDateTime === undefined ? undefined : new Date(firmware.installDateTime),
    signingCertificate: firmware.signingCertificate,
    signature: firmware.signature,
  });

export const firmwareCommandsV20: CommandTable<'2.0'> = {
  UpdateFirmware: (request, station) =>
    // it has no word for a certificate that is not valid
    replyWith(update(request, station), (status) => ({
      status: status === 'InvalidCertificate' ? 'Rejected' : status,
    })),
};

export const firmwareCommandsV201: CommandTable<'2.0.1'> = {
  UpdateFirmware: (request, station) => replyWith(update(request, station), (status) => ({ status })),
};

export const firmwareStatusV2 = (stage: FirmwareStage, wish: FirmwareWish | undefined): OutgoingCall =>
  callIn<'2.0.1'>()('FirmwareStatusNotification', {
    status: stage,
    ...(wish?.requestId !== undefined && { requestId: wish.requestId }),
  });
