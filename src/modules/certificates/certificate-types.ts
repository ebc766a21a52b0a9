import type { CertificateId } from '../../common/x509.js';

/** What a certificate may be installed as. [OCPP 2.0.1 M05] */
export const INSTALLABLE_TYPES = [
  'V2GRootCertificate',
  'MORootCertificate',
  'CSMSRootCertificate',
  'ManufacturerRootCertificate',
] as const;
export type InstallableType = (typeof INSTALLABLE_TYPES)[number];

/** What a station may be asked for and report. [OCPP 2.0.1 M03] */
export const CERTIFICATE_TYPES = [...INSTALLABLE_TYPES, 'V2GCertificateChain'] as const;
export type CertificateType = (typeof CERTIFICATE_TYPES)[number];

/** A certificate as a station reports it: by its hashes, in its own letters. */
export interface ReportedCertificate {
  readonly certificateType: CertificateType;
  readonly id: CertificateId;
  /** Of a chain: what stands between its leaf and its root. */
  readonly children: readonly CertificateId[];
}

/** What a station answered to the question which certificates it holds. */
export interface CertificateReport {
  /** What it was asked for. */
  readonly types: readonly CertificateType[];
  readonly status: 'Accepted' | 'NotFound';
  readonly certificates: readonly ReportedCertificate[];
}
