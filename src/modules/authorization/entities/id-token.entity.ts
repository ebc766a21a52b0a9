import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A token that may be presented at a station. Archived instead of deleted. */
@Entity('id_tokens')
export class IdToken {
  @PrimaryColumn('uuid')
  id: string;

  /** As entered; compared without regard to letter case. */
  @Column('text')
  value: string;

  /** Central, eMAID, ISO14443, ISO15693, KeyCode, Local, MacAddress or NoAuthorization. */
  @Column('text')
  type: string;

  /** What equality means: the lower-cased value, with the type in front for KeyCode, Local and Central. */
  @Index('uq_id_tokens_token_key', { unique: true, where: 'archived_at IS NULL' })
  @Column('text')
  tokenKey: string;

  /** The operator's status: Accepted, Blocked or Invalid. Expiry is computed from `expiresAt`. */
  @Column('text', { default: 'Accepted' })
  status: string;

  @Index()
  @Column('text', { nullable: true })
  groupId: string | null;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;
}
