import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a station told in one message, kept as it said it. */
@Entity('station_notices')
@Index('ix_station_notices_key', ['stationId', 'naturalKey'])
@Index('ix_station_notices_station', ['stationId', 'kind', 'id'])
export class StationNotice {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key of the station. */
  @Column('uuid')
  stationId: string;

  @Column('bytea')
  naturalKey: Buffer;

  /** The name of the message. */
  @Column('text')
  kind: string;

  @Column('text')
  ocppVersion: string;

  /** Null where the message names none. */
  @Column('int', { nullable: true })
  evseId: number | null;

  /** Of a report that was asked for. */
  @Column('int', { nullable: true })
  requestId: number | null;

  /** Which part of the report it is. */
  @Column('int', { nullable: true })
  seqNo: number | null;

  /** What it is about, where that is one word, e.g. the source of a limit. */
  @Column('text', { nullable: true })
  subject: string | null;

  /** The payload, secrets masked. */
  @Column('json')
  content: Record<string, unknown>;

  /** What the station was answered; null for an empty answer. */
  @Column('json', { nullable: true })
  answer: Record<string, unknown> | null;

  @Column('timestamptz')
  receivedAt: Date;
}
