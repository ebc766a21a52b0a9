import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
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
  IsObject,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUrl,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { LENIENCY_RULES, OCPP_VERSIONS, type OcppVersion, type RegistrationStatus } from '../../../ocpp/index.js';

export const REGISTRATION_STATUSES = ['Accepted', 'Pending', 'Rejected'] as const satisfies RegistrationStatus[];

const RULE_NAMES = LENIENCY_RULES.map(({ name }) => name);

/** How a station is treated on the wire where it differs from the default. null puts the default back. */
export class StationRulesDto {
  /** Seconds until a message to this station counts as unanswered. */
  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 600 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(600)
  callTimeoutSeconds?: number | null;

  /** The largest message in bytes that is read from this station. */
  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1024, maximum: 16_777_216 })
  @IsOptional()
  @IsInt()
  @Min(1024)
  @Max(16_777_216)
  maxFrameBytes?: number | null;

  /** Seconds between two Heartbeats; stations learn it at their next boot, with a jitter of a fifth either way. */
  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 86_400 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(86_400)
  heartbeatIntervalSeconds?: number | null;

  /** Where this station reaches TAU over HTTP for firmware and logs, if not at PUBLIC_URL: http(s), without a path. */
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200, example: 'http://10.0.0.1:3000' })
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true })
  @MaxLength(200)
  publicUrl?: string | null;

  /**
   * Whether the station is asked for a report of its whole device model after its first boot, and after the first one
   * with another firmware. Off by default.
   */
  @ApiPropertyOptional({ type: Boolean, nullable: true })
  @IsOptional()
  @IsBoolean()
  inventoryAtBoot?: boolean | null;

  /** Names of leniency rules that are switched off for this station. */
  @ApiPropertyOptional({ enum: RULE_NAMES, enumName: 'LeniencyRule', isArray: true, nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(RULE_NAMES, { each: true })
  disabledRules?: string[] | null;

  /** Names of leniency rules that are off by default and switched on for this station. */
  @ApiPropertyOptional({ enum: RULE_NAMES, enumName: 'LeniencyRule', isArray: true, nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(RULE_NAMES, { each: true })
  enabledRules?: string[] | null;
}

/** What operators say about a station. Absent: the default at registration, unchanged in a change. null: none. */
export class StationProperties {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @NoControlCharacters()
  name?: string | null;

  /** Any words to find the station by. */
  @ApiPropertyOptional({ type: [String], maxItems: 50 })
  @ValidateIf((_, labels) => labels !== undefined)
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  @NoControlCharacters({ each: true })
  labels?: string[];

  /** Where it stands, e.g. {latitude, longitude, address}; kept as given. */
  @ApiPropertyOptional({ type: Object, additionalProperties: true, nullable: true })
  @IsOptional()
  @IsObject()
  location?: Record<string, unknown> | null;

  /** IANA name, e.g. Europe/Berlin. */
  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsTimeZone()
  timeZone?: string | null;

  /** Versions that the station may negotiate; null: all that are enabled. */
  @ApiPropertyOptional({ enum: OCPP_VERSIONS, enumName: 'OcppVersion', isArray: true, nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(OCPP_VERSIONS, { each: true })
  allowedVersions?: OcppVersion[] | null;

  /**
   * How the station proves itself: 0 not at all (1.6 only, discouraged), 1 by password, 2 by password over TLS only,
   * 3 by client certificate. 1 unless given at the registration.
   */
  @ApiPropertyOptional({ enum: [0, 1, 2, 3] })
  @ValidateIf((_, profile) => profile !== undefined)
  @IsIn([0, 1, 2, 3])
  securityProfile?: number;

  /**
   * What the station's next BootNotification is answered. Pending and Rejected hold at once: other messages are refused
   * with a SecurityError, but a station that was accepted before keeps delivering its transactions. Accepted holds at
   * once where the last BootNotification was answered with it, otherwise from the next one on. Accepted unless given at
   * the registration.
   */
  @ApiPropertyOptional({ enum: REGISTRATION_STATUSES, enumName: 'RegistrationStatus' })
  @ValidateIf((_, status) => status !== undefined)
  @IsIn(REGISTRATION_STATUSES)
  registrationStatus?: RegistrationStatus;

  /** Only the rules that are given change. */
  @ApiPropertyOptional({ type: StationRulesDto })
  @ValidateIf((_, rules) => rules !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => StationRulesDto)
  rules?: StationRulesDto;
}

/** Changes to a station: what is absent stays as it is. */
export class ChangeStation extends StationProperties {}

/** A password for a station; one is generated where none is given. */
export class StationPassword {
  /** 16 to 64 characters. 32 to 40 hex digits stand for the bytes they spell, as in the 1.6 key AuthorizationKey. */
  @ApiPropertyOptional({ minLength: 16, maxLength: 64 })
  @ValidateIf((_, password) => password !== undefined)
  @IsString()
  password?: string;

  /** The password as bytes: 32 to 40 hex digits, as in the 1.6 key AuthorizationKey. */
  @ApiPropertyOptional({ pattern: '^([0-9a-fA-F]{2}){16,20}$' })
  @ValidateIf((_, digits) => digits !== undefined)
  @Matches(/^([0-9a-fA-F]{2}){16,20}$/, { message: 'passwordHex has 32 to 40 hex digits, an even number of them' })
  passwordHex?: string;
}

/** A station that knocked, to be registered under the identity it gave. */
export class RegisterRefusedIdentity extends IntersectionType(StationProperties, StationPassword) {}

/** A station to register. */
export class RegisterStation extends RegisterRefusedIdentity {
  /**
   * The identity, as it stands at the end of the URL that the station connects to. Letter case does not count. Up to 48
   * characters out of A-Z a-z 0-9 * - _ = + | @ and the full stop; any 255 where allowedVersions is ["1.6"].
   */
  @ApiProperty({ minLength: 1, maxLength: 255, example: 'CS001' })
  @IsDefined()
  @IsString()
  stationId: string;
}
