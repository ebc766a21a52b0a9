import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  Equals,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { NoControlCharacters } from '../../common/no-control-characters.js';
import { PageQuery } from '../../common/pagination.js';
import { StationFilter } from '../../modules/stations/index.js';
import { KEPT_SECONDS, MOST_KEPT_SECONDS } from '../command-request.js';
import type { BulkStationState } from '../entities/bulk-command-station.entity.js';
import type { BulkCommandState } from '../entities/bulk-command.entity.js';
import { COMMAND_STATES } from './command.dto.js';
import type { CommandState } from '../entities/command.entity.js';

export const BULK_STATES = ['running', 'done', 'cancelled'] as const satisfies readonly BulkCommandState[];
export const BULK_STATION_STATES = [
  'pending',
  'asking',
  'asked',
  'refused',
  'cancelled',
] as const satisfies readonly BulkStationState[];
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Which stations are asked. At least one condition has to be named; `all` stands for none. */
export class BulkFilter extends StationFilter {
  /** Exactly these, as far as the other conditions hold for them; an unknown one is refused. */
  @ApiPropertyOptional({ type: [String], maxItems: 10_000 })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10_000)
  @IsString({ each: true })
  @Length(1, 255, { each: true })
  stationIds?: string[];

  /** Every station of the inventory; only together with no other condition. */
  @ApiPropertyOptional({ type: Boolean, enum: [true] })
  @IsOptional()
  @Equals(true)
  all?: boolean;
}

/** What is asked of each station: the request that its route would get, without `/stations/{stationId}`. */
export class BulkRequest {
  @ApiProperty({ enum: METHODS })
  @IsIn(METHODS)
  method: (typeof METHODS)[number];

  /** What follows `/stations/{stationId}` in the path of any command, e.g. `/availability`. */
  @ApiProperty({ example: '/availability', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  @Matches(/^(\/[A-Za-z0-9_-]+)+$/, { message: 'path has to look like /availability' })
  path: string;

  /** The body that the route takes. */
  @ApiPropertyOptional({ type: Object, additionalProperties: true })
  @IsOptional()
  @IsObject()
  body?: Record<string, unknown>;

  /** The query that the route takes, each value a text. */
  @ApiPropertyOptional({ type: Object, additionalProperties: { type: 'string' } })
  @IsOptional()
  @IsObject()
  query?: Record<string, string>;
}

/** One request to many stations. */
export class CreateBulkCommand {
  @ApiProperty({ type: BulkFilter })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => BulkFilter)
  filter: BulkFilter;

  @ApiProperty({ type: BulkRequest })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => BulkRequest)
  command: BulkRequest;

  /** `queue`: for stations that are away or not accepted the command is kept. `refuse`: they are not asked. */
  @ApiPropertyOptional({ enum: ['refuse', 'queue'], default: 'refuse' })
  @IsOptional()
  @IsIn(['refuse', 'queue'])
  whenOffline?: 'refuse' | 'queue';

  /** Seconds after which a kept command is given up, unsent. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST_KEPT_SECONDS, default: KEPT_SECONDS })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_KEPT_SECONDS)
  ttlSeconds?: number;

  /** How many stations are asked at a time. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 20 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  concurrency?: number;

  /** Why, for people. */
  @ApiPropertyOptional({ type: String, maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @NoControlCharacters()
  note?: string;
}

/** How many stations stand where. */
export class BulkProgress {
  total: number;
  /** Not asked yet. */
  pending: number;
  /** Being asked now. */
  asking: number;
  /** There is a command for them: `commands` says how far it is. */
  asked: number;
  /** They could not be asked: away, of a version that lacks it, not accepted. */
  refused: number;
  /** Not asked, because the bulk command was cancelled or the API key that began it was revoked. */
  cancelled: number;

  /** Commands by state, e.g. {"answered": 97, "queued": 3}; a state that none has is left out. */
  @ApiProperty({ type: Object, additionalProperties: { type: 'integer' } })
  commands: Record<string, number>;

  /** Answers by what the stations said, e.g. {"Accepted": 96, "Rejected": 1}. */
  @ApiProperty({ type: Object, additionalProperties: { type: 'integer' } })
  statuses: Record<string, number>;
}

/** A request to many stations, and how far it is. */
export class BulkCommandView {
  @ApiProperty({ format: 'uuid' })
  bulkCommandId: string;

  /**
   * `done`: every station was asked or refused; kept commands may still wait for their station. `cancelled`: by an
   * operator, or because the API key that began it was revoked (`api-key-revoked` at its stations).
   */
  @ApiProperty({ enum: BULK_STATES, enumName: 'BulkCommandState' })
  state: BulkCommandState;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  /** The filter that the stations were chosen by when it was made. */
  @ApiProperty({ type: Object, additionalProperties: true })
  filter: Record<string, unknown>;

  method: string;

  /** Body and query are not shown, for they may hold secrets; each command shows its own request, masked. */
  path: string;

  @ApiProperty({ enum: ['refuse', 'queue'] })
  whenOffline: 'refuse' | 'queue';

  @ApiProperty({ type: 'integer', nullable: true })
  ttlSeconds: number | null;

  concurrency: number;

  /** Name of the API key of whoever asked. */
  operator: string;

  @ApiProperty({ type: BulkProgress })
  progress: BulkProgress;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt: Date | null;
}

/** Bulk commands, newest first. */
export class BulkCommandPage {
  @ApiProperty({ type: [BulkCommandView] })
  items: BulkCommandView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** Which bulk commands to list. */
export class BulkCommandQuery extends PageQuery {
  @ApiPropertyOptional({ enum: BULK_STATES, enumName: 'BulkCommandState' })
  @IsOptional()
  @IsIn(BULK_STATES)
  state?: BulkCommandState;
}

/** One station of a bulk command. */
export class BulkStationView {
  stationId: string;

  @ApiProperty({ enum: BULK_STATION_STATES, enumName: 'BulkStationState' })
  state: BulkStationState;

  /** See `GET /commands/{commandId}`; null where nothing was asked. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  commandId: string | null;

  /** The state of that command. */
  @ApiProperty({ enum: COMMAND_STATES, enumName: 'CommandState', nullable: true })
  commandState: CommandState | null;

  /** What the station answered, as it said it. */
  @ApiProperty({ type: String, nullable: true })
  status: string | null;

  /**
   * Why it was refused, or has no answer: `code` and `detail` of the problem that a single request would have got.
   * `api-key-revoked`: the API key that began the bulk command was revoked before the station was sent its command.
   */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  problem: Record<string, unknown> | null;
}

/** Which stations of a bulk command to list. */
export class BulkStationQuery extends PageQuery {
  @ApiPropertyOptional({ enum: BULK_STATION_STATES, enumName: 'BulkStationState' })
  @IsOptional()
  @IsIn(BULK_STATION_STATES)
  state?: BulkStationState;
}

/** Stations of a bulk command in the order in which they are asked. */
export class BulkStationPage {
  @ApiProperty({ type: [BulkStationView] })
  items: BulkStationView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
