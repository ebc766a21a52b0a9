import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** Who knocked and was not let in: identity, reason and address, counted. */
@Entity('refused_identities')
@Unique(['identityKey', 'reason', 'remoteAddress'])
export class RefusedIdentity {
  @PrimaryColumn('uuid')
  id: string;

  /** The identity as it came in the URL. */
  @Column('text')
  identity: string;

  @Column('text')
  identityKey: string;

  @Column('text')
  reason: string;

  @Column('text')
  remoteAddress: string;

  @Column('bigint', { default: 1 })
  count: string;

  @Column('timestamptz')
  firstAt: Date;

  @Index()
  @Column('timestamptz')
  lastAt: Date;
}
