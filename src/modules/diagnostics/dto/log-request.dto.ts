import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxDate,
  MaxLength,
  Min,
  MinDate,
} from 'class-validator';
import { CommandView } from '../../../commands/index.js';
import { PageQuery } from '../../../common/pagination.js';
import { LOG_STATES, LOG_STATUSES, type LogState } from '../logs/course.js';

export const LOG_TYPES = ['DiagnosticsLog', 'SecurityLog'] as const;
export type LogType = (typeof LOG_TYPES)[number];

/** Which log is wanted, and where it is to go. */
export class RequestLog {
  /** `SecurityLog` needs the security extension on OCPP 1.6. */
  @ApiPropertyOptional({ enum: LOG_TYPES, enumName: 'LogType', default: 'DiagnosticsLog' })
  @IsOptional()
  @IsIn(LOG_TYPES)
  logType: LogType = 'DiagnosticsLog';

  /** Nothing before this time. */
  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  @MinDate(new Date('2000-01-01T00:00:00Z'))
  @MaxDate(new Date('2999-12-31T23:59:59Z'))
  oldestTimestamp?: Date;

  /** Nothing after this time. */
  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  @MinDate(new Date('2000-01-01T00:00:00Z'))
  @MaxDate(new Date('2999-12-31T23:59:59Z'))
  latestTimestamp?: Date;

  /** How often the station tries to upload before it gives up; left to the station where absent. */
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

  /**
   * Where the station uploads to instead of here, credentials included; TAU never opens it, and shows it with all but
   * its host masked. Which schemes are allowed is set by LOG_UPLOAD_SCHEMES.
   */
  @ApiPropertyOptional({ maxLength: 512, example: 'sftp://user:secret@files.example.com/logs/' })
  @IsOptional()
  @IsString()
  @MaxLength(512)
  @Matches(/^[a-z][a-z\d+.-]*:\/\/[^\s/?#]+\S*$/i, { message: 'remoteLocation must be a URL with a host' })
  remoteLocation?: string;
}

/** What a station said about an upload. */
export class LogStatusView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: about no request that is known' })
  logRequestId: string | null;

  /** As the station gave it. */
  @ApiProperty({ type: 'integer', nullable: true })
  requestId: number | null;

  @ApiProperty({ enum: LOG_STATUSES, enumName: 'LogStatus' })
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
export class LogStatusPage {
  @ApiProperty({ type: [LogStatusView] })
  items: LogStatusView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** A log that has arrived. */
export class LogFileView {
  /** As the station named it, without what is dangerous in names. */
  name: string;

  /** Bytes. */
  @ApiProperty({ type: 'integer' })
  size: number;

  /** Of the content, 64 hexadecimal digits. */
  sha256: string;

  @ApiProperty({ type: String, format: 'date-time' })
  receivedAt: Date;
}

/** A request for a log, and what has come of it. */
export class LogRequestView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  stationId: string;

  /** By which the station names the upload. */
  @ApiProperty({ type: 'integer' })
  requestId: number;

  @ApiProperty({ format: 'uuid' })
  commandId: string;

  @ApiProperty({ enum: LOG_TYPES, enumName: 'LogType' })
  logType: LogType;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  oldestTimestamp: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  latestTimestamp: Date | null;

  @ApiProperty({ type: 'integer', nullable: true })
  retries: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  retryInterval: number | null;

  /** Where the station uploads to, all but the host masked. */
  location: string;

  /** Whether the log goes elsewhere; then it cannot be downloaded here. */
  external: boolean;

  /** What is unsafe about this request, for people. */
  warnings: string[];

  /**
   * `requested`, `accepted` and `uploading` are under way. `empty`: the station has nothing to upload. `superseded`: the
   * station gave it up for a later request.
   */
  @ApiProperty({ enum: LOG_STATES, enumName: 'LogState' })
  state: LogState;

  /** What the station reported last, in the words of OCPP 2.0.1. */
  @ApiProperty({ type: String, nullable: true })
  status: string | null;

  /** What the station answered; GetDiagnostics of 1.6 is answered without a status. */
  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  /** The reason that the station gave with its answer: {reasonCode, additionalInfo}. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  answerInfo: Record<string, unknown> | null;

  /** The name of the file that the station announced with its answer. */
  @ApiProperty({ type: String, nullable: true })
  announcedFileName: string | null;

  /** Why it did not come to its end. */
  @ApiProperty({ type: String, nullable: true })
  failure: string | null;

  /** The request for which the station gave this one up. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  supersededBy: string | null;

  /** What has arrived here; null until all of it has. */
  @ApiProperty({ type: LogFileView, nullable: true })
  file: LogFileView | null;

  /** How often the station has begun to upload. */
  @ApiProperty({ type: 'integer' })
  uploadAttempts: number;

  /** Why the last attempt came to nothing. */
  @ApiProperty({ type: String, nullable: true })
  uploadFailure: string | null;

  /** Until when the station may begin to upload; null where the log goes elsewhere. */
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

/** A request with all that the station said about it, oldest first. */
export class LogRequestDetailView extends LogRequestView {
  @ApiProperty({ type: [LogStatusView] })
  statuses: LogStatusView[];
}

/** The command, and the request for a log that it makes. */
export class LogRequestCommandView extends CommandView {
  @ApiProperty({ type: LogRequestView })
  logRequest: LogRequestView;
}

/** Which requests to list. */
export class LogRequestQuery extends PageQuery {
  @ApiPropertyOptional({ enum: LOG_STATES, enumName: 'LogState' })
  @IsOptional()
  @IsIn(LOG_STATES)
  state?: LogState;
}

/** Requests, newest first. */
export class LogRequestPage {
  @ApiProperty({ type: [LogRequestView] })
  items: LogRequestView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
