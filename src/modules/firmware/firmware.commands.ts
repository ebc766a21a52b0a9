import { versionUnsupported } from '../../commands/index.js';
import { type CommandAnswer, defineCommand } from '../../ocpp/index.js';
import type { ImageSignature } from './images/image-signature.js';

/** What a station is asked to install. */
export interface FirmwareOffer {
  /** By which the station names the update in its statuses. */
  readonly requestId: number;
  readonly location: string;
  /** Times as they are sent: a command may be kept, as JSON, until its station is back. */
  readonly retrieveAt: string;
  readonly installAt?: string;
  readonly retries?: number;
  /** Seconds. */
  readonly retryInterval?: number;
}

/** The same, secured. */
export interface SignedFirmwareOffer extends FirmwareOffer, ImageSignature {}

/** What a certificate of OCPP 2.0 may have. */
const LONGEST_CERTIFICATE_V20 = 800;

const retriesOf = ({ retries, retryInterval }: FirmwareOffer) => ({
  ...(retries !== undefined && { retries }),
  ...(retryInterval !== undefined && { retryInterval }),
});

const firmwareOf = ({ location, retrieveAt, installAt }: FirmwareOffer) => ({
  location,
  retrieveDateTime: retrieveAt,
  ...(installAt && { installDateTime: installAt }),
});

const toV2 = (offer: FirmwareOffer) => ({
  requestId: offer.requestId,
  ...retriesOf(offer),
  firmware: firmwareOf(offer),
});

const toSignedV2 = (offer: SignedFirmwareOffer) => ({
  requestId: offer.requestId,
  ...retriesOf(offer),
  firmware: {
    ...firmwareOf(offer),
    signingCertificate: offer.signingCertificate,
    signature: offer.signature,
  },
});

const toAnswer = ({ status, statusInfo }: CommandAnswer): CommandAnswer => ({
  status,
  ...(statusInfo && { statusInfo }),
});

/** L02: update the firmware. */
export const updateFirmware = defineCommand<FirmwareOffer>()('UpdateFirmware', {
  '1.6': {
    action: 'UpdateFirmware',
    request: (offer) => {
      if (offer.installAt) throw versionUnsupported('installAt of an update without a signature', '1.6');
      const { location, retrieveAt } = offer;
      return { location, retrieveDate: retrieveAt, ...retriesOf(offer) };
    },
    // its answer is empty: a station that refuses says so by a CALLERROR
    answer: () => ({}),
  },
  '2.0': { action: 'UpdateFirmware', request: toV2, answer: toAnswer },
  '2.0.1': { action: 'UpdateFirmware', request: toV2, answer: toAnswer },
});

/** L01: update the firmware, with the manufacturer's signature; named as in 1.6, where it is a message of its own. [OCPP 2.0.1 L01.FR.11] */
export const updateSignedFirmware = defineCommand<SignedFirmwareOffer>()('SignedUpdateFirmware', {
  '1.6': { action: 'SignedUpdateFirmware', request: toSignedV2, answer: toAnswer },
  '2.0': {
    action: 'UpdateFirmware',
    request: (offer) => {
      if (offer.signingCertificate.length > LONGEST_CERTIFICATE_V20) {
        throw versionUnsupported(`A signing certificate of more than ${LONGEST_CERTIFICATE_V20} characters`, '2.0');
      }
      return toSignedV2(offer);
    },
    answer: toAnswer,
  },
  '2.0.1': { action: 'UpdateFirmware', request: toSignedV2, answer: toAnswer },
});
