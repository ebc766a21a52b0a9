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
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsDefined, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min, ValidateNested, } from 'class-validator';
import { ID_TOKEN_TYPES } from '../../authorization/index.js';
const NO_CONTROL_CHARACTERS = /^\P{Cc}*$/u;
const LARGEST_ID = 2_147_483_647;
/** Something that goes with a token, e.g. the number of a contract. */
export class AdditionalTokenInfo {
    additionalIdToken;
    /** What it is, as agreed between operator and stations. */
    type;
    static _OPENAPI_METADATA_FACTORY() {
        return { additionalIdToken: { required: true, type: () => String, minLength: 1, maxLength: 36 }, type: { required: true, type: () => String, description: "What it is, as agreed between operator and stations.", minLength: 1, maxLength: 50 } };
    }
}
__decorate([
    IsDefined(),
    IsString(),
    Length(1, 36),
    Matches(NO_CONTROL_CHARACTERS),
    __metadata("design:type", String)
], AdditionalTokenInfo.prototype, "additionalIdToken", void 0);
__decorate([
    IsDefined(),
    IsString(),
    Length(1, 50),
    Matches(NO_CONTROL_CHARACTERS),
    __metadata("design:type", String)
], AdditionalTokenInfo.prototype, "type", void 0);
/** A token as it is told to a station. */
export class NamedToken {
    /** Empty for NoAuthorization only. 1.6 stations take 20 characters at most. */
    value;
    type;
    static _OPENAPI_METADATA_FACTORY() {
        return { value: { required: true, type: () => String, description: "Empty for NoAuthorization only. 1.6 stations take 20 characters at most.", maxLength: 36 }, type: { required: true, enum: ["Central", "eMAID", "ISO14443", "ISO15693", "KeyCode", "Local", "NoAuthorization", "MacAddress"], enum: ID_TOKEN_TYPES } };
    }
}
__decorate([
    IsDefined(),
    IsString(),
    MaxLength(36),
    Matches(NO_CONTROL_CHARACTERS),
    __metadata("design:type", String)
], NamedToken.prototype, "value", void 0);
__decorate([
    ApiProperty({ enum: ID_TOKEN_TYPES, enumName: 'IdTokenType' }),
    IsIn(ID_TOKEN_TYPES),
    __metadata("design:type", String)
], NamedToken.prototype, "type", void 0);
/** The token on whose account the transaction is to run. */
export class StartToken extends NamedToken {
    /** For stations of OCPP 2.0 and later; 1.6 cannot be told it. */
    additionalInfo;
    static _OPENAPI_METADATA_FACTORY() {
        return { additionalInfo: { required: false, type: () => [AdditionalTokenInfo], description: "For stations of OCPP 2.0 and later; 1.6 cannot be told it.", minItems: 1, maxItems: 20 } };
    }
}
__decorate([
    IsOptional(),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(20),
    ValidateNested({ each: true }),
    Type(() => AdditionalTokenInfo),
    __metadata("design:type", Array)
], StartToken.prototype, "additionalInfo", void 0);
/** A request to start a transaction. */
export class RequestStartDto {
    idToken;
    /** Where to start; without it the station chooses, and may refuse. */
    evseId;
    /**
     * The connector of that EVSE. No version can name it: a 1.6 station has connector 1 at each EVSE, at others the cable
     * decides. Only checked.
     */
    connectorId;
    /**
     * The group of the token, so that other tokens of the group may stop the transaction even if the station is offline.
     * Told to 2.0.1 stations; earlier versions learn the group when the transaction starts.
     */
    groupIdToken;
    static _OPENAPI_METADATA_FACTORY() {
        return { idToken: { required: true, type: () => StartToken }, evseId: { required: false, type: () => Number, description: "Where to start; without it the station chooses, and may refuse.", minimum: 1, maximum: LARGEST_ID }, connectorId: { required: false, type: () => Number, description: "The connector of that EVSE. No version can name it: a 1.6 station has connector 1 at each EVSE, at others the cable\ndecides. Only checked.", minimum: 1, maximum: LARGEST_ID }, groupIdToken: { required: false, type: () => NamedToken, description: "The group of the token, so that other tokens of the group may stop the transaction even if the station is offline.\nTold to 2.0.1 stations; earlier versions learn the group when the transaction starts." } };
    }
}
__decorate([
    IsDefined(),
    ValidateNested(),
    Type(() => StartToken),
    __metadata("design:type", StartToken)
], RequestStartDto.prototype, "idToken", void 0);
__decorate([
    IsOptional(),
    IsInt(),
    Min(1),
    Max(LARGEST_ID),
    __metadata("design:type", Number)
], RequestStartDto.prototype, "evseId", void 0);
__decorate([
    IsOptional(),
    IsInt(),
    Min(1),
    Max(LARGEST_ID),
    __metadata("design:type", Number)
], RequestStartDto.prototype, "connectorId", void 0);
__decorate([
    IsOptional(),
    ValidateNested(),
    Type(() => NamedToken),
    __metadata("design:type", NamedToken)
], RequestStartDto.prototype, "groupIdToken", void 0);
//# sourceMappingURL=request-start.dto.js.map