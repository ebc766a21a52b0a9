import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type BulkCommandState = 'running' | 'done' | 'cancelled';

/** One request to many stations. */
@Entity('bulk_commands')
@Index('uq_bulk_commands_idempotency', ['operatorId', 'idempotencyKey'], {
  unique: true,
  where: 'idempotency_key IS NOT NULL',
})
@Index('ix_bulk_commands_running', ['id'], { where: `state = 'running'` })
export class BulkCommand {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  state: BulkCommandState;

  @Column('text', { nullable: true })
  note: string | null;

  /** Which stations it was meant for when it was made. */
  @Column('json')
  filter: Record<string, unknown>;

  @Column('text')
  method: string;

  /** What follows the station in the path of the route, e.g. /availability */
  @Column('text')
  path: string;

  /** Body and query of the request, with their secrets, encrypted; only while it runs. */
  @Column('bytea', { nullable: true, select: false })
  sealedRequest: Buffer | null;

  @Column('text')
  whenOffline: 'refuse' | 'queue';

  @Column('int', { nullable: true })
  ttlSeconds: number | null;

  /** Stations that are asked at a time. */
  @Column('int')
  concurrency: number;

  @Column('uuid')
  operatorId: string;

  @Column('text')
  operatorName: string;

  @Column('text', { nullable: true })
  idempotencyKey: string | null;

  @Column('bytea', { nullable: true })
  bodyHash: Buffer | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;
}
