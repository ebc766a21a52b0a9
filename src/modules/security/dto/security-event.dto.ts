import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { IsQueryTime, PageQuery } from '../../../common/pagination.js';

/** A security event of a station. */
export class SecurityEventView {
  id: string;

  stationId: string;

  /** As the station named it, e.g. TamperDetectionActivated; manufacturers have types of their own. */
  type: string;

  /** Whether the standard calls events of this type critical. */
  critical: boolean;

  /** When it happened, by the station's clock; the time of receipt where that cannot be true. */
  @ApiProperty({ type: String, format: 'date-time' })
  timestamp: Date;

  /** The time as the station wrote it, where `timestamp` does not say the same. */
  @ApiProperty({ type: String, nullable: true })
  stationTimestamp: string | null;

  /** What the manufacturer adds. */
  @ApiProperty({ type: String, nullable: true })
  techInfo: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  receivedAt: Date;
}

/** Which events of a station to list; several conditions must all hold. */
export class StationSecurityEventQuery extends PageQuery {
  /** e.g. TamperDetectionActivated, in any letters */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @NoControlCharacters()
  type?: string;

  /** `true`: only critical ones; `false`: only others */
  @ApiPropertyOptional({ enum: ['true', 'false'] })
  @IsOptional()
  @IsIn(['true', 'false'])
  critical?: 'true' | 'false';

  /** Received at this time or later */
  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @IsQueryTime()
  from?: Date;

  /** Received before this time */
  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @IsQueryTime()
  to?: Date;
}

/** Which events to list. */
export class SecurityEventQuery extends StationSecurityEventQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(255)
  stationId?: string;
}

/** Security events, those received last first. */
export class SecurityEventPage {
  @ApiProperty({ type: [SecurityEventView] })
  items: SecurityEventView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
