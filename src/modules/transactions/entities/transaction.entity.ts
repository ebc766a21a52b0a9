import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * A transaction, projected from its messages. Every field can be computed again from `transaction_events`; `progress`
 * holds what the projection needs to merge messages in any order.
 */
@Entity('transactions')
@Unique(['stationId', 'ocppTransactionId', 'generation'])
@Index('ix_transactions_open_evse', ['stationId', 'evseId'], { where: `state = 'active'` })
@Index('ix_transactions_provisional', ['stationId', 'evseId'], { where: 'provisional_end_at IS NOT NULL' })
@Index('ix_transactions_open_token', ['tokenKey'], { where: `state = 'active'` })
@Index('ix_transactions_started', ['startedAt', 'id'])
@Index('ix_transactions_station_started', ['stationId', 'startedAt', 'id'])
export class Transaction {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key of the station. */
  @Column('uuid')
  stationId: string;

  @Column('text')
  ocppTransactionId: string;

  /** 0, or higher where a station used the same transaction id again after an end. */
  @Column('int', { default: 0 })
  generation: number;

  @Column('text')
  ocppVersion: string;

  /** `active` or `ended`. */
  @Column('text')
  state: string;

  @Column('int', { nullable: true })
  evseId: number | null;

  @Column('int', { nullable: true })
  connectorId: number | null;

  @Column('text', { nullable: true })
  tokenValue: string | null;

  @Column('text', { nullable: true })
  tokenType: string | null;

  @Index()
  @Column('text', { nullable: true })
  tokenKey: string | null;

  /** Station time of the start. */
  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  /** When a later transaction on the same EVSE showed that this one must have ended; its own end overrides it. */
  @Column('timestamptz', { nullable: true })
  provisionalEndAt: Date | null;

  @Column('numeric', { nullable: true })
  meterStartWh: string | null;

  /** The newest register value while active, the final one when ended. */
  @Column('numeric', { nullable: true })
  meterStopWh: string | null;

  /** Null where it cannot be billed; `flags` say why. */
  @Column('numeric', { nullable: true })
  energyWh: string | null;

  @Column('text', { nullable: true })
  chargingState: string | null;

  /** In 2.0.1 words. */
  @Column('text', { nullable: true })
  stopReason: string | null;

  @Column('int', { nullable: true })
  remoteStartId: number | null;

  @Column('int', { nullable: true })
  reservationId: number | null;

  /** The command that asked for this transaction. */
  @Column('uuid', { nullable: true })
  commandId: string | null;

  @Column('text', { array: true, default: () => `'{}'` })
  flags: string[];

  @Column('json')
  progress: object;

  /** How often the row was changed. Every change adds one: who relies on what he has read finds out. */
  @Column('int', { default: 0 })
  revision: number;

  @Column('timestamptz')
  createdAt: Date;

  /** When a message last changed it; what `updatedSince` compares. A BRIN index, since
   * any other would have to be written anew with every meter value. */
  @Index('ix_transactions_updated', { type: 'brin' })
  @Column('timestamptz')
  updatedAt: Date;
}
