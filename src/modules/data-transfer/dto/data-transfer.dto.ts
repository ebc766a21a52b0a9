import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDefined, IsIn, IsOptional, IsString, Length, MaxLength, Validate, ValidateIf } from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { PageQuery } from '../../../common/pagination.js';
import { OCPP_VERSIONS, type OcppVersion } from '../../../ocpp/index.js';
import { TRANSFER_STATUSES } from '../vendors/vendor-message.js';
import { SendableData } from './sendable-data.js';

/** What is to be said to a station. */
export class SendDataDto {
  /** Who made up the words, e.g. `com.example` */
  @IsDefined()
  @IsString()
  @Length(1, 255)
  @NoControlCharacters()
  vendorId: string;

  /** Which of the vendor's messages it is. */
  @ValidateIf((_, messageId) => messageId !== undefined)
  @IsString()
  @Length(1, 50)
  @NoControlCharacters()
  messageId?: string;

  @ApiPropertyOptional({
    description:
      'Any JSON, up to 64 KiB. A 1.6 station gets a text as it is and anything else as the text of its JSON. Fields ' +
      'whose name sounds like a secret (password, secret, token, PIN ...) reach the station, but are masked in what TAU keeps.',
  })
  @Validate(SendableData)
  data?: unknown;
}

export const TRANSFER_DIRECTIONS = ['from-station', 'to-station'] as const;
export type TransferDirection = (typeof TRANSFER_DIRECTIONS)[number];

/** Something that was said by DataTransfer, with its answer; secrets masked. customData is ignored: no vendor is named. */
export class DataTransferView {
  /** Of what was said to a station: its `commandId`. */
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: TRANSFER_DIRECTIONS, enumName: 'DataTransferDirection' })
  direction: TransferDirection;

  @ApiProperty({ enum: OCPP_VERSIONS, enumName: 'OcppVersion' })
  ocppVersion: OcppVersion;

  vendorId: string;

  @ApiProperty({ type: String, nullable: true })
  messageId: string | null;

  /** Any JSON; null where there is none, and in lists where it is long. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  data: unknown;

  /** Characters of `data` as JSON; 0 where there is none. Lists leave out more than 4096. */
  @ApiProperty({ type: 'integer' })
  dataLength: number;

  /** What it was answered: Accepted, Rejected, UnknownMessageId or UnknownVendorId; null without an answer. */
  @ApiProperty({ type: String, nullable: true })
  status: string | null;

  /** {reasonCode, additionalInfo} of the answer, in 2.0.1. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  statusInfo: Record<string, unknown> | null;

  /** The data of the answer; null where there is none, and in lists where it is long. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  responseData: unknown;

  /** When it came, or was asked. */
  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;
}

/** Which transfers to list; several conditions must all hold. */
export class DataTransferQuery extends PageQuery {
  @ApiPropertyOptional({ enum: TRANSFER_DIRECTIONS, enumName: 'DataTransferDirection' })
  @IsOptional()
  @IsIn(TRANSFER_DIRECTIONS)
  direction?: TransferDirection;

  /** Letter case does not count. */
  @IsOptional()
  @IsString()
  @MaxLength(255)
  @NoControlCharacters()
  vendorId?: string;

  /** e.g. UnknownVendorId: what nobody understood. */
  @ApiPropertyOptional({ enum: TRANSFER_STATUSES, enumName: 'DataTransferStatus' })
  @IsOptional()
  @IsIn(TRANSFER_STATUSES)
  status?: string;
}

/** Transfers, newest first. */
export class DataTransferPage {
  @ApiProperty({ type: [DataTransferView] })
  items: DataTransferView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
