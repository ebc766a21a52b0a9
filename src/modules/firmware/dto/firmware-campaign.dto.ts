import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { PageQuery } from '../../../common/pagination.js';
import { StationFilter } from '../../stations/index.js';
import { CAMPAIGN_STATES, type CampaignState, TARGET_STATES, type TargetState } from '../campaigns/campaign-rules.js';
import { UpdateOptions } from './firmware-update.dto.js';

/** One image for many stations: those named, or those that a filter means when the campaign is made. */
export class CreateFirmwareCampaign extends UpdateOptions {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @Length(1, 200)
  @NoControlCharacters()
  name: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  imageId: string;

  /** In the order in which they are asked; or else a filter. */
  @ApiPropertyOptional({ type: [String], maxItems: 10_000 })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(10_000)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 255, { each: true })
  stationIds?: string[];

  /** As of GET /stations; `{}` means all stations. */
  @ApiPropertyOptional({ type: StationFilter })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => StationFilter)
  filter?: StationFilter;

  /** Stations of a wave: the next one begins when this one is over. Without it all are one wave. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  waveSize?: number;

  /** Updates that are under way at a time. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 10_000, default: 10 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  maxConcurrent?: number;

  /** The campaign stops by itself when a larger share of those that have finished failed, between 0 and 1. */
  @ApiPropertyOptional({ type: 'number', minimum: 0, maximum: 1, default: 0.2 })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  maxFailureShare?: number;

  /** Before so many have finished, the share is not looked at. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, default: 5 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  minFinished?: number;
}

/** What may be changed while a campaign runs. */
export class ChangeFirmwareCampaign extends PartialType(
  PickType(CreateFirmwareCampaign, ['name', 'maxConcurrent', 'maxFailureShare', 'minFinished'] as const),
) {}

/** How many stations of a campaign stand where; together they are all. */
export class CampaignProgressView {
  @ApiProperty({ type: 'integer' })
  total: number;

  /** Not asked yet, `offline` among them. */
  @ApiProperty({ type: 'integer' })
  waiting: number;

  @ApiProperty({ type: 'integer' })
  offline: number;

  @ApiProperty({ type: 'integer' })
  inProgress: number;

  @ApiProperty({ type: 'integer' })
  installed: number;

  @ApiProperty({ type: 'integer' })
  failed: number;

  /** They have the version already, or cannot be offered the image. */
  @ApiProperty({ type: 'integer' })
  skipped: number;

  /** The campaign was cancelled before they were asked, or they were told to install something else. */
  @ApiProperty({ type: 'integer' })
  cancelled: number;
}

/** A campaign. */
export class FirmwareCampaignView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  @ApiProperty({ format: 'uuid' })
  imageId: string;

  /** Paused, stopped and cancelled ones ask nobody; what is under way goes on. */
  @ApiProperty({ enum: CAMPAIGN_STATES, enumName: 'FirmwareCampaignState' })
  state: CampaignState;

  @ApiProperty({ type: String, nullable: true })
  stoppedBecause: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  waveSize: number | null;

  /** The last wave that is being asked. */
  @ApiProperty({ type: 'integer' })
  wave: number;

  @ApiProperty({ type: 'integer' })
  waves: number;

  @ApiProperty({ type: 'integer' })
  maxConcurrent: number;

  maxFailureShare: number;

  @ApiProperty({ type: 'integer' })
  minFinished: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  retrieveAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  installAt: Date | null;

  @ApiProperty({ type: 'integer', nullable: true })
  retries: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  retryInterval: number | null;

  /** Whether a signature of the image is sent with it. */
  signed: boolean;

  progress: CampaignProgressView;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: Date | null;
}

/** A station of a campaign. */
export class CampaignStationView {
  stationId: string;

  @ApiProperty({ type: 'integer' })
  wave: number;

  @ApiProperty({ enum: TARGET_STATES, enumName: 'FirmwareCampaignStationState' })
  state: TargetState;

  connected: boolean;

  /** What the station reports as its version now. */
  @ApiProperty({ type: String, nullable: true })
  firmwareVersion: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  updateId: string | null;

  /** What the station said last about its update. */
  @ApiProperty({ type: String, nullable: true })
  status: string | null;

  /** Why its update failed, or why it was skipped. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

/** Stations of a campaign, in their order. */
export class CampaignStationPage {
  @ApiProperty({ type: [CampaignStationView] })
  items: CampaignStationView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** Which campaigns to list. */
export class FirmwareCampaignQuery extends PageQuery {
  @ApiPropertyOptional({ enum: CAMPAIGN_STATES, enumName: 'FirmwareCampaignState' })
  @IsOptional()
  @IsIn(CAMPAIGN_STATES)
  state?: CampaignState;
}

/** Campaigns, newest first. */
export class FirmwareCampaignPage {
  @ApiProperty({ type: [FirmwareCampaignView] })
  items: FirmwareCampaignView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
