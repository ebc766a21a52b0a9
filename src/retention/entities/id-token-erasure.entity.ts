import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type ErasureState = 'queued' | 'running' | 'done';

/** How many rows of each kind have been written anew. */
export interface ErasureCounts {
  readonly idTokens: number;
  readonly transactions: number;
  readonly events: number;
  readonly messages: number;
  readonly commands: number;
  readonly corrections: number;
  readonly reservations: number;
  readonly notices: number;
}

/** Where the walk through the stored frames goes on. */
export interface ErasurePosition {
  readonly relation: string;
  /** A page of that relation. */
  readonly page: number;
}

/** A request to erase a token from all that is stored, and how far it is carried out. */
@Entity('id_token_erasures')
@Index('ix_id_token_erasures_open', ['id'], { where: `state <> 'done'` })
export class IdTokenErasure {
  @PrimaryColumn('uuid')
  id: string;

  /** `queued`, `running` or `done`. */
  @Column('text')
  state: ErasureState;

  /** The token; null once it is erased, for then it would be the last trace of it. */
  @Column('text', { nullable: true })
  value: string | null;

  @Column('text')
  type: string;

  /** What stands in its place. */
  @Column('text')
  pseudonym: string;

  @Column('text')
  reason: string;

  /** The operator's API key. */
  @Column('uuid')
  operatorId: string;

  @Column('timestamptz')
  requestedAt: Date;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  @Column('json')
  counts: ErasureCounts;

  @Column('json', { nullable: true })
  position: ErasurePosition | null;
}
