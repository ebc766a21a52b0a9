import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CommandView } from '../../../commands/index.js';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { ATTRIBUTE_TYPES, type AttributeType } from '../device-model/variable-address.js';
import { VARIABLE_STATUSES, type VariableStatus } from '../variables/variable-results.js';

const given = (_: object, value: unknown): boolean => value !== undefined;

/** Where a variable stands. Names do not differ by letter case. */
export class VariableName {
  /** E.g. OCPPCommCtrlr, or ConfigurationKey for keys of 1.6 that have no variable. */
  @ApiProperty({ minLength: 1, maxLength: 50 })
  @IsDefined()
  @IsString()
  @Length(1, 50)
  @NoControlCharacters()
  component: string;

  /** Of the component, where it has several. */
  @ApiPropertyOptional({ minLength: 1, maxLength: 50 })
  @ValidateIf(given)
  @IsString()
  @Length(1, 50)
  @NoControlCharacters()
  componentInstance?: string;

  /** Absent: the station. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 })
  @ValidateIf((name: VariableName) => name.evseId !== undefined || name.connectorId !== undefined)
  @Type(() => Number)
  @IsInt({ message: 'evseId has to be an integer, and must be given where connectorId is' })
  @Min(1)
  @Max(9999)
  evseId?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 })
  @ValidateIf(given)
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(9999)
  connectorId?: number;

  /** E.g. HeartbeatInterval. */
  @ApiProperty({ minLength: 1, maxLength: 50 })
  @IsDefined()
  @IsString()
  @Length(1, 50)
  @NoControlCharacters()
  variable: string;

  /** Of the variable, where it has several. */
  @ApiPropertyOptional({ minLength: 1, maxLength: 50 })
  @ValidateIf(given)
  @IsString()
  @Length(1, 50)
  @NoControlCharacters()
  instance?: string;

  /** Actual where it is absent. */
  @ApiPropertyOptional({ enum: ATTRIBUTE_TYPES, enumName: 'AttributeType' })
  @ValidateIf(given)
  @IsIn(ATTRIBUTE_TYPES)
  attributeType?: AttributeType;
}

/** A variable with the value that it is to get. */
export class VariableChange extends VariableName {
  /** As a text, whatever its type: `true`, `30`, `A,B`. */
  @ApiProperty({ maxLength: 1000 })
  @IsDefined()
  @IsString()
  @MaxLength(1000)
  value: string;
}

/** What is to be changed. */
export class ChangeVariables {
  @ApiProperty({ type: [VariableChange], minItems: 1, maxItems: 500 })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => VariableChange)
  variables: VariableChange[];
}

/** What is to be read. */
export class ReadVariables {
  @ApiProperty({ type: [VariableName], minItems: 1, maxItems: 500 })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => VariableName)
  variables: VariableName[];
}

const named = (query: VariableQuery): boolean => Object.values(query).some((value) => value !== undefined);

/** The variable that is to be read. Without any parameter: all of them, which only stations of OCPP 1.6 can be asked. */
export class VariableQuery {
  @ApiPropertyOptional({ minLength: 1, maxLength: 50 })
  @ValidateIf(named)
  @IsString()
  @Length(1, 50)
  @NoControlCharacters()
  component?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: 50 })
  @ValidateIf(named)
  @IsString()
  @Length(1, 50)
  @NoControlCharacters()
  variable?: string;

  /** Of the variable, where it has several. */
  @ApiPropertyOptional({ minLength: 1, maxLength: 50 })
  @ValidateIf(given)
  @IsString()
  @Length(1, 50)
  @NoControlCharacters()
  instance?: string;

  /** Of the component, where it has several. */
  @ApiPropertyOptional({ minLength: 1, maxLength: 50 })
  @ValidateIf(given)
  @IsString()
  @Length(1, 50)
  @NoControlCharacters()
  componentInstance?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 })
  @ValidateIf((query: VariableQuery) => query.evseId !== undefined || query.connectorId !== undefined)
  @Type(() => Number)
  @IsInt({ message: 'evseId has to be an integer, and must be given where connectorId is' })
  @Min(1)
  @Max(9999)
  evseId?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 })
  @ValidateIf(given)
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(9999)
  connectorId?: number;

  @ApiPropertyOptional({ enum: ATTRIBUTE_TYPES, enumName: 'AttributeType' })
  @ValidateIf(given)
  @IsIn(ATTRIBUTE_TYPES)
  attributeType?: AttributeType;
}

/** What a station said about one variable. */
export class VariableResultView {
  component: string;

  @ApiProperty({ type: String, nullable: true })
  componentInstance?: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  evseId?: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  connectorId?: number | null;

  variable: string;

  @ApiProperty({ type: String, nullable: true })
  instance?: string | null;

  @ApiProperty({ enum: ATTRIBUTE_TYPES, enumName: 'AttributeType' })
  attributeType?: AttributeType | null;

  /** In 2.0.1 words; null: the station was not asked in time, or said nothing about it. */
  @ApiProperty({ enum: VARIABLE_STATUSES, enumName: 'VariableStatus', nullable: true })
  status: VariableStatus | null;

  /** What the station literally said; null where its version has no word for it. */
  @ApiProperty({ type: String, nullable: true })
  reportedStatus: string | null;

  /** The station's reason, where it gave one. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  statusInfo?: object | null;

  /** What it is, or is to be; secrets masked. null: it has none, or may not be read. */
  @ApiProperty({ type: String, nullable: true })
  value: string | null;

  /** OCPP 1.6 only: whether it can be changed. */
  @ApiProperty({ type: Boolean, nullable: true })
  readOnly: boolean | null;
}

/** The last command about variables, with what came of each variable. */
export class VariablesView extends CommandView {
  /** Every message that it took, in their order. */
  @ApiProperty({ type: [String], format: 'uuid' })
  commandIds: string[];

  @ApiProperty({ type: [VariableResultView] })
  results: VariableResultView[];

  /** Whether a change holds only after a reset. */
  rebootRequired: boolean;
}
