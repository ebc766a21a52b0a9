import { ProblemError, UnknownError } from '../../common/problems.js';

/** 404 `firmware-image-unknown`. */
export const imageUnknown = (id: string): UnknownError =>
  new UnknownError('firmware-image', id.slice(0, 100), 'See GET /firmware-images.');

/** 400: what arrived is not what was announced. */
export const checksumMismatch = (expected: string, actual: string): ProblemError =>
  new ProblemError(
    'checksum-mismatch',
    400,
    `The content has the SHA-256 ${actual}, not ${expected}. Send it again; nothing of it was kept.`,
  );

/** 400: a secure update with it would be refused by every station. [OCPP 2.0.1 A00.FR.707] */
export const signatureInvalid = (why: string): ProblemError =>
  new ProblemError('firmware-signature-invalid', 400, `${why} Stations would refuse the image.`);

/** 409: the image is made for other stations. */
export const imageUnsuitable = (what: string, wanted: string, actual: string): ProblemError =>
  new ProblemError(
    'firmware-image-unsuitable',
    409,
    `The image is for stations of ${what} ${wanted}, and this one is of ${what} ${actual}. Take another image.`,
  );

/** 409: stations may be fetching it. */
export const imageInUse = (id: string): ProblemError =>
  new ProblemError(
    'firmware-image-in-use',
    409,
    `Updates or campaigns with the image ${id} are under way. Wait until they have ended, or cancel the campaign.`,
  );

/** 404 `firmware-update-unknown`. */
export const updateUnknown = (id: string): UnknownError =>
  new UnknownError('firmware-update', id.slice(0, 100), 'See GET /stations/{stationId}/firmware-updates.');

/** 404 `firmware-campaign-unknown`. */
export const campaignUnknown = (id: string): UnknownError =>
  new UnknownError('firmware-campaign', id.slice(0, 100), 'See GET /firmware-campaigns.');

/** 409: what is wanted of a campaign does not go with where it stands. */
export const campaignStateProblem = (action: string, state: string): ProblemError =>
  new ProblemError(
    'firmware-campaign-state',
    409,
    `The campaign is ${state}: one cannot ${action} it. Read it again to see where it stands.`,
    { state },
  );
