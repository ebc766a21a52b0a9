import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type CommandState = 'queued' | 'sent' | 'answered' | 'errored' | 'timed-out' | 'cancelled';

/** What was asked of a station, and what came of it. */
@Entity('commands')
@Index('ix_commands_station', ['stationId', 'id'])
@Index('uq_commands_idempotency', ['operatorId', 'route', 'idempotencyKey'], {
  unique: true,
  where: 'idempotency_key IS NOT NULL',
})
@Index('ix_commands_remote_start', ['stationId', 'remoteStartId'], { where: 'remote_start_id IS NOT NULL' })
@Index('ix_commands_unlinked_start', ['createdAt'], {
  where: 'remote_start_id IS NOT NULL AND transaction_id IS NULL',
})
@Index('ix_commands_kept', ['stationId', 'id'], { where: `state = 'queued' AND expires_at IS NOT NULL` })
@Index('ix_commands_resets', ['createdAt'], { where: `name = 'Reset'` })
@Index('ix_commands_certificates', ['stationId', 'answeredAt', 'id'], {
  where: `name IN ('InstallCertificate', 'GetInstalledCertificateIds', 'DeleteCertificate')`,
})
@Index('ix_commands_open', ['state'], { where: `state IN ('queued', 'sent')` })
export class Command {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key of the station. */
  @Column('uuid')
  stationId: string;

  /** The version-neutral name, e.g. RequestStartTransaction. */
  @Column('text')
  name: string;

  @Column('text')
  state: CommandState;

  @Column('text')
  ocppVersion: string;

  /** The action on the wire of that version, e.g. RemoteStartTransaction. */
  @Column('text')
  action: string;

  /** The payload that was sent, secrets masked. */
  @Column('json')
  request: Record<string, unknown>;

  /** The station's payload. */
  @Column('json', { nullable: true })
  response: Record<string, unknown> | null;

  /** The station's status, as it said it. */
  @Column('text', { nullable: true })
  status: string | null;

  @Column('json', { nullable: true })
  statusInfo: Record<string, unknown> | null;

  /** {code, description, details} of a CALLERROR, or why there is no answer. */
  @Column('json', { nullable: true })
  error: Record<string, unknown> | null;

  /** In requests to start: the id by which the transaction is recognised. */
  @Column('int', { nullable: true })
  remoteStartId: number | null;

  /** The transaction that came of it, or that it is about. */
  @Column('uuid', { nullable: true })
  transactionId: string | null;

  @Column('uuid', { nullable: true })
  operatorId: string | null;

  @Column('text', { nullable: true })
  route: string | null;

  @Column('text', { nullable: true })
  idempotencyKey: string | null;

  @Column('bytea', { nullable: true })
  bodyHash: Buffer | null;

  /** While it is queued: what it waits for beyond its turn. */
  @Column('text', { nullable: true })
  waitsFor: string | null;

  /** When it is given up if it has not been sent; null: it is not kept. */
  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  /** What was asked, with its secrets, encrypted; only while it is kept. */
  @Column('bytea', { nullable: true, select: false })
  sealedAsking: Buffer | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
}
