import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Rules of a group of tokens. A group without a row has the defaults. */
@Entity('id_token_groups')
export class IdTokenGroup {
  /** The group id as stations get it (groupIdToken, parentIdTag). */
  @PrimaryColumn('text')
  groupId: string;

  /** `allowed`, or `refused`: a token of the group gets ConcurrentTx while it has another open transaction. */
  @Column('text', { default: 'allowed' })
  concurrentTransactions: 'allowed' | 'refused';

  /** Its tokens may stop anybody's transaction, and start none. [OCPP 2.0.1 C16] */
  @Column('boolean', { default: false })
  masterPass: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
