import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsQueryTime, PageQuery } from '../../../common/pagination.js';

const PRINTABLE = /^\P{Cc}*$/u;
const toBoolean = (word: unknown): unknown => (word === 'true' ? true : word === 'false' ? false : word);

/** Which security events to list; several conditions must all hold. */
export class SecurityEventQuery extends PageQuery {
  /** In any letter case. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  @Matches(PRINTABLE)
  type?: string;

  /** Whether the standard calls the type critical; types that it does not know are in neither list. */
  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @Transform(({ obj, key }) => toBoolean((obj as Record<string, unknown>)[key]))
  @IsBoolean()
  critical?: boolean;

  /** Happened at or after this time. */
  @IsQueryTime()
  from?: Date;

  /** Happened before this time. */
  @IsQueryTime()
  to?: Date;
}

/** The same for all stations. */
export class SecurityEventsQuery extends SecurityEventQuery {
  @IsOptional()
  @IsString()
  @MaxLength(255)
  @Matches(PRINTABLE)
  stationId?: string;
}

/** Something that concerns the security of a station. */
export class SecurityEventView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  stationId: string;

  /** As the station named it; the standard has a list, makers add to it. */
  type: string;

  /** By the list of the standard; null for a type that it does not know. */
  @ApiProperty({ type: Boolean, nullable: true })
  critical: boolean | null;

  /** When it happened; the time of receipt where the station's time cannot be true. */
  @ApiProperty({ type: String, format: 'date-time' })
  timestamp: Date;

  /** The time as the station wrote it. */
  @ApiProperty({ type: String, nullable: true })
  stationTimestamp: string | null;

  @ApiProperty({ type: String, nullable: true })
  techInfo: string | null;

  /** What the maker added, OCPP 2.0.1 only. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  customData: Record<string, unknown> | null;

  @ApiProperty({ type: String, format: 'date-time' })
  receivedAt: Date;
}

export class SecurityEventPage {
  @ApiProperty({ type: [SecurityEventView] })
  items: SecurityEventView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
