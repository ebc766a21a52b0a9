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
import { IsIn, IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import { ROLES } from '../entities/api-key.entity.js';
export class CreateApiKey {
    /** What the key is for, e.g. the name of the person or program that gets it. */
    name;
    /** viewer reads, operator also changes and commands, admin also manages keys and sends raw messages. */
    role;
    static _OPENAPI_METADATA_FACTORY() {
        return { name: { required: true, type: () => String, description: "What the key is for, e.g. the name of the person or program that gets it.", maxLength: 100, pattern: "^[^\\p{Cc}]*$" }, role: { required: true, description: "viewer reads, operator also changes and commands, admin also manages keys and sends raw messages.", enum: ["operator", "viewer", "admin"], enum: ROLES } };
    }
}
__decorate([
    IsString(),
    IsNotEmpty(),
    MaxLength(100),
    Matches(/^[^\p{Cc}]*$/u, { message: 'name must not hold control characters' }),
    __metadata("design:type", String)
], CreateApiKey.prototype, "name", void 0);
__decorate([
    ApiProperty({ enum: ROLES, enumName: 'Role' }),
    IsIn(ROLES),
    __metadata("design:type", String)
], CreateApiKey.prototype, "role", void 0);
/** An API key, without the key itself. */
export class ApiKeyView {
    id;
    name;
    role;
    createdAt;
    /** Accurate to a minute; null while it was never used. */
    lastUsedAt;
    static _OPENAPI_METADATA_FACTORY() {
        return { id: { required: true, type: () => String }, name: { required: true, type: () => String }, role: { required: true, enum: ["operator", "viewer", "admin"] }, createdAt: { required: true, type: () => Date }, lastUsedAt: { required: true, type: () => Date, nullable: true, description: "Accurate to a minute; null while it was never used." } };
    }
}
__decorate([
    ApiProperty({ format: 'uuid' }),
    __metadata("design:type", String)
], ApiKeyView.prototype, "id", void 0);
__decorate([
    ApiProperty({ enum: ROLES, enumName: 'Role' }),
    __metadata("design:type", String)
], ApiKeyView.prototype, "role", void 0);
__decorate([
    ApiProperty({ type: Date, nullable: true }),
    __metadata("design:type", Object)
], ApiKeyView.prototype, "lastUsedAt", void 0);
export class CreatedApiKey extends ApiKeyView {
    /** The key. It is shown this once and cannot be read again. */
    key;
    static _OPENAPI_METADATA_FACTORY() {
        return { key: { required: true, type: () => String, description: "The key. It is shown this once and cannot be read again." } };
    }
}
export class ApiKeyPage {
    items;
    nextCursor;
    static _OPENAPI_METADATA_FACTORY() {
        return { items: { required: true, type: () => [ApiKeyView] }, nextCursor: { required: true, type: () => String, nullable: true } };
    }
}
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], ApiKeyPage.prototype, "nextCursor", void 0);
//# sourceMappingURL=api-key.dto.js.map