import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Correction } from '../correction.js';

/**
 * A transaction, projected from its messages, with what operators corrected of it. What the station said can be computed
 * again from `transaction_events`; `progress` holds what the projection needs to merge messages in any order.
 */
@Entity('transactions')
@Unique(['stationId', 'ocppTransactionId', 'generation'])
@Index('ix_transactions_open_evse', ['stationId', 'evseId'], { where: `state = 'active'` })
@Index('ix_transactions_provisional', ['stationId', 'evseId'], { where: 'provisional_end_at IS NOT NULL' })
@Index('ix_transactions_open_token', ['tokenKey'], { where: `state = 'active'` })
@Index('ix_transactions_started', ['startedAt', 'id'])
@Index('ix_transactions_station_started', ['stationId', 'startedAt', 'id'])
@Index('ix_transactions_token_started', ['tokenKey', 'startedAt', 'id'])
// few at any time: what operators ask for, and what stations are still to be asked about
@Index('ix_transactions_incomplete', ['startedAt', 'id'], { where: `completeness = 'incomplete'` })
@Index('ix_transactions_to_ask', ['stationId'], {
  where: `completeness = 'incomplete' AND NOT settled AND ocpp_version <> '1.6'`,
})
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

  @Column('text', { nullable: true })
  tokenKey: string | null;

  /** Station time of the start. */
  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  /** When it is taken to have ended, although its own end has not come; that overrides it. */
  @Column('timestamptz', { nullable: true })
  provisionalEndAt: Date | null;

  /** What the provisional end follows from, e.g. next-transaction; null without one. */
  @Column('text', { nullable: true })
  closedBy: string | null;

  /** `complete`, `incomplete` or `unknown`; see completeness.ts. */
  @Column('text', { default: 'unknown' })
  completeness: string;

  /** Whether the transaction goes on, as the station last said when it was asked. */
  @Column('boolean', { nullable: true })
  ongoing: boolean | null;

  /** Whether messages about it wait at the station, as it last said when it was asked. */
  @Column('boolean', { nullable: true })
  messagesInQueue: boolean | null;

  /** When the station last said that. */
  @Column('timestamptz', { nullable: true })
  statusCheckedAt: Date | null;

  /** When TAU, by itself, last asked the station, and how often it did. */
  @Column('timestamptz', { nullable: true })
  statusAskedAt: Date | null;

  @Column('int', { default: 0 })
  statusAsks: number;

  /** It has ended, and the station says that nothing more will come. */
  @Column('boolean', { default: false })
  settled: boolean;

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

  /** The corrections by operators that hold; the columns above have them in. */
  @Column('json', { nullable: true })
  correction: Correction | null;

  /** How often the row was changed, except for who may ask about it: who relies on what he has read finds out. */
  @Column('int', { default: 0 })
  revision: number;

  @Column('timestamptz')
  createdAt: Date;

  /** When something last changed it; what `updatedSince` compares. A BRIN index, since
   * any other would have to be written anew with every meter value. */
  @Index('ix_transactions_updated', { type: 'brin' })
  @Column('timestamptz')
  updatedAt: Date;
}
