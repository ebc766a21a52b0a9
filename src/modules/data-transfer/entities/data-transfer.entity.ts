import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a station said by DataTransfer, and what it was answered. What TAU said is in `commands`. */
@Entity('data_transfers')
@Index('ix_data_transfers_station', ['stationId', 'id'])
@Index('ix_data_transfers_repeats', ['stationId', 'naturalKey', 'receivedAt'])
export class DataTransfer {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key of the station. */
  @Column('uuid')
  stationId: string;

  /** Of message id and payload: by these a repetition is recognised, for a while. */
  @Column('bytea')
  naturalKey: Buffer;

  @Column('text')
  ocppVersion: string;

  @Column('text')
  vendorId: string;

  @Column('text', { nullable: true })
  messageId: string | null;

  /** Secrets masked. */
  @Column('json', { nullable: true })
  data: unknown;

  /** What it was answered. */
  @Column('text')
  status: string;

  @Column('json', { nullable: true })
  statusInfo: Record<string, unknown> | null;

  /** Secrets masked. */
  @Column('json', { nullable: true })
  responseData: unknown;

  @Column('timestamptz')
  receivedAt: Date;
}
