import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A report about the device model of a station that was asked for, or that came unasked. */
@Entity('device_reports')
@Unique(['stationId', 'requestId'])
@Index('ix_device_reports_station', ['stationId', 'id'])
export class DeviceReport {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key of the station. */
  @Column('uuid')
  stationId: string;

  /** By which the parts name the report. */
  @Column('int')
  requestId: number;

  /** ConfigurationInventory, FullInventory, SummaryInventory, Custom, or Unasked. */
  @Column('text')
  kind: string;

  /** Of a custom report: {componentCriteria, variables} as they were asked for. */
  @Column('json', { nullable: true })
  criteria: Record<string, unknown> | null;

  /** Who asked: `operator`, or `boot` for TAU itself. */
  @Column('text')
  askedBy: string;

  /** The station's firmware when it was asked. */
  @Column('text', { nullable: true })
  firmwareVersion: string | null;

  @Column('uuid', { nullable: true })
  commandId: string | null;

  /** What the station answered to the request, e.g. Accepted; a code of ours where there was no answer. */
  @Column('text', { nullable: true })
  answer: string | null;

  @Column('timestamptz')
  requestedAt: Date;

  /** How many parts have come. */
  @Column('int', { default: 0 })
  parts: number;

  /** The number of the last part, once it has come. */
  @Column('int', { nullable: true })
  lastSeqNo: number | null;

  @Column('timestamptz', { nullable: true })
  lastPartAt: Date | null;

  /** When the last missing part had come. */
  @Column('timestamptz', { nullable: true })
  completedAt: Date | null;
}
