import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type BulkStationState = 'pending' | 'asking' | 'asked' | 'refused' | 'cancelled';

/** One station of a bulk command. */
@Entity('bulk_command_stations')
@Index('ix_bulk_command_stations_open', ['bulkCommandId', 'position'], { where: `state IN ('pending', 'asking')` })
@Index('uq_bulk_command_stations_station', ['bulkCommandId', 'stationId'], { unique: true })
export class BulkCommandStation {
  @PrimaryColumn('uuid')
  bulkCommandId: string;

  /** In the order of the identities, from 1. */
  @PrimaryColumn('int')
  position: number;

  /** Surrogate key. */
  @Column('uuid')
  stationId: string;

  @Column('text')
  state: BulkStationState;

  /** What was asked of it; null where nothing was. */
  @Column('uuid', { nullable: true })
  commandId: string | null;

  /** Why it was not asked, or why there is no answer: code and detail of the problem. */
  @Column('json', { nullable: true })
  problem: Record<string, unknown> | null;
}
