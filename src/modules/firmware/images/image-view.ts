import { readCertificate } from '../../../common/x509.js';
import type { FirmwareImageView, SigningCertificateView } from '../dto/firmware-image.dto.js';
import type { FirmwareImage } from '../entities/firmware-image.entity.js';

/** An image as REST shows it. */
export const toImageView = (image: FirmwareImage): FirmwareImageView => ({
  id: image.id,
  name: image.name,
  version: image.version,
  vendor: image.vendor,
  model: image.model,
  fileName: image.fileName,
  size: Number(image.size),
  sha256: image.sha256.toString('hex'),
  signed: image.signature !== null,
  signature: image.signature,
  signingCertificate: image.signingCertificate === null ? null : certificateView(image.signingCertificate),
  createdAt: image.createdAt,
});

function certificateView(pem: string): SigningCertificateView {
  const certificate = readCertificate(pem)!;
  return {
    subject: certificate.subject,
    issuer: certificate.issuer,
    serialNumber: certificate.serialNumber,
    validFrom: new Date(certificate.validFrom),
    validTo: new Date(certificate.validTo),
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    pem,
  };
}
