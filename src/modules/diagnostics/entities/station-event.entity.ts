import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something about a component of a station that it reported. */
@Entity('station_events')
@Index('ux_station_events_key', ['stationId', 'naturalKey'], { unique: true })
@Index('ix_station_events_station', ['stationId', 'id'])
export class StationEvent {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key of the station. */
  @Column('uuid')
  stationId: string;

  @Column('bytea')
  naturalKey: Buffer;

  /** When it happened, as far as the station's clock can be believed. */
  @Column('timestamptz')
  occurredAt: Date;

  @Column('text')
  trigger: string;

  @Column('text')
  component: string;

  @Column('text')
  variable: string;

  @Column('int', { nullable: true })
  evseId: number | null;

  /** Of the alarm that it opens or clears; null for one that does neither. */
  @Column('bytea', { nullable: true })
  alarmKey: Buffer | null;

  @Column('boolean')
  cleared: boolean;

  /** All fields of the event, secrets masked. */
  @Column('json')
  content: Record<string, unknown>;

  /** What the message said beside its events. */
  @Column('json')
  message: Record<string, unknown>;

  @Column('timestamptz')
  receivedAt: Date;
}
