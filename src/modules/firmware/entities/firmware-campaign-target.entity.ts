import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A station of a campaign. Its update is found by campaign and station; here stands what has no update. */
@Entity('firmware_campaign_targets')
@Index('ix_firmware_campaign_targets_order', ['campaignId', 'position'], { unique: true })
export class FirmwareCampaignTarget {
  @PrimaryColumn('uuid')
  campaignId: string;

  /** Surrogate key. */
  @PrimaryColumn('uuid')
  stationId: string;

  /** From 1 on. */
  @Column('int')
  wave: number;

  /** In the order in which they were named. */
  @Column('int')
  position: number;

  /** `skipped` or `cancelled`: it gets no update. */
  @Column('text', { nullable: true })
  outcome: 'skipped' | 'cancelled' | null;

  /** Why it was skipped. */
  @Column('text', { nullable: true })
  reason: string | null;
}
