import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsISO8601,
  IsNumber,
  IsRFC3339,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { ID_TOKEN_TYPES, type IdTokenType } from '../../authorization/index.js';
import { CORRECTION_KINDS, type CorrectionKind } from '../entities/transaction-correction.entity.js';
import { CorrectableView } from './transaction.dto.js';

/** A PIN is kept nowhere. */
const KEPT_TOKEN_TYPES = ID_TOKEN_TYPES.filter((type) => type !== 'KeyCode');
/** Wh; more than any register of a station shows. */
const MOST_WH = 1_000_000_000_000;

const Given = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

const IsEnergy = (): PropertyDecorator => (target, property) => {
  for (const check of [
    ApiPropertyOptional({ type: Number, minimum: 0, maximum: MOST_WH }),
    Given(),
    IsNumber({ allowNaN: false, allowInfinity: false, maxDecimalPlaces: 3 }),
    Min(0),
    Max(MOST_WH),
  ]) {
    check(target, property);
  }
};

const IsTime = (): PropertyDecorator => (target, property) => {
  for (const check of [
    ApiPropertyOptional({ type: String, format: 'date-time', description: 'RFC 3339 with zone; not in the future' }),
    Given(),
    IsRFC3339(),
    IsISO8601({ strict: true }),
  ]) {
    check(target, property);
  }
};

/** Why an operator interferes. */
export class Reasoned {
  @ApiProperty({ minLength: 1, maxLength: 1000, description: 'For whoever looks at the bill later' })
  @IsDefined()
  @IsString()
  @Length(1, 1000)
  @NoControlCharacters()
  @Matches(/\S/, { message: 'reason must not be blank' })
  reason: string;
}

/** The end of a transaction whose own end is lost. What is left out is taken from its last meter value. */
export class CloseTransaction extends Reasoned {
  @IsTime()
  endedAt?: string;

  /** The register at the end. */
  @IsEnergy()
  meterStopWh?: number;
}

/** A token as an operator names it. */
export class CorrectToken {
  @IsDefined()
  @IsString()
  @Length(1, 36)
  @NoControlCharacters()
  value: string;

  @ApiProperty({ enum: KEPT_TOKEN_TYPES, enumName: 'KeptIdTokenType' })
  @IsIn(KEPT_TOKEN_TYPES)
  type: Exclude<IdTokenType, 'KeyCode'>;
}

/** What is to count instead of what the station told; at least one value. */
export class CorrectTransaction extends Reasoned {
  @IsTime()
  startedAt?: string;

  @IsTime()
  endedAt?: string;

  @IsEnergy()
  meterStartWh?: number;

  @IsEnergy()
  meterStopWh?: number;

  /** Without it the energy follows from the two registers. */
  @IsEnergy()
  energyWh?: number;

  /** Who pays. */
  @ApiPropertyOptional({ type: CorrectToken })
  @Given()
  @IsDefined()
  @ValidateNested()
  @Type(() => CorrectToken)
  idToken?: CorrectToken;
}

/** What an operator did to a transaction. */
export class CorrectionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: CORRECTION_KINDS, enumName: 'CorrectionKind' })
  kind: CorrectionKind;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ format: 'uuid', description: 'The id of the API key' })
  operatorId: string;

  /** The name of the API key at that time. */
  operatorName: string;

  reason: string;

  /** What counted until then. */
  before: CorrectableView;

  /** What counted from then on. */
  after: CorrectableView;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'What a withdrawal takes back' })
  withdraws: string | null;

  /** It was taken back since. */
  withdrawn: boolean;
}

/** A page of corrections, oldest first. */
export class CorrectionPage {
  @ApiProperty({ type: [CorrectionView] })
  items: CorrectionView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
