import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBase64,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxDate,
  MaxLength,
  Min,
  MinDate,
} from 'class-validator';
import { CommandView } from '../../../commands/index.js';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { PageQuery } from '../../../common/pagination.js';
import { FIRMWARE_STATUSES, UPDATE_STATES, type UpdateState } from '../updates/course.js';
import { unixLines } from './firmware-image.dto.js';

/** Stations fetch by these; nothing else is handed on, and TAU itself opens none of them. */
const LOCATION = /^(?:https?|ftps?|sftp):\/\/[^\s/?#]+[^\s]*$/i;

/** How and when an image is fetched and installed. */
export class UpdateOptions {
  /** Not before this time the station fetches the image; at once by default. */
  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  @MinDate(new Date('2000-01-01T00:00:00Z'))
  @MaxDate(new Date('2999-12-31T23:59:59Z'))
  retrieveAt?: Date;

  /** Not before this time the station installs it. OCPP 1.6 can say it of signed images only. */
  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  @MinDate(new Date('2000-01-01T00:00:00Z'))
  @MaxDate(new Date('2999-12-31T23:59:59Z'))
  installAt?: Date;

  /** How often the station tries to fetch the image, before it gives up. */
  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 1000 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  retries?: number;

  /** Seconds between two attempts. */
  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 604_800 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(604_800)
  retryInterval?: number;

  /** false: without the image's signature, for stations that know no secure update. By default with it. */
  @IsOptional()
  @IsBoolean()
  signed?: boolean;
}

/** An update of one station: an image that is kept here, or the address of one that is kept elsewhere. */
export class RequestFirmwareUpdate extends UpdateOptions {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  imageId?: string;

  /** An address that the station can fetch from: http, https, ftp, ftps or sftp. Shown with all but its host masked. */
  @ApiPropertyOptional({ maxLength: 512 })
  @IsOptional()
  @IsString()
  @MaxLength(512)
  @Matches(LOCATION, { message: 'location must be an http, https, ftp, ftps or sftp URL' })
  location?: string;

  /** With a location: what the station will report as its version. Without it any new version ends the update. */
  @ApiPropertyOptional({ maxLength: 50 })
  @IsOptional()
  @IsString()
  @Length(1, 50)
  @NoControlCharacters()
  version?: string;

  /** With a location: the manufacturer's signature in base64; cannot be checked here. */
  @ApiPropertyOptional({ maxLength: 800 })
  @IsOptional()
  @IsString()
  @MaxLength(800)
  @IsBase64()
  signature?: string;

  /** With a location: the certificate in PEM whose key made the signature. */
  @ApiPropertyOptional({ maxLength: 5500 })
  @Transform(({ value }) => unixLines(value))
  @IsOptional()
  @IsString()
  @MaxLength(5500)
  signingCertificate?: string;
}

/** What a station said about its firmware. */
export class FirmwareStatusView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: about no update that is known' })
  updateId: string | null;

  /** As the station gave it. */
  @ApiProperty({ type: 'integer', nullable: true })
  requestId: number | null;

  @ApiProperty({ enum: FIRMWARE_STATUSES, enumName: 'FirmwareStatus' })
  status: string;

  @ApiProperty({ type: String, format: 'date-time' })
  receivedAt: Date;

  /** How often it was said again, with nothing else between. */
  @ApiProperty({ type: 'integer' })
  repeats: number;

  @ApiProperty({ type: String, format: 'date-time' })
  lastReceivedAt: Date;
}

/** Statuses, newest first. */
export class FirmwareStatusPage {
  @ApiProperty({ type: [FirmwareStatusView] })
  items: FirmwareStatusView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** How often the image was fetched from here. */
export class DownloadsView {
  /** Requests for the image or for parts of it. */
  @ApiProperty({ type: 'integer' })
  count: number;

  @ApiProperty({ type: 'integer' })
  bytes: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastAt: Date | null;
}

/** An update of the firmware of one station. */
export class FirmwareUpdateView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  stationId: string;

  /** By which the station names it. */
  @ApiProperty({ type: 'integer' })
  requestId: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  imageId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  campaignId: string | null;

  /** The command that asked for it. */
  @ApiProperty({ format: 'uuid' })
  commandId: string;

  /** What the station will report once it is installed; null where nobody said. */
  @ApiProperty({ type: String, nullable: true })
  version: string | null;

  @ApiProperty({ type: String, nullable: true })
  versionBefore: string | null;

  /** What the station reported at the boot that proved the update; null where it was proved by its status. */
  @ApiProperty({ type: String, nullable: true })
  versionAfter: string | null;

  /** Where the station fetches the image; what lets it in is masked. */
  location: string;

  signed: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  retrieveAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  installAt: Date | null;

  @ApiProperty({ type: 'integer', nullable: true })
  retries: number | null;

  /** Seconds. */
  @ApiProperty({ type: 'integer', nullable: true })
  retryInterval: number | null;

  /**
   * `requested`: the station has not answered; `rejected`: it refused; `superseded`: it was told to install another one;
   * `timed-out`: nothing was heard of it for too long; `cancelled`: it was never sent.
   */
  @ApiProperty({ enum: UPDATE_STATES, enumName: 'FirmwareUpdateState' })
  state: UpdateState;

  /** What the station said last. */
  @ApiProperty({ type: String, nullable: true })
  status: string | null;

  /** What the station answered to the request; null until it has, and in OCPP 1.6, whose answer is empty. */
  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  answerInfo: Record<string, unknown> | null;

  /** Why it did not come to its end. */
  @ApiProperty({ type: String, nullable: true })
  failure: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  supersededBy: string | null;

  downloads: DownloadsView;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  urlExpiresAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time' })
  requestedAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastStatusAt: Date | null;

  /** When it is given up, unless something is heard of it. */
  @ApiProperty({ type: String, format: 'date-time' })
  deadlineAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt: Date | null;
}

/** The same with all that the station said about it. */
export class FirmwareUpdateDetailView extends FirmwareUpdateView {
  /** Oldest first. */
  @ApiProperty({ type: [FirmwareStatusView] })
  statuses: FirmwareStatusView[];
}

/** What the station answered to the request, with the update that comes of it. */
export class FirmwareUpdateCommandView extends CommandView {
  @ApiProperty({ type: FirmwareUpdateView })
  firmwareUpdate: FirmwareUpdateView;
}

/** Which updates to list. */
export class FirmwareUpdateQuery extends PageQuery {
  @ApiPropertyOptional({ enum: UPDATE_STATES, enumName: 'FirmwareUpdateState' })
  @IsOptional()
  @IsIn(UPDATE_STATES)
  state?: UpdateState;
}

/** Updates, newest first. */
export class FirmwareUpdatePage {
  @ApiProperty({ type: [FirmwareUpdateView] })
  items: FirmwareUpdateView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
