import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { ID_TOKEN_TYPES, type IdTokenType } from '../../authorization/index.js';

const LARGEST_ID = 2_147_483_647;

/** Something that goes with a token, e.g. the number of a contract. */
export class AdditionalTokenInfo {
  @IsDefined()
  @IsString()
  @Length(1, 36)
  @NoControlCharacters()
  additionalIdToken: string;

  /** What it is, as agreed between operator and stations. */
  @IsDefined()
  @IsString()
  @Length(1, 50)
  @NoControlCharacters()
  type: string;
}

/** A token as it is told to a station. */
export class NamedToken {
  /** Empty for NoAuthorization only. 1.6 stations take 20 characters at most. */
  @IsDefined()
  @IsString()
  @MaxLength(36)
  @NoControlCharacters()
  value: string;

  @ApiProperty({ enum: ID_TOKEN_TYPES, enumName: 'IdTokenType' })
  @IsIn(ID_TOKEN_TYPES)
  type: IdTokenType;
}

/** The token on whose account the transaction is to run. */
export class StartToken extends NamedToken {
  /** For stations of OCPP 2.0 and later; 1.6 cannot be told it. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => AdditionalTokenInfo)
  additionalInfo?: AdditionalTokenInfo[];
}

/** A request to start a transaction. */
export class RequestStartDto {
  @IsDefined()
  @ValidateNested()
  @Type(() => StartToken)
  idToken: StartToken;

  /** Where to start; without it the station chooses, and may refuse. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LARGEST_ID)
  evseId?: number;

  /**
   * The connector of that EVSE. No version can name it: a 1.6 station has connector 1 at each EVSE, at others the cable
   * decides. Only checked.
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LARGEST_ID)
  connectorId?: number;

  /**
   * The group of the token, so that other tokens of the group may stop the transaction even if the station is offline.
   * Told to 2.0.1 stations; earlier versions learn the group when the transaction starts.
   */
  @IsOptional()
  @ValidateNested()
  @Type(() => NamedToken)
  groupIdToken?: NamedToken;
}
