import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsRFC3339,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  NotContains,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { IsQueryTime, PageQuery } from '../../../common/pagination.js';
import { ID_TOKEN_TYPES, type IdTokenType } from '../id-token.js';
import type { PersonalMessage } from '../token-advice.js';

/** What an operator can say about a token; its expiry stands in `expiresAt`. */
export const ID_TOKEN_STATUSES = ['Accepted', 'Blocked', 'Invalid'] as const;
export type IdTokenStatus = (typeof ID_TOKEN_STATUSES)[number];

const MESSAGE_FORMATS = ['ASCII', 'HTML', 'URI', 'UTF8'] as const satisfies readonly PersonalMessage['format'][];
const LANGUAGE = /^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$/;

/** A text for the driver, as stations of 2.x may show it. */
export class PersonalMessageDto {
  @ApiProperty({ enum: MESSAGE_FORMATS, enumName: 'MessageFormat' })
  @IsIn(MESSAGE_FORMATS)
  format: PersonalMessage['format'];

  /** RFC 5646, e.g. de-AT. */
  @ApiPropertyOptional({ type: String, maxLength: 8 })
  @ValidateIf((_, language) => language !== undefined)
  @IsString()
  @Length(1, 8)
  @Matches(LANGUAGE)
  language?: string;

  @ApiProperty({ maxLength: 512 })
  @IsString()
  @Length(1, 512)
  @NotContains('\u0000', { message: '$property must not contain U+0000' })
  content: string;
}

/** A station where a token is valid. */
export class ValidPlaceDto {
  /** Letter case does not count. It need not be registered yet. */
  @ApiProperty({ maxLength: 255 })
  @IsString()
  @Length(1, 255)
  @NoControlCharacters()
  stationId: string;

  /** Its EVSEs where the token is valid; absent: all. */
  @ApiPropertyOptional({ type: [Number], minItems: 1, maxItems: 100 })
  @ValidateIf((_, evseIds) => evseIds !== undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(9999, { each: true })
  evseIds?: number[];
}

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

  /**
   * Until when stations may answer about it from their caches, RFC 3339 with zone; a past time keeps it out of them; null:
   * until it expires, or as long as the station keeps what it knows. Told as cacheExpiryDateTime, in 1.6 as expiryDate.
   */
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @IsRFC3339()
  @IsISO8601({ strict: true })
  cacheExpiresAt?: string | null;

  /** The driver's priority where power is scarce, -9 to 9; null: none is told, which means 0. Not told to 1.6. */
  @ApiPropertyOptional({ type: 'integer', minimum: -9, maximum: 9, nullable: true })
  @IsOptional()
  @IsInt()
  @Min(-9)
  @Max(9)
  chargingPriority?: number | null;

  /** The driver's language, RFC 5646. Not told to 1.6. */
  @ApiPropertyOptional({ type: String, maxLength: 8, nullable: true })
  @IsOptional()
  @IsString()
  @Length(1, 8)
  @Matches(LANGUAGE)
  language1?: string | null;

  /** The next best language; only with another `language1`. Not told to 1.6. */
  @ApiPropertyOptional({ type: String, maxLength: 8, nullable: true })
  @IsOptional()
  @IsString()
  @Length(1, 8)
  @Matches(LANGUAGE)
  language2?: string | null;

  /** A text for the driver, whatever is decided. Not told to 1.6. */
  @ApiPropertyOptional({ type: PersonalMessageDto, nullable: true })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PersonalMessageDto)
  personalMessage?: PersonalMessageDto | null;

  /** Where it is valid; elsewhere it is NotAtThisLocation (1.6: Blocked); null: everywhere. */
  @ApiPropertyOptional({ type: [ValidPlaceDto], minItems: 1, maxItems: 100, nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ValidPlaceDto)
  validAt?: ValidPlaceDto[] | null;

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

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  cacheExpiresAt: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  chargingPriority: number | null;

  @ApiProperty({ type: String, nullable: true })
  language1: string | null;

  @ApiProperty({ type: String, nullable: true })
  language2: string | null;

  @ApiProperty({ type: PersonalMessageDto, nullable: true })
  personalMessage: PersonalMessageDto | null;

  /** Where it is valid; null: everywhere. */
  @ApiProperty({ type: [ValidPlaceDto], nullable: true })
  validAt: ValidPlaceDto[] | null;

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

  /** Part of the value, the group or the note, in any letter case. Never finds a KeyCode by its value. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @NoControlCharacters()
  search?: string;

  /** Registered or changed at or after this time. */
  @IsQueryTime()
  updatedSince?: Date;
}

/** Tokens in the order of their registration. */
export class IdTokenPage {
  @ApiProperty({ type: [IdTokenView] })
  items: IdTokenView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
