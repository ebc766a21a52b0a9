import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One CALL and its answer in the log of raw messages, secrets masked. A view of the table `ocpp_messages`, which leaves
 * out what is stored with a transaction anyway. The table is partitioned by received_at, which TypeORM cannot describe:
 * migrations make both, drift checks leave them out.
 */
@Entity('logged_messages', { synchronize: false })
export class OcppMessage {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz', { primary: true })
  receivedAt: Date;

  /** Surrogate key of the station. */
  @Column('uuid')
  stationId: string;

  @Column('text')
  ocppVersion: string;

  /** `from-station` or `to-station`. */
  @Column('text')
  direction: string;

  @Column('text', { nullable: true })
  action: string | null;

  @Column('text', { nullable: true })
  messageId: string | null;

  /** Bytes, since text and json refuse what a station may send. */
  @Column('bytea')
  request: Buffer;

  @Column('bytea', { nullable: true })
  response: Buffer | null;

  /** `answered`, an OCPP error code, `unreadable`, `timed-out` or `disconnected`. */
  @Column('text')
  outcome: string;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  /** How many exchanges the row stands for; more than 1 for the Heartbeats of one minute. */
  @Column('int', { default: 1 })
  count: number;
}
