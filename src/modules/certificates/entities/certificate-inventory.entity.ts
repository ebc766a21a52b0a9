import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CertificateType } from '../certificate-types.js';

/** What a station answered when it was last asked for certificates of a type. */
export interface LastReport {
  readonly status: 'Accepted' | 'NotFound';
  readonly reportedAt: string;
  readonly commandId: string;
}

/** Of which types a station was asked what it holds. */
@Entity('certificate_inventories')
export class CertificateInventory {
  @PrimaryColumn('uuid')
  stationId: string;

  /** The last report of each type. */
  @Column('jsonb', { default: {} })
  reports: Partial<Record<CertificateType, LastReport>>;
}
