var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import * as openapi from "@nestjs/swagger";
import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsDefined, IsIn, IsInt, IsObject, IsOptional, IsString, IsTimeZone, Length, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested, } from 'class-validator';
import { LENIENCY_RULES, OCPP_VERSIONS } from '../../../ocpp/index.js';
export const REGISTRATION_STATUSES = ['Accepted', 'Pending', 'Rejected'];
const RULE_NAMES = LENIENCY_RULES.map(({ name }) => name);
const PRINTABLE = /^\P{Cc}*$/u;
/** How a station is treated on the wire where it differs from the default. null puts the default back. */
export class StationRulesDto {
    /** Seconds until a message to this station counts as unanswered. */
    callTimeoutSeconds;
    /** The largest message in bytes that is read from this station. */
    maxFrameBytes;
    /** Seconds between two Heartbeats; stations learn it at their next boot, with a jitter of a fifth either way. */
    heartbeatIntervalSeconds;
    /** Names of leniency rules that are switched off for this station. */
    disabledRules;
    /** Names of leniency rules that are off by default and switched on for this station. */
    enabledRules;
    static _OPENAPI_METADATA_FACTORY() {
        return { callTimeoutSeconds: { required: false, type: () => Number, nullable: true, description: "Seconds until a message to this station counts as unanswered.", minimum: 1, maximum: 600 }, maxFrameBytes: { required: false, type: () => Number, nullable: true, description: "The largest message in bytes that is read from this station.", minimum: 1024, maximum: 16777216 }, heartbeatIntervalSeconds: { required: false, type: () => Number, nullable: true, description: "Seconds between two Heartbeats; stations learn it at their next boot, with a jitter of a fifth either way.", minimum: 1, maximum: 86400 }, disabledRules: { required: false, type: () => [String], nullable: true, description: "Names of leniency rules that are switched off for this station.", enum: RULE_NAMES, isArray: true, uniqueItems: true }, enabledRules: { required: false, type: () => [String], nullable: true, description: "Names of leniency rules that are off by default and switched on for this station.", enum: RULE_NAMES, isArray: true, uniqueItems: true } };
    }
}
__decorate([
    ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 600 }),
    IsOptional(),
    IsInt(),
    Min(1),
    Max(600),
    __metadata("design:type", Object)
], StationRulesDto.prototype, "callTimeoutSeconds", void 0);
__decorate([
    ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1024, maximum: 16_777_216 }),
    IsOptional(),
    IsInt(),
    Min(1024),
    Max(16_777_216),
    __metadata("design:type", Object)
], StationRulesDto.prototype, "maxFrameBytes", void 0);
__decorate([
    ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 86_400 }),
    IsOptional(),
    IsInt(),
    Min(1),
    Max(86_400),
    __metadata("design:type", Object)
], StationRulesDto.prototype, "heartbeatIntervalSeconds", void 0);
__decorate([
    ApiPropertyOptional({ enum: RULE_NAMES, enumName: 'LeniencyRule', isArray: true, nullable: true }),
    IsOptional(),
    IsArray(),
    ArrayUnique(),
    IsIn(RULE_NAMES, { each: true }),
    __metadata("design:type", Object)
], StationRulesDto.prototype, "disabledRules", void 0);
__decorate([
    ApiPropertyOptional({ enum: RULE_NAMES, enumName: 'LeniencyRule', isArray: true, nullable: true }),
    IsOptional(),
    IsArray(),
    ArrayUnique(),
    IsIn(RULE_NAMES, { each: true }),
    __metadata("design:type", Object)
], StationRulesDto.prototype, "enabledRules", void 0);
/** What operators say about a station. Absent: the default at registration, unchanged in a change. null: none. */
export class StationProperties {
    name;
    /** Any words to find the station by. */
    labels;
    /** Where it stands, e.g. {latitude, longitude, address}; kept as given. */
    location;
    /** IANA name, e.g. Europe/Berlin. */
    timeZone;
    /** Versions that the station may negotiate; null: all that are enabled. */
    allowedVersions;
    /**
     * How the station proves itself: 0 not at all (1.6 only, discouraged), 1 by password, 2 by password over TLS only,
     * 3 by client certificate. 1 unless given at the registration.
     */
    securityProfile;
    /**
     * What the station's next BootNotification is answered. Pending and Rejected hold at once: other messages are refused
     * with a SecurityError, but a station that was accepted before keeps delivering its transactions. Accepted holds at
     * once where the last BootNotification was answered with it, otherwise from the next one on. Accepted unless given at
     * the registration.
     */
    registrationStatus;
    /** Only the rules that are given change. */
    rules;
    static _OPENAPI_METADATA_FACTORY() {
        return { name: { required: false, type: () => String, nullable: true, maxLength: 200 }, labels: { required: false, type: () => [String], description: "Any words to find the station by.", uniqueItems: true, maxItems: 50, minLength: 1, maxLength: 100 }, location: { required: false, type: "object", additionalProperties: true, nullable: true, description: "Where it stands, e.g. {latitude, longitude, address}; kept as given." }, timeZone: { required: false, type: () => String, nullable: true, description: "IANA name, e.g. Europe/Berlin." }, allowedVersions: { required: false, nullable: true, description: "Versions that the station may negotiate; null: all that are enabled.", enum: ["1.6", "2.0", "2.0.1"], isArray: true, enum: OCPP_VERSIONS, isArray: true, minItems: 1, uniqueItems: true }, securityProfile: { required: false, type: () => Number, description: "How the station proves itself: 0 not at all (1.6 only, discouraged), 1 by password, 2 by password over TLS only,\n3 by client certificate. 1 unless given at the registration.", enum: [0, 1, 2, 3] }, registrationStatus: { required: false, description: "What the station's next BootNotification is answered. Pending and Rejected hold at once: other messages are refused\nwith a SecurityError, but a station that was accepted before keeps delivering its transactions. Accepted holds at\nonce where the last BootNotification was answered with it, otherwise from the next one on. Accepted unless given at\nthe registration.", enum: ["Accepted", "Pending", "Rejected"], enum: REGISTRATION_STATUSES }, rules: { required: false, type: () => StationRulesDto, description: "Only the rules that are given change." } };
    }
}
__decorate([
    ApiPropertyOptional({ type: String, nullable: true, maxLength: 200 }),
    IsOptional(),
    IsString(),
    MaxLength(200),
    Matches(PRINTABLE),
    __metadata("design:type", Object)
], StationProperties.prototype, "name", void 0);
__decorate([
    ApiPropertyOptional({ type: [String], maxItems: 50 }),
    ValidateIf((_, labels) => labels !== undefined),
    IsArray(),
    ArrayMaxSize(50),
    ArrayUnique(),
    IsString({ each: true }),
    Length(1, 100, { each: true }),
    Matches(PRINTABLE, { each: true }),
    __metadata("design:type", Array)
], StationProperties.prototype, "labels", void 0);
__decorate([
    ApiPropertyOptional({ type: Object, additionalProperties: true, nullable: true }),
    IsOptional(),
    IsObject(),
    __metadata("design:type", Object)
], StationProperties.prototype, "location", void 0);
__decorate([
    ApiPropertyOptional({ type: String, nullable: true }),
    IsOptional(),
    IsTimeZone(),
    __metadata("design:type", Object)
], StationProperties.prototype, "timeZone", void 0);
__decorate([
    ApiPropertyOptional({ enum: OCPP_VERSIONS, enumName: 'OcppVersion', isArray: true, nullable: true }),
    IsOptional(),
    IsArray(),
    ArrayNotEmpty(),
    ArrayUnique(),
    IsIn(OCPP_VERSIONS, { each: true }),
    __metadata("design:type", Object)
], StationProperties.prototype, "allowedVersions", void 0);
__decorate([
    ApiPropertyOptional({ enum: [0, 1, 2, 3] }),
    ValidateIf((_, profile) => profile !== undefined),
    IsIn([0, 1, 2, 3]),
    __metadata("design:type", Number)
], StationProperties.prototype, "securityProfile", void 0);
__decorate([
    ApiPropertyOptional({ enum: REGISTRATION_STATUSES, enumName: 'RegistrationStatus' }),
    ValidateIf((_, status) => status !== undefined),
    IsIn(REGISTRATION_STATUSES),
    __metadata("design:type", String)
], StationProperties.prototype, "registrationStatus", void 0);
__decorate([
    ApiPropertyOptional({ type: StationRulesDto }),
    ValidateIf((_, rules) => rules !== undefined),
    IsObject(),
    ValidateNested(),
    Type(() => StationRulesDto),
    __metadata("design:type", StationRulesDto)
], StationProperties.prototype, "rules", void 0);
/** Changes to a station: what is absent stays as it is. */
export class ChangeStation extends StationProperties {
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
/** A password for a station; one is generated where none is given. */
export class StationPassword {
    /** 16 to 64 characters. 32 to 40 hex digits stand for the bytes they spell, as in the 1.6 key AuthorizationKey. */
    password;
    /** The password as bytes: 32 to 40 hex digits, as in the 1.6 key AuthorizationKey. */
    passwordHex;
    static _OPENAPI_METADATA_FACTORY() {
        return { password: { required: false, type: () => String, description: "16 to 64 characters. 32 to 40 hex digits stand for the bytes they spell, as in the 1.6 key AuthorizationKey." }, passwordHex: { required: false, type: () => String, description: "The password as bytes: 32 to 40 hex digits, as in the 1.6 key AuthorizationKey.", pattern: "^([0-9a-fA-F]{2}){16,20}$" } };
    }
}
__decorate([
    ApiPropertyOptional({ minLength: 16, maxLength: 64 }),
    ValidateIf((_, password) => password !== undefined),
    IsString(),
    __metadata("design:type", String)
], StationPassword.prototype, "password", void 0);
__decorate([
    ApiPropertyOptional({ pattern: '^([0-9a-fA-F]{2}){16,20}$' }),
    ValidateIf((_, digits) => digits !== undefined),
    Matches(/^([0-9a-fA-F]{2}){16,20}$/, { message: 'passwordHex has 32 to 40 hex digits, an even number of them' }),
    __metadata("design:type", String)
], StationPassword.prototype, "passwordHex", void 0);
/** A station that knocked, to be registered under the identity it gave. */
export class RegisterRefusedIdentity extends IntersectionType(StationProperties, StationPassword) {
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
/** A station to register. */
export class RegisterStation extends RegisterRefusedIdentity {
    /**
     * The identity, as it stands at the end of the URL that the station connects to. Letter case does not count. Up to 48
     * characters out of A-Z a-z 0-9 * - _ = + | @ and the full stop; any 255 where allowedVersions is ["1.6"].
     */
    stationId;
    static _OPENAPI_METADATA_FACTORY() {
        return { stationId: { required: true, type: () => String, description: "The identity, as it stands at the end of the URL that the station connects to. Letter case does not count. Up to 48\ncharacters out of A-Z a-z 0-9 * - _ = + | @ and the full stop; any 255 where allowedVersions is [\"1.6\"]." } };
    }
}
__decorate([
    ApiProperty({ minLength: 1, maxLength: 255, example: 'CS001' }),
    IsDefined(),
    IsString(),
    __metadata("design:type", String)
], RegisterStation.prototype, "stationId", void 0);
//# sourceMappingURL=station-properties.dto.js.map