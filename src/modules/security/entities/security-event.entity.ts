import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that concerns the security of a station, as it told it; rows are never changed. */
@Entity('security_events')
@Index('ux_security_events_key', ['stationId', 'naturalKey'], { unique: true })
@Index('ix_security_events_station', ['stationId', 'id'])
export class SecurityEvent {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key of the station. */
  @Column('uuid')
  stationId: string;

  @Column('bytea')
  naturalKey: Buffer;

  @Column('text')
  type: string;

  /** By the list of the standard; null for a type that it does not know. */
  @Column('boolean', { nullable: true })
  critical: boolean | null;

  /** When it happened, as far as the station's clock can be believed. */
  @Column('timestamptz')
  occurredAt: Date;

  @Column('text', { nullable: true })
  stationTimestamp: string | null;

  @Column('text', { nullable: true })
  techInfo: string | null;

  @Column('json', { nullable: true })
  customData: Record<string, unknown> | null;

  @Column('timestamptz')
  receivedAt: Date;
}
