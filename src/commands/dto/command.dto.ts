import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { NoControlCharacters } from '../../common/no-control-characters.js';
import { PageQuery } from '../../common/pagination.js';
import { MessageView } from '../../modules/stations/index.js';
import type { CommandState } from '../entities/command.entity.js';

export const COMMAND_STATES = [
  'queued',
  'sent',
  'answered',
  'errored',
  'timed-out',
  'cancelled',
] as const satisfies readonly CommandState[];

/** What was asked of a station, and what came of it. */
export class CommandView {
  /** By which `GET /commands/{commandId}` finds it. */
  @ApiProperty({ format: 'uuid' })
  commandId: string;

  stationId: string;

  /** What was asked, in the words of OCPP 2.0.1 whatever the station speaks, e.g. RequestStartTransaction. */
  name: string;

  /** `queued` and `sent` may still change; the others are final. */
  @ApiProperty({ enum: COMMAND_STATES, enumName: 'CommandState' })
  state: CommandState;

  /** What the station answered, as it said it, e.g. Accepted or Rejected; null without an answer. */
  @ApiProperty({ type: String, nullable: true })
  status: string | null;

  /** The station's reason for its status, where it gave one: {reasonCode, additionalInfo}. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  statusInfo: Record<string, unknown> | null;

  /** The version that the station spoke when it was asked; of a kept command, the one that it spoke last. */
  ocppVersion: string;

  /** The message in that version, e.g. RemoteStartTransaction. */
  action: string;

  /** The payload that was sent, secrets masked. */
  @ApiProperty({ type: Object, additionalProperties: true })
  request: Record<string, unknown>;

  /** The payload that the station answered, secrets masked. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  response: Record<string, unknown> | null;

  /** Why there is no answer: a `reason`, and what the station said where it said something. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  error: Record<string, unknown> | null;

  /** In requests to start: the number by which the station tells which transaction came of it. */
  @ApiProperty({ type: 'integer', nullable: true })
  remoteStartId: number | null;

  /** The transaction that came of it, or that it is about. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  transactionId: string | null;

  /**
   * While it is queued: what it waits for beyond its turn. `station`: that the station is connected and accepted; else
   * the name of a condition, e.g. `no-transaction`.
   */
  @ApiProperty({ type: String, nullable: true })
  waitsFor: string | null;

  /** Of a command that is kept until it can be sent: when it is given up. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expiresAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date;

  /** When it left for the station; null: it never did. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt: Date | null;
}

/** A command with what the station did because of it. */
export class CommandDetailView extends CommandView {
  /**
   * What the station sent because of a trigger: its messages within two minutes of its answer, the first about each EVSE
   * and connector. Read from the message log, so a message may appear a moment late. Empty for other commands.
   */
  @ApiProperty({ type: [MessageView] })
  messages: MessageView[];
}

/** Which commands to list; several conditions must all hold. */
export class CommandQuery extends PageQuery {
  @ApiPropertyOptional({ enum: COMMAND_STATES, enumName: 'CommandState' })
  @IsOptional()
  @IsIn(COMMAND_STATES)
  state?: CommandState;

  /** What was asked, e.g. RequestStartTransaction. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @NoControlCharacters()
  name?: string;
}

/** Commands, newest first. */
export class CommandPage {
  @ApiProperty({ type: [CommandView] })
  items: CommandView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
