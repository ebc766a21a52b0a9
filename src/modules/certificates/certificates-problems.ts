import { ProblemError, UnknownError } from '../../common/problems.js';

/** 400: what was given is not one certificate. The text itself is never repeated: it may be a private key. */
export const certificateInvalid = (what: string): ProblemError =>
  new ProblemError(
    'certificate-invalid',
    400,
    `${what} Send one X.509 certificate as PEM, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.`,
  );

/** 400: stations refuse it. [OCPP 2.0.1 M05.FR.07] */
export const certificateExpired = (validTo: Date): ProblemError =>
  new ProblemError(
    'certificate-expired',
    400,
    `The certificate expired at ${validTo.toISOString()}, and stations refuse such. Install its successor instead.`,
    { validTo: validTo.toISOString() },
  );

/** 400: more than the message takes, or than the station does. */
export const certificateTooLarge = (size: number, limit: number, whose: string): ProblemError =>
  new ProblemError(
    'certificate-too-large',
    400,
    `The certificate has ${size} characters, and ${whose} takes ${limit}. Install one with a shorter key, or with fewer ` +
      'extensions.',
    { size, limit },
  );

/** 404 `certificate-unknown`. */
export const certificateUnknown = (id: string): UnknownError =>
  new UnknownError(
    'certificate',
    id.slice(0, 100),
    'See GET /stations/{stationId}/certificates, and POST .../certificates/refresh for what the station holds now.',
  );
