import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { PageQuery } from '../../../common/pagination.js';
import { OCPP_VERSIONS, type OcppVersion } from '../../../ocpp/index.js';

export const DIRECTIONS = ['from-station', 'to-station'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** One CALL and what came of it, as it stood on the wire, secrets masked. */
export class MessageView {
  id: string;

  @ApiProperty({ enum: DIRECTIONS, enumName: 'MessageDirection' })
  direction: Direction;

  @ApiProperty({ enum: OCPP_VERSIONS, enumName: 'OcppVersion' })
  ocppVersion: OcppVersion;

  /** null for a frame that could not be read. */
  @ApiProperty({ type: String, nullable: true })
  action: string | null;

  @ApiProperty({ type: String, nullable: true })
  messageId: string | null;

  /** `answered`, or what went wrong: an OCPP error code, `unreadable`, `timed-out`, `disconnected`. */
  outcome: string;

  /** How many exchanges the entry stands for: Heartbeats are counted per minute. */
  count: number;

  /** When the CALL came or left. */
  @ApiProperty({ type: String, format: 'date-time' })
  receivedAt: Date;

  /** When it was answered; for counted Heartbeats: when the last one was. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt: Date | null;

  /** The payload of the CALL; null where it is not JSON. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  request: unknown;

  /** The payload of the answer, {code, description, details} of an error; null where there is none. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  response: unknown;

  /** The CALL as it stood on the wire. */
  requestText: string;

  /** The answer as it stood on the wire; null where there is none. */
  @ApiProperty({ type: String, nullable: true })
  responseText: string | null;
}

/** Which messages to list; several conditions must all hold. */
export class MessageQuery extends PageQuery {
  @ApiPropertyOptional({ enum: DIRECTIONS, enumName: 'MessageDirection' })
  @IsOptional()
  @IsIn(DIRECTIONS)
  direction?: Direction;

  /** e.g. BootNotification */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @NoControlCharacters()
  action?: string;
}

/** Messages, newest first. */
export class MessagePage {
  @ApiProperty({ type: [MessageView] })
  items: MessageView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
