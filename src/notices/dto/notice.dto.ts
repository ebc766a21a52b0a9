import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsQueryTime, PageQuery } from '../../common/pagination.js';
import { OCPP_VERSIONS, type OcppVersion } from '../../ocpp/index.js';

/** Which notices to list; several conditions must all hold. */
export class NoticeQuery extends PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 0 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  evseId?: number;

  /** Of a report that was asked for. */
  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(-2_147_483_648)
  @Max(2_147_483_647)
  requestId?: number;

  /** Received at or after this time. */
  @IsQueryTime()
  from?: Date;

  /** Received before this time. */
  @IsQueryTime()
  to?: Date;
}

/** What a station told in one message. */
export class NoticeView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  stationId: string;

  /** The name of the message. */
  kind: string;

  @ApiProperty({ enum: OCPP_VERSIONS, enumName: 'OcppVersion' })
  ocppVersion: OcppVersion;

  /** null where the message names none. */
  @ApiProperty({ type: 'integer', nullable: true })
  evseId: number | null;

  /** Of the report that was asked for; null for what the station told unasked. */
  @ApiProperty({ type: 'integer', nullable: true })
  requestId: number | null;

  /** Which part of the report it is, from 0; null where parts are not numbered. */
  @ApiProperty({ type: 'integer', nullable: true })
  seqNo: number | null;

  /** All fields of the message in the words of OCPP 2.0.1, as the station said them; secrets are masked. */
  @ApiProperty({ type: Object, additionalProperties: true })
  content: Record<string, unknown>;

  /** What TAU answered; null for an empty answer. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  answer: Record<string, unknown> | null;

  @ApiProperty({ type: String, format: 'date-time' })
  receivedAt: Date;
}

export class NoticePage {
  @ApiProperty({ type: [NoticeView] })
  items: NoticeView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
