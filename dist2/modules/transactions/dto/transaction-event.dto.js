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
/** A message of a transaction as the station sent it. */
export class TransactionEventView {
    id;
    /** Action, with the event type where there is one. */
    kind;
    seqNo;
    /** Station time, or the time of receipt where it gave none that can be read. */
    timestamp;
    stationTimestamp;
    receivedAt;
    /** The station says that it happened while it was offline. */
    offline;
    flags;
    payload;
    /** The whole frame as text; secrets are masked. */
    raw;
    static _OPENAPI_METADATA_FACTORY() {
        return { id: { required: true, type: () => String }, kind: { required: true, type: () => String, description: "Action, with the event type where there is one." }, seqNo: { required: true, type: () => Number, nullable: true }, timestamp: { required: true, type: () => Date, description: "Station time, or the time of receipt where it gave none that can be read." }, stationTimestamp: { required: true, type: () => String, nullable: true }, receivedAt: { required: true, type: () => Date }, offline: { required: true, type: () => Boolean, description: "The station says that it happened while it was offline." }, flags: { required: true, type: () => [String] }, payload: { required: true, type: "object", additionalProperties: true, nullable: true }, raw: { required: true, type: () => String, description: "The whole frame as text; secrets are masked." } };
    }
}
__decorate([
    ApiProperty({ format: 'uuid' }),
    __metadata("design:type", String)
], TransactionEventView.prototype, "id", void 0);
__decorate([
    ApiProperty({ type: Number, nullable: true }),
    __metadata("design:type", Object)
], TransactionEventView.prototype, "seqNo", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true, description: 'As it stood in the message' }),
    __metadata("design:type", Object)
], TransactionEventView.prototype, "stationTimestamp", void 0);
__decorate([
    ApiProperty({ type: Object, nullable: true, description: 'The payload, where it can be read as JSON' }),
    __metadata("design:type", Object)
], TransactionEventView.prototype, "payload", void 0);
/** A page of messages in the order of their receipt. */
export class TransactionEventPage {
    items;
    nextCursor;
    static _OPENAPI_METADATA_FACTORY() {
        return { items: { required: true, type: () => [TransactionEventView] }, nextCursor: { required: true, type: () => String, nullable: true } };
    }
}
__decorate([
    ApiProperty({ type: [TransactionEventView] }),
    __metadata("design:type", Array)
], TransactionEventPage.prototype, "items", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], TransactionEventPage.prototype, "nextCursor", void 0);
//# sourceMappingURL=transaction-event.dto.js.map