import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsDefined,
  IsIn,
  IsISO8601,
  IsOptional,
  IsRFC3339,
  IsString,
  Length,
  MaxLength,
  NotContains,
  ValidateIf,
} from 'class-validator';
import { PageQuery } from '../../../common/pagination.js';
import { ID_TOKEN_TYPES, type IdTokenType } from '../id-token.js';
import { NoControlCharacters } from './no-control-characters.js';

/** What an operator can say about a token; its expiry stands in `expiresAt`. */
export const ID_TOKEN_STATUSES = ['Accepted', 'Blocked', 'Invalid'] as const;
export type IdTokenStatus = (typeof ID_TOKEN_STATUSES)[number];

/** What of a token can change after it was registered. Absent: stays as it is. */
export class UpdateIdToken {
  /** The operator's word: Blocked and Invalid refuse the token, whatever its expiry. */
  @ApiPropertyOptional({ enum: ID_TOKEN_STATUSES, enumName: 'IdTokenStatus' })
  @ValidateIf((_, status) => status !== undefined)
  @IsIn(ID_TOKEN_STATUSES)
  status?: IdTokenStatus;

  /** When the token ceases to be valid, RFC 3339 with zone; null: never. Stations drop it from their caches then. */
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @IsRFC3339()
  @IsISO8601({ strict: true })
  expiresAt?: string | null;

  /** Tokens of one group may stop each other's transactions; null: none. 1.6 stations are told up to 20 characters. */
  @ApiPropertyOptional({ type: String, maxLength: 36, nullable: true })
  @IsOptional()
  @IsString()
  @Length(1, 36)
  @NoControlCharacters()
  groupId?: string | null;

  /** For operators; stations never see it. */
  @ApiPropertyOptional({ type: String, maxLength: 1000, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @NotContains('\u0000', { message: '$property must not contain U+0000' })
  note?: string | null;
}

/** A token to register. */
export class CreateIdToken extends UpdateIdToken {
  /** As printed or read from the token; letter case does not count. 1.6 stations present 20 characters at most. */
  @IsDefined()
  @IsString()
  @Length(1, 36)
  @NoControlCharacters()
  value: string;

  /** Tells tokens of equal value apart for KeyCode, Local and Central only. A card at a 1.6 station is an ISO14443. */
  @ApiProperty({ enum: ID_TOKEN_TYPES, enumName: 'IdTokenType' })
  @IsIn(ID_TOKEN_TYPES)
  type: IdTokenType;
}

/** A registered token. */
export class IdTokenView {
  id: string;

  /** As registered; null for a KeyCode: a PIN code is never shown again. */
  @ApiProperty({ type: String, nullable: true })
  value: string | null;

  @ApiProperty({ enum: ID_TOKEN_TYPES, enumName: 'IdTokenType' })
  type: IdTokenType;

  /** The operator's word. A token whose `expiresAt` has passed is Expired to stations all the same. */
  @ApiProperty({ enum: ID_TOKEN_STATUSES, enumName: 'IdTokenStatus' })
  status: IdTokenStatus;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expiresAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  groupId: string | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time' })
  updatedAt: string;
}

/** Which tokens to list; several conditions must all hold. */
export class IdTokenQuery extends PageQuery {
  /** The whole value, without regard to letter case. Never finds a KeyCode. */
  @IsOptional()
  @IsString()
  @MaxLength(36)
  @NoControlCharacters()
  value?: string;

  @ApiPropertyOptional({ enum: ID_TOKEN_TYPES, enumName: 'IdTokenType' })
  @IsOptional()
  @IsIn(ID_TOKEN_TYPES)
  type?: IdTokenType;

  @IsOptional()
  @IsString()
  @MaxLength(36)
  @NoControlCharacters()
  groupId?: string;

  @ApiPropertyOptional({ enum: ID_TOKEN_STATUSES, enumName: 'IdTokenStatus' })
  @IsOptional()
  @IsIn(ID_TOKEN_STATUSES)
  status?: IdTokenStatus;
}

/** Tokens in the order of their registration. */
export class IdTokenPage {
  @ApiProperty({ type: [IdTokenView] })
  items: IdTokenView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
