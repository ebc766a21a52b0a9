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
