import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PersonalMessage, ValidPlace } from '../token-advice.js';

/** A token that may be presented at a station. Archived instead of deleted. */
@Entity('id_tokens')
export class IdToken {
  @PrimaryColumn('uuid')
  id: string;

  /** As entered; compared without regard to letter case. null for a KeyCode: only its digest is kept, in the key. */
  @Column('text', { nullable: true })
  value: string | null;

  /** Central, eMAID, ISO14443, ISO15693, KeyCode, Local, MacAddress or NoAuthorization. */
  @Column('text')
  type: string;

  /** What equality means: the lower-cased value, with the type in front for KeyCode, Local and Central; see TokenKeys. */
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

  /** Until when stations may keep it in their caches, if not until it expires. */
  @Column('timestamptz', { nullable: true })
  cacheExpiresAt: Date | null;

  @Column('smallint', { nullable: true })
  chargingPriority: number | null;

  @Column('text', { nullable: true })
  language1: string | null;

  @Column('text', { nullable: true })
  language2: string | null;

  @Column('json', { nullable: true })
  personalMessage: PersonalMessage | null;

  /** Stations and EVSEs where it is valid; null: everywhere. */
  @Column('json', { nullable: true })
  validAt: ValidPlace[] | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;
}
