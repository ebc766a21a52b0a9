import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsString, Length, MaxLength } from 'class-validator';
import { NoControlCharacters } from '../../common/no-control-characters.js';
import { ID_TOKEN_TYPES, type IdTokenType } from '../../modules/authorization/index.js';

/** A token whose history is to be erased; it need not be registered. */
export class EraseIdToken {
  /** As it was presented; letter case does not count. */
  @IsString()
  @Length(1, 255)
  @NoControlCharacters()
  value: string;

  /** Counts for KeyCode, Local and Central only. A card at a 1.6 station is an ISO14443. */
  @ApiProperty({ enum: ID_TOKEN_TYPES, enumName: 'IdTokenType' })
  @IsIn(ID_TOKEN_TYPES)
  type: IdTokenType;

  /** Why, e.g. the number of the request; it is kept, so it should not name the driver. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  @NoControlCharacters()
  reason: string;
}

/** How many entries were written anew. */
export class IdTokenErasureCounts {
  @ApiProperty({ type: 'integer', description: 'Registered tokens; they are archived' })
  idTokens: number;

  @ApiProperty({ type: 'integer' })
  transactions: number;

  @ApiProperty({ type: 'integer', description: 'Messages that transactions are made from' })
  events: number;

  @ApiProperty({ type: 'integer', description: 'Entries of the message log' })
  messages: number;

  @ApiProperty({ type: 'integer', description: 'Commands to stations' })
  commands: number;

  @ApiProperty({ type: 'integer', description: 'Corrections of transactions by operators' })
  corrections: number;

  @ApiProperty({ type: 'integer', description: 'Reservations for the token or its group' })
  reservations: number;

  @ApiProperty({
    type: 'integer',
    description: 'Events, alarms, data transfers, reports about customers and other notices of stations',
  })
  notices: number;
}

/** A request to erase a token, and how far it is carried out. */
export class IdTokenErasureView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['queued', 'running', 'done'], enumName: 'IdTokenErasureState' })
  state: 'queued' | 'running' | 'done';

  @ApiProperty({ enum: ID_TOKEN_TYPES, enumName: 'IdTokenType' })
  type: IdTokenType;

  /** What stands where the token stood: the transactions of one token stay together under it. */
  pseudonym: string;

  reason: string;

  requestedAt: Date;

  @ApiProperty({ type: Date, nullable: true })
  startedAt: Date | null;

  @ApiProperty({ type: Date, nullable: true })
  finishedAt: Date | null;

  counts: IdTokenErasureCounts;
}

/** Erasures, the latest first. */
export class IdTokenErasurePage {
  @ApiProperty({ type: [IdTokenErasureView] })
  items: IdTokenErasureView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
