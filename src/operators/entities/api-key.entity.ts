import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** In rising order: who may do something may do what those before may. */
export const ROLES = ['viewer', 'operator', 'admin'] as const;

export type Role = (typeof ROLES)[number];

/** A key that lets an operator or a program in. The key itself is shown once and stored as its SHA-256. */
@Entity('api_keys')
export class ApiKey {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  role: Role;

  /** `environment`: set by ADMIN_API_KEY, and replaced when that changes. */
  @Column('text', { default: 'created' })
  origin: 'created' | 'first-start' | 'environment';

  @Index({ unique: true })
  @Column('bytea')
  keyHash: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
