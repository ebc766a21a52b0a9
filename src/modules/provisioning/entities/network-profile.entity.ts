import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a station accepted into one of its slots. */
@Entity('network_profiles')
export class NetworkProfileRow {
  /** Surrogate key of the station. */
  @PrimaryColumn('uuid')
  stationId: string;

  @PrimaryColumn('int')
  slot: number;

  /** As it was sent, secrets masked. */
  @Column('json')
  profile: Record<string, unknown>;

  @Column('uuid')
  commandId: string;

  @Column('timestamptz')
  acceptedAt: Date;
}
