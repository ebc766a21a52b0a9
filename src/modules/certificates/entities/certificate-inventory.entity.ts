import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CertificateType } from '../certificate-types.js';

/** What a station answered when it was last asked for certificates of a type. */
export interface LastReport {
  readonly status: 'Accepted' | 'NotFound';
  readonly reportedAt: string;
  readonly commandId: string;
}

/** How far the certificates of a station follow from what it was commanded. */
@Entity('certificate_inventories')
export class CertificateInventory {
  @PrimaryColumn('uuid')
  stationId: string;

  /** The answer up to which everything is in the inventory, with the command that it belongs to. */
  @Column('timestamptz', { nullable: true })
  asOf: Date | null;

  @Column('uuid', { nullable: true })
  asOfCommandId: string | null;

  /** The last report of each type. */
  @Column('jsonb', { default: {} })
  reports: Partial<Record<CertificateType, LastReport>>;
}
