import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { UpdateState } from '../updates/course.js';

/** One update of the firmware of one station. */
@Entity('firmware_updates')
@Index('ix_firmware_updates_station', ['stationId', 'id'])
@Index('ix_firmware_updates_request', ['stationId', 'requestId'])
@Index('ix_firmware_updates_image', ['imageId'], { where: 'image_id IS NOT NULL' })
@Index('ix_firmware_updates_open', ['state'], { where: 'ended_at IS NULL' })
@Index('ix_firmware_updates_unsettled', ['id'], { where: 'settled_at IS NULL' })
@Index('uq_firmware_updates_command', ['commandId'], { unique: true })
@Index('uq_firmware_updates_capability', ['capabilityDigest'], { unique: true })
@Index('uq_firmware_updates_campaign', ['campaignId', 'stationId'], {
  unique: true,
  where: 'campaign_id IS NOT NULL',
})
export class FirmwareUpdate {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key. */
  @Column('uuid')
  stationId: string;

  /** By which the station names the update; unique even across stations. */
  @Column('int')
  requestId: number;

  /** Noted before it is asked: what became of it is read from there. */
  @Column('uuid')
  commandId: string;

  @Column('uuid', { nullable: true })
  imageId: string | null;

  @Column('uuid', { nullable: true })
  campaignId: string | null;

  /** What the station reports once it is installed; null where nobody said. */
  @Column('text', { nullable: true })
  version: string | null;

  @Column('text', { nullable: true })
  versionBefore: string | null;

  /** What the station reported at the boot that proved the update. */
  @Column('text', { nullable: true })
  versionAfter: string | null;

  /** Where the station fetches the image, with what is secret about it masked. */
  @Column('text')
  location: string;

  @Column('boolean')
  signed: boolean;

  @Column('timestamptz')
  retrieveAt: Date;

  @Column('timestamptz', { nullable: true })
  installAt: Date | null;

  @Column('int', { nullable: true })
  retries: number | null;

  /** Seconds. */
  @Column('int', { nullable: true })
  retryInterval: number | null;

  @Column('text')
  state: UpdateState;

  /** The status that the station reported last, as it said it. */
  @Column('text', { nullable: true })
  status: string | null;

  /** Why it did not come to its end. */
  @Column('text', { nullable: true })
  failure: string | null;

  /** What the station answered to the request; null until it has. */
  @Column('text', { nullable: true })
  answer: string | null;

  @Column('json', { nullable: true })
  answerInfo: Record<string, unknown> | null;

  /** When it was taken into account what came of its command. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;

  @Column('uuid', { nullable: true })
  supersededBy: string | null;

  /** Of the secret part of the URL; null where the image is not kept here. */
  @Column('bytea', { nullable: true })
  capabilityDigest: Buffer | null;

  @Column('timestamptz', { nullable: true })
  urlExpiresAt: Date | null;

  /** GETs of the URL, also of parts. */
  @Column('int', { default: 0 })
  downloads: number;

  @Column('bigint', { default: 0 })
  downloadedBytes: string;

  @Column('timestamptz', { nullable: true })
  lastDownloadAt: Date | null;

  @Column('timestamptz')
  requestedAt: Date;

  @Column('timestamptz', { nullable: true })
  lastStatusAt: Date | null;

  /** When it is given up, unless something is heard of it. */
  @Column('timestamptz')
  deadlineAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
