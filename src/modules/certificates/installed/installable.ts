import { readCertificate } from '../../../common/x509.js';
import { certificateExpired, certificateInvalid, certificateTooLarge } from '../certificates-problems.js';

/** [OCPP 2.0.1 InstallCertificateRequest; the same in 1.6] characters */
export const LONGEST_CERTIFICATE = 5500;

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----/g;

/**
 * The text of a certificate as it may be sent.
 * @param limit characters that the station takes, as far as it has told
 * @throws ProblemError 400 `certificate-invalid`, `certificate-expired`, `certificate-too-large`
 */
export function assertInstallable(text: string, now: Date, limit: number | undefined): string {
  const pem = text.trim();
  const blocks = [...pem.matchAll(BLOCK)].map(([, label]) => label!);
  if (blocks.some((label) => label.endsWith('PRIVATE KEY'))) {
    throw certificateInvalid(
      'This holds a private key, which must never leave its owner: regard it as known to others.',
    );
  }
  if (blocks.length > 1) {
    throw certificateInvalid(`This is a bundle of ${blocks.length}; stations take certificates one by one.`);
  }
  const certificate = pem.endsWith('-----END CERTIFICATE-----') ? readCertificate(pem) : undefined;
  if (!certificate) throw certificateInvalid('This is no certificate that can be read.');
  const validTo = new Date(certificate.validTo);
  if (validTo <= now) throw certificateExpired(validTo);
  if (pem.length > LONGEST_CERTIFICATE) throw certificateTooLarge(pem.length, LONGEST_CERTIFICATE, 'OCPP');
  if (limit !== undefined && pem.length > limit) throw certificateTooLarge(pem.length, limit, 'this station');
  return pem;
}
