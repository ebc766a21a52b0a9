import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a monitor of a station raised: one row for each component, variable and monitor. */
@Entity('station_alarms')
@Index('ux_station_alarms_key', ['stationId', 'alarmKey'], { unique: true })
@Index('ix_station_alarms_open', ['lastAt', 'id'], { where: 'cleared_at IS NULL' })
export class StationAlarm {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key of the station. */
  @Column('uuid')
  stationId: string;

  @Column('bytea')
  alarmKey: Buffer;

  /** Since when it is or was open; null where only its end was reported. */
  @Column('timestamptz', { nullable: true })
  openedAt: Date | null;

  /** Null while it is open. */
  @Column('timestamptz', { nullable: true })
  clearedAt: Date | null;

  /** When it was cleared the last time, also where it is open again. */
  @Column('timestamptz', { nullable: true })
  lastClearedAt: Date | null;

  /** The time of the last event. */
  @Column('timestamptz')
  lastAt: Date;

  @Column('uuid')
  lastEventId: string;

  /** All fields of the last event; it outlives the event. */
  @Column('json')
  content: Record<string, unknown>;
}
