import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A certificate that a station asked to be signed; a repeated request is counted. */
@Entity('certificate_requests')
@Unique(['stationId', 'naturalKey'])
@Index(['stationId', 'lastAt', 'id'])
export class CertificateRequest {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  stationId: string;

  @Column('bytea')
  naturalKey: Buffer;

  /** PEM, as the station sent it; nothing in it was checked. */
  @Column('text')
  csr: string;

  @Column('text', { nullable: true })
  certificateType: string | null;

  /** What the station was answered. */
  @Column('text')
  status: string;

  @Column('integer', { default: 1 })
  count: number;

  @Column('timestamptz')
  firstAt: Date;

  @Column('timestamptz')
  lastAt: Date;
}
