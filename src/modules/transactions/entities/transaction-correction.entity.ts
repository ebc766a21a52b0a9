import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Changes, Correctable } from '../correction.js';

export const CORRECTION_KINDS = ['correction', 'close', 'withdrawal'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** What an operator said about a transaction, and why. Rows are only ever added: a withdrawal is a row too. */
@Entity('transaction_corrections')
@Index('ix_transaction_corrections_transaction', ['transactionId', 'at', 'id'])
export class TransactionCorrection {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  transactionId: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  kind: CorrectionKind;

  /** Id of the API key. */
  @Column('uuid')
  operatorId: string;

  /** Its name at that time. */
  @Column('text')
  operatorName: string;

  @Column('text')
  reason: string;

  /** The values that were said otherwise. */
  @Column('json')
  changes: Changes;

  /** With a withdrawal: the id of the row that it takes back. */
  @Column('uuid', { nullable: true })
  withdraws: string | null;

  /** What counted before, and what counts since. */
  @Column('json')
  before: Correctable;

  @Column('json')
  after: Correctable;
}
