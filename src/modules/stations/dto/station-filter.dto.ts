import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { IsQueryTime } from '../../../common/pagination.js';
import { OCPP_VERSIONS, type OcppVersion, type RegistrationStatus } from '../../../ocpp/index.js';
import { CONNECTOR_STATUSES, type ConnectorStatus } from '../inventory/status-report.js';
import { REGISTRATION_STATUSES } from './station-properties.dto.js';

/** The words of a query; anything else is left for the validator to refuse. */
const toBoolean = (word: unknown): unknown => (word === 'true' ? true : word === 'false' ? false : word);

/** Which stations are meant; several conditions must all hold. */
export class StationFilter {
  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @Transform(({ obj, key }) => toBoolean((obj as Record<string, unknown>)[key]))
  @IsBoolean()
  connected?: boolean;

  @ApiPropertyOptional({ enum: REGISTRATION_STATUSES, enumName: 'RegistrationStatus' })
  @IsOptional()
  @IsIn(REGISTRATION_STATUSES)
  registrationStatus?: RegistrationStatus;

  /** A label, spelled as it was given; where it is given several times, the station has all of them. */
  @ApiPropertyOptional({ type: [String], maxItems: 50 })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  @NoControlCharacters({ each: true })
  label?: string[];

  /** Part of the location, in any letter case: a street, a town, whatever its fields say. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @NoControlCharacters()
  location?: string;

  /** At least one connector, EVSE or the station as a whole was last reported with it. */
  @ApiPropertyOptional({ enum: CONNECTOR_STATUSES, enumName: 'ConnectorStatus' })
  @IsOptional()
  @IsIn(CONNECTOR_STATUSES)
  status?: ConnectorStatus;

  /** The version that it speaks, or spoke last. */
  @ApiPropertyOptional({ enum: OCPP_VERSIONS, enumName: 'OcppVersion' })
  @IsOptional()
  @IsIn(OCPP_VERSIONS)
  ocppVersion?: OcppVersion;

  /** As the station said it at its last boot. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @NoControlCharacters()
  vendor?: string;

  /** As the station said it at its last boot. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @NoControlCharacters()
  model?: string;

  /** As the station said it at its last boot. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @NoControlCharacters()
  firmwareVersion?: string;

  /** Part of the stationId, name, vendor, model or serial number, in any letter case. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @NoControlCharacters()
  search?: string;

  /** Registered or changed by operators at or after this time. */
  @IsQueryTime()
  updatedSince?: Date;
}
