import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { IsQueryTime, PageQuery } from '../../../common/pagination.js';

const TRIGGERS = ['Alerting', 'Delta', 'Periodic'] as const;

/** Which events of a station to list; several conditions must all hold. */
export class StationEventQuery extends PageQuery {
  /** Name of the component, in any letter case. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  @NoControlCharacters()
  component?: string;

  /** Name of the variable, in any letter case. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  @NoControlCharacters()
  variable?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 0 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  evseId?: number;

  @ApiPropertyOptional({ enum: TRIGGERS, enumName: 'EventTrigger' })
  @IsOptional()
  @IsIn(TRIGGERS)
  trigger?: (typeof TRIGGERS)[number];

  /** Happened at or after this time. */
  @IsQueryTime()
  from?: Date;

  /** Happened before this time. */
  @IsQueryTime()
  to?: Date;
}

/** Something about a component of a station that it reported. */
export class StationEventView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** When it happened; the time of receipt where the station's time cannot be true. */
  @ApiProperty({ type: String, format: 'date-time' })
  timestamp: Date;

  /** All fields of the event as the station said them: eventId, timestamp, trigger, cause, actualValue, component... */
  @ApiProperty({ type: Object, additionalProperties: true })
  event: Record<string, unknown>;

  /** What the message said beside its events: generatedAt, seqNo, tbc. */
  @ApiProperty({ type: Object, additionalProperties: true })
  message: Record<string, unknown>;

  @ApiProperty({ type: String, format: 'date-time' })
  receivedAt: Date;
}

export class StationEventPage {
  @ApiProperty({ type: [StationEventView] })
  items: StationEventView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
