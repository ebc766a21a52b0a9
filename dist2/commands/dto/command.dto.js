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
import { PageQuery } from '../../common/pagination.js';
export const COMMAND_STATES = [
    'queued',
    'sent',
    'answered',
    'errored',
    'timed-out',
    'cancelled',
];
/** What was asked of a station, and what came of it. */
export class CommandView {
    /** By which `GET /commands/{commandId}` finds it. */
    commandId;
    stationId;
    /** What was asked, in the words of OCPP 2.0.1 whatever the station speaks, e.g. RequestStartTransaction. */
    name;
    /** `queued` and `sent` may still change; the others are final. */
    state;
    /** What the station answered, as it said it, e.g. Accepted or Rejected; null without an answer. */
    status;
    /** The station's reason for its status, where it gave one: {reasonCode, additionalInfo}. */
    statusInfo;
    /** The version that the station spoke when it was asked. */
    ocppVersion;
    /** The message in that version, e.g. RemoteStartTransaction. */
    action;
    /** The payload that was sent, secrets masked. */
    request;
    /** The payload that the station answered, secrets masked. */
    response;
    /** Why there is no answer: a `reason`, and what the station said where it said something. */
    error;
    /** In requests to start: the number by which the station tells which transaction came of it. */
    remoteStartId;
    /** The transaction that came of it, or that it is about. */
    transactionId;
    createdAt;
    /** When it left for the station; null: it never did. */
    sentAt;
    answeredAt;
    static _OPENAPI_METADATA_FACTORY() {
        return { commandId: { required: true, type: () => String, description: "By which `GET /commands/{commandId}` finds it." }, stationId: { required: true, type: () => String }, name: { required: true, type: () => String, description: "What was asked, in the words of OCPP 2.0.1 whatever the station speaks, e.g. RequestStartTransaction." }, state: { required: true, description: "`queued` and `sent` may still change; the others are final.", enum: ["answered", "timed-out", "queued", "sent", "errored", "cancelled"] }, status: { required: true, type: () => String, nullable: true, description: "What the station answered, as it said it, e.g. Accepted or Rejected; null without an answer." }, statusInfo: { required: true, type: "object", additionalProperties: true, nullable: true, description: "The station's reason for its status, where it gave one: {reasonCode, additionalInfo}." }, ocppVersion: { required: true, type: () => String, description: "The version that the station spoke when it was asked." }, action: { required: true, type: () => String, description: "The message in that version, e.g. RemoteStartTransaction." }, request: { required: true, type: "object", additionalProperties: true, description: "The payload that was sent, secrets masked." }, response: { required: true, type: "object", additionalProperties: true, nullable: true, description: "The payload that the station answered, secrets masked." }, error: { required: true, type: "object", additionalProperties: true, nullable: true, description: "Why there is no answer: a `reason`, and what the station said where it said something." }, remoteStartId: { required: true, type: () => Number, nullable: true, description: "In requests to start: the number by which the station tells which transaction came of it." }, transactionId: { required: true, type: () => String, nullable: true, description: "The transaction that came of it, or that it is about." }, createdAt: { required: true, type: () => Date }, sentAt: { required: true, type: () => Date, nullable: true, description: "When it left for the station; null: it never did." }, answeredAt: { required: true, type: () => Date, nullable: true } };
    }
}
__decorate([
    ApiProperty({ format: 'uuid' }),
    __metadata("design:type", String)
], CommandView.prototype, "commandId", void 0);
__decorate([
    ApiProperty({ enum: COMMAND_STATES, enumName: 'CommandState' }),
    __metadata("design:type", String)
], CommandView.prototype, "state", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], CommandView.prototype, "status", void 0);
__decorate([
    ApiProperty({ type: Object, additionalProperties: true, nullable: true }),
    __metadata("design:type", Object)
], CommandView.prototype, "statusInfo", void 0);
__decorate([
    ApiProperty({ type: Object, additionalProperties: true }),
    __metadata("design:type", Object)
], CommandView.prototype, "request", void 0);
__decorate([
    ApiProperty({ type: Object, additionalProperties: true, nullable: true }),
    __metadata("design:type", Object)
], CommandView.prototype, "response", void 0);
__decorate([
    ApiProperty({ type: Object, additionalProperties: true, nullable: true }),
    __metadata("design:type", Object)
], CommandView.prototype, "error", void 0);
__decorate([
    ApiProperty({ type: 'integer', nullable: true }),
    __metadata("design:type", Object)
], CommandView.prototype, "remoteStartId", void 0);
__decorate([
    ApiProperty({ type: String, format: 'uuid', nullable: true }),
    __metadata("design:type", Object)
], CommandView.prototype, "transactionId", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time' }),
    __metadata("design:type", Date)
], CommandView.prototype, "createdAt", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time', nullable: true }),
    __metadata("design:type", Object)
], CommandView.prototype, "sentAt", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time', nullable: true }),
    __metadata("design:type", Object)
], CommandView.prototype, "answeredAt", void 0);
/** Which commands to list; several conditions must all hold. */
export class CommandQuery extends PageQuery {
    state;
    /** What was asked, e.g. RequestStartTransaction. */
    name;
    static _OPENAPI_METADATA_FACTORY() {
        return { state: { required: false, enum: ["answered", "timed-out", "queued", "sent", "errored", "cancelled"], enum: COMMAND_STATES }, name: { required: false, type: () => String, description: "What was asked, e.g. RequestStartTransaction.", maxLength: 100, pattern: "^\\P{Cc}*$" } };
    }
}
__decorate([
    ApiPropertyOptional({ enum: COMMAND_STATES, enumName: 'CommandState' }),
    IsOptional(),
    IsIn(COMMAND_STATES),
    __metadata("design:type", String)
], CommandQuery.prototype, "state", void 0);
__decorate([
    IsOptional(),
    IsString(),
    MaxLength(100),
    Matches(/^\P{Cc}*$/u),
    __metadata("design:type", String)
], CommandQuery.prototype, "name", void 0);
/** Commands, newest first. */
export class CommandPage {
    items;
    nextCursor;
    static _OPENAPI_METADATA_FACTORY() {
        return { items: { required: true, type: () => [CommandView] }, nextCursor: { required: true, type: () => String, nullable: true } };
    }
}
__decorate([
    ApiProperty({ type: [CommandView] }),
    __metadata("design:type", Array)
], CommandPage.prototype, "items", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], CommandPage.prototype, "nextCursor", void 0);
//# sourceMappingURL=command.dto.js.map