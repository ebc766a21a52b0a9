import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
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

const given = (_: object, value: unknown): boolean => value !== undefined;

const INTERFACES = [
  'Wired0',
  'Wired1',
  'Wired2',
  'Wired3',
  'Wireless0',
  'Wireless1',
  'Wireless2',
  'Wireless3',
] as const;
const VPN_TYPES = ['IKEv2', 'IPSec', 'L2TP', 'PPTP'] as const;
const APN_AUTHENTICATIONS = ['CHAP', 'NONE', 'PAP', 'AUTO'] as const;

/** A VPN that the station opens first. */
export class VpnDto {
  @IsDefined()
  @IsString()
  @Length(1, 512)
  server: string;

  @IsDefined()
  @IsString()
  @Length(1, 20)
  user: string;

  @ValidateIf(given)
  @IsString()
  @Length(1, 20)
  group?: string;

  @IsDefined()
  @IsString()
  @Length(1, 20)
  password: string;

  /** The shared secret. */
  @IsDefined()
  @IsString()
  @Length(1, 255)
  key: string;

  @ApiProperty({ enum: VPN_TYPES, enumName: 'VpnType' })
  @IsIn(VPN_TYPES)
  type: (typeof VPN_TYPES)[number];
}

/** The access point of a mobile network. */
export class ApnDto {
  @IsDefined()
  @IsString()
  @Length(1, 512)
  apn: string;

  @ValidateIf(given)
  @IsString()
  @Length(1, 20)
  apnUserName?: string;

  @ValidateIf(given)
  @IsString()
  @Length(1, 20)
  apnPassword?: string;

  @ApiPropertyOptional({ type: 'integer' })
  @ValidateIf(given)
  @IsInt()
  @Min(0)
  simPin?: number;

  @ValidateIf(given)
  @IsString()
  @MaxLength(6)
  preferredNetwork?: string;

  @ValidateIf(given)
  @IsBoolean()
  useOnlyPreferredNetwork?: boolean;

  @ApiProperty({ enum: APN_AUTHENTICATIONS, enumName: 'ApnAuthentication' })
  @IsIn(APN_AUTHENTICATIONS)
  apnAuthentication: (typeof APN_AUTHENTICATIONS)[number];
}

/** How the station is to reach a CSMS. */
export class SetProfile {
  /** As the standard names them: OCPP20 is 2.0.1. The handshake decides in the end. */
  @ApiPropertyOptional({ enum: ['OCPP16', 'OCPP20'], default: 'OCPP20' })
  @ValidateIf(given)
  @IsIn(['OCPP16', 'OCPP20'])
  ocppVersion: 'OCPP16' | 'OCPP20' = 'OCPP20';

  @ApiPropertyOptional({ enum: ['JSON', 'SOAP'], default: 'JSON' })
  @ValidateIf(given)
  @IsIn(['JSON', 'SOAP'])
  ocppTransport: 'JSON' | 'SOAP' = 'JSON';

  /** ws: or wss:, without the identity of the station. */
  @IsDefined()
  @IsString()
  @Length(1, 512)
  ocppCsmsUrl: string;

  /** Seconds that the station waits for an answer. */
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 86_400 })
  @IsInt()
  @Min(1)
  @Max(86_400)
  messageTimeout: number;

  /** Not below that of the station. */
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 3 })
  @IsInt()
  @Min(0)
  @Max(3)
  securityProfile: number;

  @ApiProperty({ enum: INTERFACES, enumName: 'OcppInterface' })
  @IsIn(INTERFACES)
  ocppInterface: (typeof INTERFACES)[number];

  @ApiPropertyOptional({ type: VpnDto })
  @ValidateIf(given)
  @ValidateNested()
  @Type(() => VpnDto)
  vpn?: VpnDto;

  @ApiPropertyOptional({ type: ApnDto })
  @ValidateIf(given)
  @ValidateNested()
  @Type(() => ApnDto)
  apn?: ApnDto;

  /** The slot is known not to be the one in use: the station is not asked. A profile that is kept (queue) needs it. */
  @ApiPropertyOptional({ default: false })
  @ValidateIf(given)
  @IsBoolean()
  confirmed?: boolean;
}

/** The order in which slots are tried. */
export class NetworkPriority {
  @ApiProperty({ type: [Number], minItems: 1, maxItems: 50 })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(0, { each: true })
  slots: number[];
}

/** A profile that a station accepted. */
export class NetworkProfileView {
  @ApiProperty({ type: 'integer' })
  slot: number;

  /** As it was sent, secrets masked. */
  @ApiProperty({ type: Object, additionalProperties: true })
  profile: Record<string, unknown>;

  @ApiProperty({ format: 'uuid' })
  commandId: string;

  @ApiProperty({ type: String, format: 'date-time' })
  acceptedAt: Date;
}

/** The slots of a station, as far as they are known. */
export class NetworkProfilesView {
  /** By which it was connected when it told; null: it has not told. TAU asks after a boot of a station with profiles. */
  @ApiProperty({ type: 'integer', nullable: true })
  activeSlot: number | null;

  /** The order in which it tries its slots; null: it has not told. */
  @ApiProperty({ type: [Number], nullable: true })
  priority: number[] | null;

  /**
   * Those that stand before the active one. After the reset that follows a change of the order they were tried in vain:
   * the station has fallen back. null: it cannot be said.
   */
  @ApiProperty({ type: [Number], nullable: true })
  skippedSlots: number[] | null;

  /** When it told which slot it uses. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  toldAt: Date | null;

  @ApiProperty({ type: [NetworkProfileView] })
  profiles: NetworkProfileView[];
}
