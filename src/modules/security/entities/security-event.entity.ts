import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** What a station said about its security. Never changed once it is stored. */
@Entity('security_events')
@Unique(['stationId', 'naturalKey'])
@Index(['receivedAt', 'id'])
@Index(['stationId', 'receivedAt', 'id'])
export class SecurityEvent {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  stationId: string;

  /** Of type, time and technical information, as they came: a repeated event is not another one. */
  @Column('bytea')
  naturalKey: Buffer;

  @Column('text')
  type: string;

  @Column('boolean')
  critical: boolean;

  @Column('timestamptz')
  timestamp: Date;

  /** As the station wrote it. */
  @Column('text', { nullable: true })
  stationTimestamp: string | null;

  @Column('text', { nullable: true })
  techInfo: string | null;

  @Column('timestamptz')
  receivedAt: Date;
}
