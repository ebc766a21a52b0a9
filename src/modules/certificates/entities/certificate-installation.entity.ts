import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { InstallableType } from '../certificate-types.js';

/** A certificate that TAU had a station install, the last time that it did. */
@Entity('certificate_installations')
@Index('uq_certificate_installations_identity', ['stationId', 'certificateType', 'fingerprint'], { unique: true })
export class CertificateInstallation {
  /** The command that it was installed by. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  stationId: string;

  @Column('text')
  certificateType: InstallableType;

  /** SHA-256 of the certificate. */
  @Column('bytea')
  fingerprint: Buffer;

  /** PEM. */
  @Column('text')
  certificate: string;

  @Column('timestamptz')
  installedAt: Date;

  /** Until the station is next asked for certificates of the type. */
  @Column('boolean', { default: true })
  awaitsReport: boolean;
}
