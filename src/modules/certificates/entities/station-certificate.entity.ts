import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CertificateId, HashAlgorithm } from '../../../common/x509.js';
import type { CertificateType } from '../certificate-types.js';

/** A certificate that a station reported, in its own letters; gone when it is reported no more, or deleted. */
@Entity('station_certificates')
@Index(
  'uq_station_certificates_identity',
  ['stationId', 'certificateType', 'hashAlgorithm', 'issuerNameHash', 'issuerKeyHash', 'serialNumber'],
  { unique: true },
)
@Index(['stationId', 'id'])
export class StationCertificate {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  stationId: string;

  @Column('text')
  certificateType: CertificateType;

  @Column('text')
  hashAlgorithm: HashAlgorithm;

  @Column('text')
  issuerNameHash: string;

  @Column('text')
  issuerKeyHash: string;

  @Column('text')
  serialNumber: string;

  @Column('jsonb', { default: [] })
  childCertificates: CertificateId[];

  @Column('timestamptz')
  firstReportedAt: Date;

  @Column('timestamptz')
  reportedAt: Date;

  /** The question that brought the last report. */
  @Column('uuid')
  commandId: string;
}
