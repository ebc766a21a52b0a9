import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CampaignState } from '../campaigns/campaign-rules.js';

/** One image for many stations, in waves. How far it has come follows from the updates that it has led to. */
@Entity('firmware_campaigns')
@Index('ix_firmware_campaigns_state', ['state'])
@Index('ix_firmware_campaigns_image', ['imageId'])
export class FirmwareCampaign {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('uuid')
  imageId: string;

  @Column('text')
  state: CampaignState;

  /** Why it was stopped by itself. */
  @Column('text', { nullable: true })
  stoppedBecause: string | null;

  /** Stations of a wave; null: all are one. */
  @Column('int', { nullable: true })
  waveSize: number | null;

  @Column('int')
  maxConcurrent: number;

  /** Between 0 and 1, of those that have finished. */
  @Column('float8')
  maxFailureShare: number;

  /** Before so many have finished, no share is looked at. */
  @Column('int')
  minFinished: number;

  /** What finished before does not count for the share: an operator knew of it and went on. */
  @Column('timestamptz')
  countedFrom: Date;

  @Column('timestamptz', { nullable: true })
  retrieveAt: Date | null;

  @Column('timestamptz', { nullable: true })
  installAt: Date | null;

  @Column('int', { nullable: true })
  retries: number | null;

  /** Seconds. */
  @Column('int', { nullable: true })
  retryInterval: number | null;

  @Column('boolean')
  signed: boolean;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
