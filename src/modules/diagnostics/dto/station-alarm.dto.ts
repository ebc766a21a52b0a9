import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { PageQuery } from '../../../common/pagination.js';

const toBoolean = (word: unknown): unknown => (word === 'true' ? true : word === 'false' ? false : word);

/** Which alarms of a station to list. */
export class AlarmQuery extends PageQuery {
  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @Transform(({ obj, key }) => toBoolean((obj as Record<string, unknown>)[key]))
  @IsBoolean()
  open?: boolean;
}

/** The same for all stations. */
export class AlarmsQuery extends AlarmQuery {
  @IsOptional()
  @IsString()
  @MaxLength(255)
  @NoControlCharacters()
  stationId?: string;
}

/** What a monitor of a station raised. There is one for each component, variable and monitor; it may open again. */
export class StationAlarmView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  stationId: string;

  /** Since when it is, or was last, open; null where only its end was reported. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  openedAt: Date | null;

  /** null while it is open. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  clearedAt: Date | null;

  /** When it was cleared the last time, also where it is open again. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastClearedAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time' })
  lastAt: Date;

  @ApiProperty({ format: 'uuid' })
  lastEventId: string;

  /** All fields of its last event, as the station said them. */
  @ApiProperty({ type: Object, additionalProperties: true })
  event: Record<string, unknown>;
}

export class StationAlarmPage {
  @ApiProperty({ type: [StationAlarmView] })
  items: StationAlarmView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
