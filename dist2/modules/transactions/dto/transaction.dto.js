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
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { IsQueryTime, PageQuery } from '../../../common/pagination.js';
import { CLOSED_BY } from '../closing.js';
import { COMPLETENESS_STATES } from '../completeness.js';
export const TRANSACTION_STATES = ['active', 'ended'];
/** Which transactions to list. Several conditions narrow the list down. */
export class TransactionQuery extends PageQuery {
    stationId;
    state;
    completeness;
    token;
    from;
    to;
    updatedSince;
    static _OPENAPI_METADATA_FACTORY() {
        return { stationId: { required: false, type: () => String, maxLength: 255, pattern: "^\\P{Cc}*$" }, state: { required: false, enum: ["ended", "active"], enum: TRANSACTION_STATES }, completeness: { required: false, enum: ["complete", "incomplete", "unknown"], enum: COMPLETENESS_STATES }, token: { required: false, type: () => String, maxLength: 255 }, from: { required: false, type: () => Date }, to: { required: false, type: () => Date }, updatedSince: { required: false, type: () => Date } };
    }
}
__decorate([
    ApiPropertyOptional({ description: 'Only of this station' }),
    IsOptional(),
    IsString(),
    MaxLength(255),
    Matches(/^\P{Cc}*$/u),
    __metadata("design:type", String)
], TransactionQuery.prototype, "stationId", void 0);
__decorate([
    ApiPropertyOptional({ enum: TRANSACTION_STATES, enumName: 'TransactionState' }),
    IsOptional(),
    IsIn(TRANSACTION_STATES),
    __metadata("design:type", String)
], TransactionQuery.prototype, "state", void 0);
__decorate([
    ApiPropertyOptional({
        enum: COMPLETENESS_STATES,
        enumName: 'CompletenessState',
        description: 'e.g. incomplete: those whose messages have not all come',
    }),
    IsOptional(),
    IsIn(COMPLETENESS_STATES),
    __metadata("design:type", String)
], TransactionQuery.prototype, "completeness", void 0);
__decorate([
    ApiPropertyOptional({
        description: 'Only of this token, by its value; letter case does not count. Never finds a PIN',
    }),
    IsOptional(),
    IsString(),
    MaxLength(255),
    __metadata("design:type", String)
], TransactionQuery.prototype, "token", void 0);
__decorate([
    ApiPropertyOptional({ description: 'Only those that started at this time or later' }),
    IsQueryTime(),
    __metadata("design:type", Date)
], TransactionQuery.prototype, "from", void 0);
__decorate([
    ApiPropertyOptional({ description: 'Only those that started before this time' }),
    IsQueryTime(),
    __metadata("design:type", Date)
], TransactionQuery.prototype, "to", void 0);
__decorate([
    ApiPropertyOptional({
        description: 'Only those that changed at this time or later, the longest unchanged first: for keeping a copy up to date. Ask ' +
            'again from a few seconds before the last answer: what is just being stored appears with the time it was begun',
    }),
    IsQueryTime(),
    __metadata("design:type", Date)
], TransactionQuery.prototype, "updatedSince", void 0);
/** Which transactions of a station to list. */
export class StationTransactionQuery extends OmitType(TransactionQuery, ['stationId']) {
    static _OPENAPI_METADATA_FACTORY() {
        return {};
    }
}
/** The token that pays for a transaction. */
export class TransactionToken {
    value;
    type;
    static _OPENAPI_METADATA_FACTORY() {
        return { value: { required: true, type: () => String }, type: { required: true, type: () => String } };
    }
}
__decorate([
    ApiProperty({ description: 'A PIN is shown as ****' }),
    __metadata("design:type", String)
], TransactionToken.prototype, "value", void 0);
/** Whether everything is there that the station had to tell about a transaction. */
export class CompletenessView {
    /**
     * `complete`: begin and end came, and nothing between them is missing. `incomplete`: something has not come; with
     * `messagesInQueue` false it never will. `unknown`: the transaction still runs, and so far nothing is missing.
     */
    state;
    missingSeqNos;
    messagesInQueue;
    ongoing;
    checkedAt;
    static _OPENAPI_METADATA_FACTORY() {
        return { state: { required: true, description: "`complete`: begin and end came, and nothing between them is missing. `incomplete`: something has not come; with\n`messagesInQueue` false it never will. `unknown`: the transaction still runs, and so far nothing is missing.", enum: ["complete", "incomplete", "unknown"] }, missingSeqNos: { required: true }, messagesInQueue: { required: true, type: () => Boolean, nullable: true }, ongoing: { required: true, type: () => Boolean, nullable: true }, checkedAt: { required: true, type: () => Date, nullable: true } };
    }
}
__decorate([
    ApiProperty({ enum: COMPLETENESS_STATES, enumName: 'CompletenessState' }),
    __metadata("design:type", String)
], CompletenessView.prototype, "state", void 0);
__decorate([
    ApiProperty({
        type: 'array',
        items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
        description: 'The seqNos that have not come, as ranges [from, to]; none in OCPP 1.6, which has no numbers',
    }),
    __metadata("design:type", Array)
], CompletenessView.prototype, "missingSeqNos", void 0);
__decorate([
    ApiProperty({
        type: Boolean,
        nullable: true,
        description: 'What the station last said when it was asked: whether messages still wait there; null: never asked',
    }),
    __metadata("design:type", Object)
], CompletenessView.prototype, "messagesInQueue", void 0);
__decorate([
    ApiProperty({
        type: Boolean,
        nullable: true,
        description: 'What the station last said when it was asked: whether the transaction goes on',
    }),
    __metadata("design:type", Object)
], CompletenessView.prototype, "ongoing", void 0);
__decorate([
    ApiProperty({ type: Date, nullable: true, description: 'When the station last said that' }),
    __metadata("design:type", Object)
], CompletenessView.prototype, "checkedAt", void 0);
/** The values of a transaction that operators can correct. */
export class CorrectableView {
    startedAt;
    endedAt;
    meterStartWh;
    meterStopWh;
    energyWh;
    idToken;
    static _OPENAPI_METADATA_FACTORY() {
        return { startedAt: { required: true, type: () => String }, endedAt: { required: true, type: () => String, nullable: true }, meterStartWh: { required: true, type: () => Number, nullable: true }, meterStopWh: { required: true, type: () => Number, nullable: true }, energyWh: { required: true, type: () => Number, nullable: true }, idToken: { required: true, type: () => TransactionToken, nullable: true } };
    }
}
__decorate([
    ApiProperty({ type: String, format: 'date-time' }),
    __metadata("design:type", String)
], CorrectableView.prototype, "startedAt", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time', nullable: true }),
    __metadata("design:type", Object)
], CorrectableView.prototype, "endedAt", void 0);
__decorate([
    ApiProperty({ type: Number, nullable: true }),
    __metadata("design:type", Object)
], CorrectableView.prototype, "meterStartWh", void 0);
__decorate([
    ApiProperty({ type: Number, nullable: true }),
    __metadata("design:type", Object)
], CorrectableView.prototype, "meterStopWh", void 0);
__decorate([
    ApiProperty({ type: Number, nullable: true }),
    __metadata("design:type", Object)
], CorrectableView.prototype, "energyWh", void 0);
__decorate([
    ApiProperty({ type: TransactionToken, nullable: true }),
    __metadata("design:type", Object)
], CorrectableView.prototype, "idToken", void 0);
/** A charging transaction. */
export class TransactionView {
    id;
    stationId;
    evseId;
    connectorId;
    idToken;
    /** The id by which the station knows it. */
    ocppTransactionId;
    /** The version that the station spoke. */
    ocppVersion;
    state;
    /** Station time. */
    startedAt;
    endedAt;
    durationSeconds;
    meterStartWh;
    meterStopWh;
    energyWh;
    chargingState;
    stopReason;
    remoteStartId;
    reservationId;
    commandId;
    completeness;
    closedBy;
    /** Operators let other values count than the station told; see `/transactions/{id}/corrections`. */
    corrected;
    original;
    /** What a person should know before billing, e.g. negative-energy, closed-by-rule, changed-after-correction. */
    flags;
    /** When it last changed, by a message, a rule or an operator. */
    updatedAt;
    static _OPENAPI_METADATA_FACTORY() {
        return { id: { required: true, type: () => String }, stationId: { required: true, type: () => String }, evseId: { required: true, type: () => Number, nullable: true }, connectorId: { required: true, type: () => Number, nullable: true }, idToken: { required: true, type: () => TransactionToken, nullable: true }, ocppTransactionId: { required: true, type: () => String, description: "The id by which the station knows it." }, ocppVersion: { required: true, type: () => String, description: "The version that the station spoke." }, state: { required: true, enum: ["ended", "active"] }, startedAt: { required: true, type: () => Date, description: "Station time." }, endedAt: { required: true, type: () => Date, nullable: true }, durationSeconds: { required: true, type: () => Number, nullable: true }, meterStartWh: { required: true, type: () => Number, nullable: true }, meterStopWh: { required: true, type: () => Number, nullable: true }, energyWh: { required: true, type: () => Number, nullable: true }, chargingState: { required: true, type: () => String, nullable: true }, stopReason: { required: true, type: () => String, nullable: true }, remoteStartId: { required: true, type: () => Number, nullable: true }, reservationId: { required: true, type: () => Number, nullable: true }, commandId: { required: true, type: () => String, nullable: true }, completeness: { required: true, type: () => CompletenessView }, closedBy: { required: true, nullable: true, enum: ["next-transaction", "stale", "station-away", "connector-available", "not-ongoing", "operator"] }, corrected: { required: true, type: () => Boolean, description: "Operators let other values count than the station told; see `/transactions/{id}/corrections`." }, original: { required: true, type: () => CorrectableView, nullable: true }, flags: { required: true, type: () => [String], description: "What a person should know before billing, e.g. negative-energy, closed-by-rule, changed-after-correction." }, updatedAt: { required: true, type: () => Date, description: "When it last changed, by a message, a rule or an operator." } };
    }
}
__decorate([
    ApiProperty({ format: 'uuid' }),
    __metadata("design:type", String)
], TransactionView.prototype, "id", void 0);
__decorate([
    ApiProperty({ type: Number, nullable: true }),
    __metadata("design:type", Object)
], TransactionView.prototype, "evseId", void 0);
__decorate([
    ApiProperty({ type: Number, nullable: true }),
    __metadata("design:type", Object)
], TransactionView.prototype, "connectorId", void 0);
__decorate([
    ApiProperty({ type: TransactionToken, nullable: true }),
    __metadata("design:type", Object)
], TransactionView.prototype, "idToken", void 0);
__decorate([
    ApiProperty({ enum: TRANSACTION_STATES, enumName: 'TransactionState' }),
    __metadata("design:type", String)
], TransactionView.prototype, "state", void 0);
__decorate([
    ApiProperty({ type: Date, nullable: true }),
    __metadata("design:type", Object)
], TransactionView.prototype, "endedAt", void 0);
__decorate([
    ApiProperty({ type: Number, nullable: true, description: 'Seconds from start to end; to now while active' }),
    __metadata("design:type", Object)
], TransactionView.prototype, "durationSeconds", void 0);
__decorate([
    ApiProperty({ type: Number, nullable: true }),
    __metadata("design:type", Object)
], TransactionView.prototype, "meterStartWh", void 0);
__decorate([
    ApiProperty({ type: Number, nullable: true, description: 'The newest value while active, the final one when ended' }),
    __metadata("design:type", Object)
], TransactionView.prototype, "meterStopWh", void 0);
__decorate([
    ApiProperty({ type: Number, nullable: true, description: 'Null where it cannot be billed; flags say why' }),
    __metadata("design:type", Object)
], TransactionView.prototype, "energyWh", void 0);
__decorate([
    ApiProperty({
        type: String,
        nullable: true,
        description: 'Charging, EVConnected, SuspendedEV, SuspendedEVSE or Idle',
    }),
    __metadata("design:type", Object)
], TransactionView.prototype, "chargingState", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true, description: 'In OCPP 2.0.1 words, e.g. Local, Remote, EVDisconnected' }),
    __metadata("design:type", Object)
], TransactionView.prototype, "stopReason", void 0);
__decorate([
    ApiProperty({ type: Number, nullable: true }),
    __metadata("design:type", Object)
], TransactionView.prototype, "remoteStartId", void 0);
__decorate([
    ApiProperty({ type: Number, nullable: true }),
    __metadata("design:type", Object)
], TransactionView.prototype, "reservationId", void 0);
__decorate([
    ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The command that asked for it' }),
    __metadata("design:type", Object)
], TransactionView.prototype, "commandId", void 0);
__decorate([
    ApiProperty({
        enum: CLOSED_BY,
        enumName: 'ClosedBy',
        nullable: true,
        description: 'Its own end has not come, and it was closed by: next-transaction, a later one on its EVSE; stale, a long silence ' +
            'of the connected station; station-away; connector-available; not-ongoing, the word of the station when it was ' +
            'asked; operator. Its own end, when it comes, takes the place of that',
    }),
    __metadata("design:type", Object)
], TransactionView.prototype, "closedBy", void 0);
__decorate([
    ApiProperty({
        type: CorrectableView,
        nullable: true,
        description: 'What counts by the word of the station, where that was corrected',
    }),
    __metadata("design:type", Object)
], TransactionView.prototype, "original", void 0);
/** A page of transactions. */
export class TransactionPage {
    items;
    nextCursor;
    static _OPENAPI_METADATA_FACTORY() {
        return { items: { required: true, type: () => [TransactionView] }, nextCursor: { required: true, type: () => String, nullable: true } };
    }
}
__decorate([
    ApiProperty({ type: [TransactionView] }),
    __metadata("design:type", Array)
], TransactionPage.prototype, "items", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], TransactionPage.prototype, "nextCursor", void 0);
//# sourceMappingURL=transaction.dto.js.map