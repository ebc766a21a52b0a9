import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The boot that followed a reset. */
@Entity('reset_boots')
export class ResetBoot {
  /** The command that asked for the reset. */
  @PrimaryColumn('uuid')
  commandId: string;

  /** Surrogate key of the station. */
  @Column('uuid')
  stationId: string;

  @Column('timestamptz')
  bootedAt: Date;

  /** What the station gave as the reason; null in 1.6, which has none. */
  @Column('text', { nullable: true })
  bootReason: string | null;
}
