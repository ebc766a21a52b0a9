import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { PageQuery } from '../../../common/pagination.js';
import { ATTRIBUTE_TYPES, type AttributeType } from '../device-model/variable-address.js';

/** One attribute of a variable, as the station told it. */
export class AttributeView {
  component: string;

  @ApiProperty({ type: String, nullable: true })
  componentInstance: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  evseId: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  connectorId: number | null;

  variable: string;

  @ApiProperty({ type: String, nullable: true })
  instance: string | null;

  @ApiProperty({ enum: ATTRIBUTE_TYPES, enumName: 'AttributeType' })
  attributeType: AttributeType;

  /** null: it has none, may not be read, or is a secret. */
  @ApiProperty({ type: String, nullable: true })
  value: string | null;

  /** ReadOnly, WriteOnly or ReadWrite; null: not told. */
  @ApiProperty({ type: String, nullable: true })
  mutability: string | null;

  /** Whether it outlives a reboot. */
  @ApiProperty({ type: Boolean, nullable: true })
  persistent: boolean | null;

  /** Whether it never changes. */
  @ApiProperty({ type: Boolean, nullable: true })
  constant: boolean | null;

  /** {dataType, unit, minLimit, maxLimit, valuesList, supportsMonitoring}, as reported. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  characteristics: Record<string, unknown> | null;

  /** The message that told it last, in 2.0.1 words, e.g. NotifyReport. */
  source: string;

  @ApiProperty({ type: String, format: 'date-time' })
  observedAt: Date;
}

/** Which part of a device model to show; names in any letter case. */
export class DeviceModelQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(50)
  @NoControlCharacters()
  component?: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  @NoControlCharacters()
  variable?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(9999)
  evseId?: number;
}

/** What is known of a device model, by component and variable. */
export class AttributePage {
  @ApiProperty({ type: [AttributeView] })
  items: AttributeView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
