import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * A message of a transaction, once per logical event: the natural key recognises retries. Changed only where a token is
 * erased; those that do nothing but measure are deleted when they are old.
 */
@Entity('transaction_events')
@Unique(['stationId', 'naturalKey'])
@Index('ix_transaction_events_transaction', ['transactionId', 'receivedAt', 'id'])
@Index('ix_transaction_events_unmatched', ['stationId', 'receivedAt', 'id'], {
  where: `transaction_id IS NULL AND kind <> 'MeterValues'`,
})
export class TransactionEvent {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key of the station. */
  @Column('uuid')
  stationId: string;

  /** Digest of what makes two messages the same event, from the raw wire text (see natural-key.ts). */
  @Column('bytea')
  naturalKey: Buffer;

  /** Null for orphans: a stop without a known start. */
  @Column('uuid', { nullable: true })
  transactionId: string | null;

  /** StartTransaction, StopTransaction, MeterValues, or TransactionEvent with its eventType. */
  @Column('text')
  kind: string;

  @Column('text')
  ocppVersion: string;

  @Column('int', { nullable: true })
  seqNo: number | null;

  /** Station time, or the time of receipt where it gave none that can be read. */
  @Column('timestamptz')
  timestamp: Date;

  @Column('text', { nullable: true })
  stationTimestamp: string | null;

  @Column('timestamptz')
  receivedAt: Date;

  @Column('boolean', { default: false })
  offline: boolean;

  @Column('text', { array: true, default: () => `'{}'` })
  flags: string[];

  /** The payload as the station sent it, as bytes. */
  @Column('bytea')
  payload: Buffer;
}
