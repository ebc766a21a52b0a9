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
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDefined, IsIn, IsISO8601, IsOptional, IsRFC3339, IsString, Length, MaxLength, NotContains, ValidateIf, } from 'class-validator';
import { PageQuery } from '../../../common/pagination.js';
import { ID_TOKEN_TYPES } from '../id-token.js';
import { NoControlCharacters } from './no-control-characters.js';
/** What an operator can say about a token; its expiry stands in `expiresAt`. */
export const ID_TOKEN_STATUSES = ['Accepted', 'Blocked', 'Invalid'];
/** What of a token can change after it was registered. Absent: stays as it is. */
export class UpdateIdToken {
    /** The operator's word: Blocked and Invalid refuse the token, whatever its expiry. */
    status;
    /** When the token ceases to be valid, RFC 3339 with zone; null: never. Stations drop it from their caches then. */
    expiresAt;
    /** Tokens of one group may stop each other's transactions; null: none. 1.6 stations are told up to 20 characters. */
    groupId;
    /** For operators; stations never see it. */
    note;
    static _OPENAPI_METADATA_FACTORY() {
        return { status: { required: false, description: "The operator's word: Blocked and Invalid refuse the token, whatever its expiry.", enum: ["Accepted", "Blocked", "Invalid"], enum: ID_TOKEN_STATUSES }, expiresAt: { required: false, type: () => String, nullable: true, description: "When the token ceases to be valid, RFC 3339 with zone; null: never. Stations drop it from their caches then." }, groupId: { required: false, type: () => String, nullable: true, description: "Tokens of one group may stop each other's transactions; null: none. 1.6 stations are told up to 20 characters.", minLength: 1, maxLength: 36 }, note: { required: false, type: () => String, nullable: true, description: "For operators; stations never see it.", maxLength: 1000 } };
    }
}
__decorate([
    ApiPropertyOptional({ enum: ID_TOKEN_STATUSES, enumName: 'IdTokenStatus' }),
    ValidateIf((_, status) => status !== undefined),
    IsIn(ID_TOKEN_STATUSES),
    __metadata("design:type", String)
], UpdateIdToken.prototype, "status", void 0);
__decorate([
    ApiPropertyOptional({ type: String, format: 'date-time', nullable: true }),
    IsOptional(),
    IsRFC3339(),
    IsISO8601({ strict: true }),
    __metadata("design:type", Object)
], UpdateIdToken.prototype, "expiresAt", void 0);
__decorate([
    ApiPropertyOptional({ type: String, maxLength: 36, nullable: true }),
    IsOptional(),
    IsString(),
    Length(1, 36),
    NoControlCharacters(),
    __metadata("design:type", Object)
], UpdateIdToken.prototype, "groupId", void 0);
__decorate([
    ApiPropertyOptional({ type: String, maxLength: 1000, nullable: true }),
    IsOptional(),
    IsString(),
    MaxLength(1000),
    NotContains('\u0000', { message: '$property must not contain U+0000' }),
    __metadata("design:type", Object)
], UpdateIdToken.prototype, "note", void 0);
/** A token to register. */
export class CreateIdToken extends UpdateIdToken {
    /** As printed or read from the token; letter case does not count. 1.6 stations present 20 characters at most. */
    value;
    /** Tells tokens of equal value apart for KeyCode, Local and Central only. A card at a 1.6 station is an ISO14443. */
    type;
    static _OPENAPI_METADATA_FACTORY() {
        return { value: { required: true, type: () => String, description: "As printed or read from the token; letter case does not count. 1.6 stations present 20 characters at most.", minLength: 1, maxLength: 36 }, type: { required: true, description: "Tells tokens of equal value apart for KeyCode, Local and Central only. A card at a 1.6 station is an ISO14443.", enum: ["Central", "eMAID", "ISO14443", "ISO15693", "KeyCode", "Local", "NoAuthorization", "MacAddress"], enum: ID_TOKEN_TYPES } };
    }
}
__decorate([
    IsDefined(),
    IsString(),
    Length(1, 36),
    NoControlCharacters(),
    __metadata("design:type", String)
], CreateIdToken.prototype, "value", void 0);
__decorate([
    ApiProperty({ enum: ID_TOKEN_TYPES, enumName: 'IdTokenType' }),
    IsIn(ID_TOKEN_TYPES),
    __metadata("design:type", String)
], CreateIdToken.prototype, "type", void 0);
/** A registered token. */
export class IdTokenView {
    id;
    /** As registered; null for a KeyCode: a PIN code is never shown again. */
    value;
    type;
    /** The operator's word. A token whose `expiresAt` has passed is Expired to stations all the same. */
    status;
    expiresAt;
    groupId;
    note;
    createdAt;
    updatedAt;
    static _OPENAPI_METADATA_FACTORY() {
        return { id: { required: true, type: () => String }, value: { required: true, type: () => String, nullable: true, description: "As registered; null for a KeyCode: a PIN code is never shown again." }, type: { required: true, enum: ["Central", "eMAID", "ISO14443", "ISO15693", "KeyCode", "Local", "NoAuthorization", "MacAddress"] }, status: { required: true, description: "The operator's word. A token whose `expiresAt` has passed is Expired to stations all the same.", enum: ["Accepted", "Blocked", "Invalid"] }, expiresAt: { required: true, type: () => String, nullable: true }, groupId: { required: true, type: () => String, nullable: true }, note: { required: true, type: () => String, nullable: true }, createdAt: { required: true, type: () => String }, updatedAt: { required: true, type: () => String } };
    }
}
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], IdTokenView.prototype, "value", void 0);
__decorate([
    ApiProperty({ enum: ID_TOKEN_TYPES, enumName: 'IdTokenType' }),
    __metadata("design:type", String)
], IdTokenView.prototype, "type", void 0);
__decorate([
    ApiProperty({ enum: ID_TOKEN_STATUSES, enumName: 'IdTokenStatus' }),
    __metadata("design:type", String)
], IdTokenView.prototype, "status", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time', nullable: true }),
    __metadata("design:type", Object)
], IdTokenView.prototype, "expiresAt", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], IdTokenView.prototype, "groupId", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], IdTokenView.prototype, "note", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time' }),
    __metadata("design:type", String)
], IdTokenView.prototype, "createdAt", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time' }),
    __metadata("design:type", String)
], IdTokenView.prototype, "updatedAt", void 0);
/** Which tokens to list; several conditions must all hold. */
export class IdTokenQuery extends PageQuery {
    /** The whole value, without regard to letter case. Never finds a KeyCode. */
    value;
    type;
    groupId;
    status;
    static _OPENAPI_METADATA_FACTORY() {
        return { value: { required: false, type: () => String, description: "The whole value, without regard to letter case. Never finds a KeyCode.", maxLength: 36 }, type: { required: false, enum: ["Central", "eMAID", "ISO14443", "ISO15693", "KeyCode", "Local", "NoAuthorization", "MacAddress"], enum: ID_TOKEN_TYPES }, groupId: { required: false, type: () => String, maxLength: 36 }, status: { required: false, enum: ["Accepted", "Blocked", "Invalid"], enum: ID_TOKEN_STATUSES } };
    }
}
__decorate([
    IsOptional(),
    IsString(),
    MaxLength(36),
    NoControlCharacters(),
    __metadata("design:type", String)
], IdTokenQuery.prototype, "value", void 0);
__decorate([
    ApiPropertyOptional({ enum: ID_TOKEN_TYPES, enumName: 'IdTokenType' }),
    IsOptional(),
    IsIn(ID_TOKEN_TYPES),
    __metadata("design:type", String)
], IdTokenQuery.prototype, "type", void 0);
__decorate([
    IsOptional(),
    IsString(),
    MaxLength(36),
    NoControlCharacters(),
    __metadata("design:type", String)
], IdTokenQuery.prototype, "groupId", void 0);
__decorate([
    ApiPropertyOptional({ enum: ID_TOKEN_STATUSES, enumName: 'IdTokenStatus' }),
    IsOptional(),
    IsIn(ID_TOKEN_STATUSES),
    __metadata("design:type", String)
], IdTokenQuery.prototype, "status", void 0);
/** Tokens in the order of their registration. */
export class IdTokenPage {
    items;
    nextCursor;
    static _OPENAPI_METADATA_FACTORY() {
        return { items: { required: true, type: () => [IdTokenView] }, nextCursor: { required: true, type: () => String, nullable: true } };
    }
}
__decorate([
    ApiProperty({ type: [IdTokenView] }),
    __metadata("design:type", Array)
], IdTokenPage.prototype, "items", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], IdTokenPage.prototype, "nextCursor", void 0);
//# sourceMappingURL=id-token.dto.js.map