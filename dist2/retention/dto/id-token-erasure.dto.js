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
import { IsIn, IsNotEmpty, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ID_TOKEN_TYPES } from '../../modules/authorization/index.js';
/** A token whose history is to be erased; it need not be registered. */
export class EraseIdToken {
    /** As it was presented; letter case does not count. */
    value;
    /** Counts for KeyCode, Local and Central only. A card at a 1.6 station is an ISO14443. */
    type;
    /** Why, e.g. the number of the request; it is kept, so it should not name the driver. */
    reason;
    static _OPENAPI_METADATA_FACTORY() {
        return { value: { required: true, type: () => String, description: "As it was presented; letter case does not count.", minLength: 1, maxLength: 255, pattern: "^\\P{Cc}*$" }, type: { required: true, description: "Counts for KeyCode, Local and Central only. A card at a 1.6 station is an ISO14443.", enum: ["Central", "eMAID", "ISO14443", "ISO15693", "KeyCode", "Local", "NoAuthorization", "MacAddress"], enum: ID_TOKEN_TYPES }, reason: { required: true, type: () => String, description: "Why, e.g. the number of the request; it is kept, so it should not name the driver.", maxLength: 500, pattern: "^\\P{Cc}*$" } };
    }
}
__decorate([
    IsString(),
    Length(1, 255),
    Matches(/^\P{Cc}*$/u, { message: '$property must not contain control characters' }),
    __metadata("design:type", String)
], EraseIdToken.prototype, "value", void 0);
__decorate([
    ApiProperty({ enum: ID_TOKEN_TYPES, enumName: 'IdTokenType' }),
    IsIn(ID_TOKEN_TYPES),
    __metadata("design:type", String)
], EraseIdToken.prototype, "type", void 0);
__decorate([
    IsString(),
    IsNotEmpty(),
    MaxLength(500),
    Matches(/^\P{Cc}*$/u, { message: '$property must not contain control characters' }),
    __metadata("design:type", String)
], EraseIdToken.prototype, "reason", void 0);
/** How many entries were written anew. */
export class IdTokenErasureCounts {
    idTokens;
    transactions;
    events;
    messages;
    commands;
    corrections;
    static _OPENAPI_METADATA_FACTORY() {
        return { idTokens: { required: true, type: () => Number }, transactions: { required: true, type: () => Number }, events: { required: true, type: () => Number }, messages: { required: true, type: () => Number }, commands: { required: true, type: () => Number }, corrections: { required: true, type: () => Number } };
    }
}
__decorate([
    ApiProperty({ type: 'integer', description: 'Registered tokens; they are archived' }),
    __metadata("design:type", Number)
], IdTokenErasureCounts.prototype, "idTokens", void 0);
__decorate([
    ApiProperty({ type: 'integer' }),
    __metadata("design:type", Number)
], IdTokenErasureCounts.prototype, "transactions", void 0);
__decorate([
    ApiProperty({ type: 'integer', description: 'Messages that transactions are made from' }),
    __metadata("design:type", Number)
], IdTokenErasureCounts.prototype, "events", void 0);
__decorate([
    ApiProperty({ type: 'integer', description: 'Entries of the message log' }),
    __metadata("design:type", Number)
], IdTokenErasureCounts.prototype, "messages", void 0);
__decorate([
    ApiProperty({ type: 'integer', description: 'Commands to stations' }),
    __metadata("design:type", Number)
], IdTokenErasureCounts.prototype, "commands", void 0);
__decorate([
    ApiProperty({ type: 'integer', description: 'Corrections of transactions by operators' }),
    __metadata("design:type", Number)
], IdTokenErasureCounts.prototype, "corrections", void 0);
/** A request to erase a token, and how far it is carried out. */
export class IdTokenErasureView {
    id;
    state;
    type;
    /** What stands where the token stood: the transactions of one token stay together under it. */
    pseudonym;
    reason;
    requestedAt;
    startedAt;
    finishedAt;
    counts;
    static _OPENAPI_METADATA_FACTORY() {
        return { id: { required: true, type: () => String }, state: { required: true, enum: ["done", "queued", "running"] }, type: { required: true, enum: ["Central", "eMAID", "ISO14443", "ISO15693", "KeyCode", "Local", "NoAuthorization", "MacAddress"] }, pseudonym: { required: true, type: () => String, description: "What stands where the token stood: the transactions of one token stay together under it." }, reason: { required: true, type: () => String }, requestedAt: { required: true, type: () => Date }, startedAt: { required: true, type: () => Date, nullable: true }, finishedAt: { required: true, type: () => Date, nullable: true }, counts: { required: true, type: () => IdTokenErasureCounts } };
    }
}
__decorate([
    ApiProperty({ format: 'uuid' }),
    __metadata("design:type", String)
], IdTokenErasureView.prototype, "id", void 0);
__decorate([
    ApiProperty({ enum: ['queued', 'running', 'done'], enumName: 'IdTokenErasureState' }),
    __metadata("design:type", String)
], IdTokenErasureView.prototype, "state", void 0);
__decorate([
    ApiProperty({ enum: ID_TOKEN_TYPES, enumName: 'IdTokenType' }),
    __metadata("design:type", String)
], IdTokenErasureView.prototype, "type", void 0);
__decorate([
    ApiProperty({ type: Date, nullable: true }),
    __metadata("design:type", Object)
], IdTokenErasureView.prototype, "startedAt", void 0);
__decorate([
    ApiProperty({ type: Date, nullable: true }),
    __metadata("design:type", Object)
], IdTokenErasureView.prototype, "finishedAt", void 0);
/** Erasures, the latest first. */
export class IdTokenErasurePage {
    items;
    nextCursor;
    static _OPENAPI_METADATA_FACTORY() {
        return { items: { required: true, type: () => [IdTokenErasureView] }, nextCursor: { required: true, type: () => String, nullable: true } };
    }
}
__decorate([
    ApiProperty({ type: [IdTokenErasureView] }),
    __metadata("design:type", Array)
], IdTokenErasurePage.prototype, "items", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], IdTokenErasurePage.prototype, "nextCursor", void 0);
//# sourceMappingURL=id-token-erasure.dto.js.map