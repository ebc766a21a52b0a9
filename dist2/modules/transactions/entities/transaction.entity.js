var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
/**
 * A transaction, projected from its messages, with what operators corrected of it. What the station said can be computed
 * again from `transaction_events`; `progress` holds what the projection needs to merge messages in any order.
 */
let Transaction = class Transaction {
    id;
    /** Surrogate key of the station. */
    stationId;
    ocppTransactionId;
    /** 0, or higher where a station used the same transaction id again after an end. */
    generation;
    ocppVersion;
    /** `active` or `ended`. */
    state;
    evseId;
    connectorId;
    tokenValue;
    tokenType;
    tokenKey;
    /** Station time of the start. */
    startedAt;
    endedAt;
    /** When it is taken to have ended, although its own end has not come; that overrides it. */
    provisionalEndAt;
    /** What the provisional end follows from, e.g. next-transaction; null without one. */
    closedBy;
    /** `complete`, `incomplete` or `unknown`; see completeness.ts. */
    completeness;
    /** Whether the transaction goes on, as the station last said when it was asked. */
    ongoing;
    /** Whether messages about it wait at the station, as it last said when it was asked. */
    messagesInQueue;
    /** When the station last said that. */
    statusCheckedAt;
    /** When TAU, by itself, last asked the station, and how often it did. */
    statusAskedAt;
    statusAsks;
    /** It has ended, and the station says that nothing more will come. */
    settled;
    meterStartWh;
    /** The newest register value while active, the final one when ended. */
    meterStopWh;
    /** Null where it cannot be billed; `flags` say why. */
    energyWh;
    chargingState;
    /** In 2.0.1 words. */
    stopReason;
    remoteStartId;
    reservationId;
    /** The command that asked for this transaction. */
    commandId;
    flags;
    progress;
    /** The corrections by operators that hold; the columns above have them in. */
    correction;
    /** How often the row was changed, except for who may ask about it: who relies on what he has read finds out. */
    revision;
    createdAt;
    /** When something last changed it; what `updatedSince` compares. A BRIN index, since
     * any other would have to be written anew with every meter value. */
    updatedAt;
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Transaction.prototype, "id", void 0);
__decorate([
    Column('uuid'),
    __metadata("design:type", String)
], Transaction.prototype, "stationId", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], Transaction.prototype, "ocppTransactionId", void 0);
__decorate([
    Column('int', { default: 0 }),
    __metadata("design:type", Number)
], Transaction.prototype, "generation", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], Transaction.prototype, "ocppVersion", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], Transaction.prototype, "state", void 0);
__decorate([
    Column('int', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "evseId", void 0);
__decorate([
    Column('int', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "connectorId", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "tokenValue", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "tokenType", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "tokenKey", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Transaction.prototype, "startedAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "endedAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "provisionalEndAt", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "closedBy", void 0);
__decorate([
    Column('text', { default: 'unknown' }),
    __metadata("design:type", String)
], Transaction.prototype, "completeness", void 0);
__decorate([
    Column('boolean', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "ongoing", void 0);
__decorate([
    Column('boolean', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "messagesInQueue", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "statusCheckedAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "statusAskedAt", void 0);
__decorate([
    Column('int', { default: 0 }),
    __metadata("design:type", Number)
], Transaction.prototype, "statusAsks", void 0);
__decorate([
    Column('boolean', { default: false }),
    __metadata("design:type", Boolean)
], Transaction.prototype, "settled", void 0);
__decorate([
    Column('numeric', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "meterStartWh", void 0);
__decorate([
    Column('numeric', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "meterStopWh", void 0);
__decorate([
    Column('numeric', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "energyWh", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "chargingState", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "stopReason", void 0);
__decorate([
    Column('int', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "remoteStartId", void 0);
__decorate([
    Column('int', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "reservationId", void 0);
__decorate([
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "commandId", void 0);
__decorate([
    Column('text', { array: true, default: () => `'{}'` }),
    __metadata("design:type", Array)
], Transaction.prototype, "flags", void 0);
__decorate([
    Column('json'),
    __metadata("design:type", Object)
], Transaction.prototype, "progress", void 0);
__decorate([
    Column('json', { nullable: true }),
    __metadata("design:type", Object)
], Transaction.prototype, "correction", void 0);
__decorate([
    Column('int', { default: 0 }),
    __metadata("design:type", Number)
], Transaction.prototype, "revision", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Transaction.prototype, "createdAt", void 0);
__decorate([
    Index('ix_transactions_updated', { type: 'brin' }),
    Column('timestamptz'),
    __metadata("design:type", Date)
], Transaction.prototype, "updatedAt", void 0);
Transaction = __decorate([
    Entity('transactions'),
    Unique(['stationId', 'ocppTransactionId', 'generation']),
    Index('ix_transactions_open_evse', ['stationId', 'evseId'], { where: `state = 'active'` }),
    Index('ix_transactions_provisional', ['stationId', 'evseId'], { where: 'provisional_end_at IS NOT NULL' }),
    Index('ix_transactions_open_token', ['tokenKey'], { where: `state = 'active'` }),
    Index('ix_transactions_started', ['startedAt', 'id']),
    Index('ix_transactions_station_started', ['stationId', 'startedAt', 'id']),
    Index('ix_transactions_token_started', ['tokenKey', 'startedAt', 'id'])
    // few at any time: what operators ask for, and what stations are still to be asked about
    ,
    Index('ix_transactions_incomplete', ['startedAt', 'id'], { where: `completeness = 'incomplete'` }),
    Index('ix_transactions_to_ask', ['stationId'], {
        where: `completeness = 'incomplete' AND NOT settled AND ocpp_version <> '1.6'`,
    })
], Transaction);
export { Transaction };
//# sourceMappingURL=transaction.entity.js.map