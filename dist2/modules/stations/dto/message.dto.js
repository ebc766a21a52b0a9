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
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../../common/pagination.js';
import { OCPP_VERSIONS } from '../../../ocpp/index.js';
export const DIRECTIONS = ['from-station', 'to-station'];
/** One CALL and what came of it, as it stood on the wire, secrets masked. */
export class MessageView {
    id;
    direction;
    ocppVersion;
    /** null for a frame that could not be read. */
    action;
    messageId;
    /** `answered`, or what went wrong: an OCPP error code, `unreadable`, `timed-out`, `disconnected`. */
    outcome;
    /** How many exchanges the entry stands for: Heartbeats are counted per minute. */
    count;
    /** When the CALL came or left. */
    receivedAt;
    /** When it was answered; for counted Heartbeats: when the last one was. */
    answeredAt;
    /** The payload of the CALL; null where it is not JSON. */
    request;
    /** The payload of the answer, {code, description, details} of an error; null where there is none. */
    response;
    /** The CALL as it stood on the wire. */
    requestText;
    /** The answer as it stood on the wire; null where there is none. */
    responseText;
    static _OPENAPI_METADATA_FACTORY() {
        return { id: { required: true, type: () => String }, direction: { required: true, enum: ["from-station", "to-station"] }, ocppVersion: { required: true, enum: ["1.6", "2.0", "2.0.1"] }, action: { required: true, type: () => String, nullable: true, description: "null for a frame that could not be read." }, messageId: { required: true, type: () => String, nullable: true }, outcome: { required: true, type: () => String, description: "`answered`, or what went wrong: an OCPP error code, `unreadable`, `timed-out`, `disconnected`." }, count: { required: true, type: () => Number, description: "How many exchanges the entry stands for: Heartbeats are counted per minute." }, receivedAt: { required: true, type: () => Date, description: "When the CALL came or left." }, answeredAt: { required: true, type: () => Date, nullable: true, description: "When it was answered; for counted Heartbeats: when the last one was." }, request: { required: true, type: () => Object, description: "The payload of the CALL; null where it is not JSON." }, response: { required: true, type: () => Object, description: "The payload of the answer, {code, description, details} of an error; null where there is none." }, requestText: { required: true, type: () => String, description: "The CALL as it stood on the wire." }, responseText: { required: true, type: () => String, nullable: true, description: "The answer as it stood on the wire; null where there is none." } };
    }
}
__decorate([
    ApiProperty({ enum: DIRECTIONS, enumName: 'MessageDirection' }),
    __metadata("design:type", String)
], MessageView.prototype, "direction", void 0);
__decorate([
    ApiProperty({ enum: OCPP_VERSIONS, enumName: 'OcppVersion' }),
    __metadata("design:type", String)
], MessageView.prototype, "ocppVersion", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], MessageView.prototype, "action", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], MessageView.prototype, "messageId", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time' }),
    __metadata("design:type", Date)
], MessageView.prototype, "receivedAt", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time', nullable: true }),
    __metadata("design:type", Object)
], MessageView.prototype, "answeredAt", void 0);
__decorate([
    ApiProperty({ type: Object, additionalProperties: true, nullable: true }),
    __metadata("design:type", Object)
], MessageView.prototype, "request", void 0);
__decorate([
    ApiProperty({ type: Object, additionalProperties: true, nullable: true }),
    __metadata("design:type", Object)
], MessageView.prototype, "response", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], MessageView.prototype, "responseText", void 0);
/** Which messages to list; several conditions must all hold. */
export class MessageQuery extends PageQuery {
    direction;
    /** e.g. BootNotification */
    action;
    static _OPENAPI_METADATA_FACTORY() {
        return { direction: { required: false, enum: ["from-station", "to-station"], enum: DIRECTIONS }, action: { required: false, type: () => String, description: "e.g. BootNotification", maxLength: 100, pattern: "^\\P{Cc}*$" } };
    }
}
__decorate([
    ApiPropertyOptional({ enum: DIRECTIONS, enumName: 'MessageDirection' }),
    IsOptional(),
    IsIn(DIRECTIONS),
    __metadata("design:type", String)
], MessageQuery.prototype, "direction", void 0);
__decorate([
    IsOptional(),
    IsString(),
    MaxLength(100),
    Matches(/^\P{Cc}*$/u),
    __metadata("design:type", String)
], MessageQuery.prototype, "action", void 0);
/** Messages, newest first. */
export class MessagePage {
    items;
    nextCursor;
    static _OPENAPI_METADATA_FACTORY() {
        return { items: { required: true, type: () => [MessageView] }, nextCursor: { required: true, type: () => String, nullable: true } };
    }
}
__decorate([
    ApiProperty({ type: [MessageView] }),
    __metadata("design:type", Array)
], MessagePage.prototype, "items", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], MessagePage.prototype, "nextCursor", void 0);
//# sourceMappingURL=message.dto.js.map