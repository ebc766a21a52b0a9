import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a station said about the upload of a log. The same said again adds no row. */
@Entity('log_statuses')
@Index('ix_log_statuses_station', ['stationId', 'id'])
@Index('ix_log_statuses_request', ['logRequestId', 'id'], { where: 'log_request_id IS NOT NULL' })
export class LogStatusRow {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key. */
  @Column('uuid')
  stationId: string;

  /** The request that it is about; null where it is about none that is known. */
  @Column('uuid', { nullable: true })
  logRequestId: string | null;

  /** As the station said it; DiagnosticsStatusNotification of 1.6 has none. */
  @Column('int', { nullable: true })
  requestId: number | null;

  /** In 2.0.1 words. */
  @Column('text')
  status: string;

  @Column('timestamptz')
  receivedAt: Date;

  /** How often it was said again, with nothing else between. */
  @Column('int', { default: 0 })
  repeats: number;

  @Column('timestamptz')
  lastReceivedAt: Date;
}
