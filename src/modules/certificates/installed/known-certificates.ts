import { certificateIdOf, isSameCertificateId, readCertificate, type CertificateId } from '../../../common/x509.js';
import type { CertificateInstallation } from '../entities/certificate-installation.entity.js';

/** The certificate behind the hashes that a station reported, where TAU has installed it there. */
export class KnownCertificates {
  private readonly known;

  constructor(installations: readonly CertificateInstallation[]) {
    this.known = installations.flatMap((installation) => {
      const certificate = readCertificate(installation.certificate);
      return certificate ? [{ installation, certificate }] : [];
    });
  }

  /** Every installation of a certificate, as any type; the last one first. */
  all(id: CertificateId): CertificateInstallation[] {
    return this.known
      .filter(({ certificate }) =>
        // hashes are made with the issuer, which may be installed as well; a root is its own
        this.known.some(
          ({ certificate: issuer }) =>
            certificate.checkIssued(issuer) &&
            isSameCertificateId(certificateIdOf(certificate, issuer, id.hashAlgorithm), id),
        ),
      )
      .map(({ installation }) => installation)
      .sort((a, b) => b.installedAt.getTime() - a.installedAt.getTime());
  }
}
