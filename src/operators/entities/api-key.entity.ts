import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type Role = 'viewer' | 'operator' | 'admin';

/** A key that lets an operator or a program in. The key itself is shown once and stored as its SHA-256. */
@Entity('api_keys')
export class ApiKey {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  role: Role;

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
