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
 * A message of a transaction, once per logical event: the natural key recognises retries. Changed only where a token is
 * erased; those that do nothing but measure are deleted when they are old.
 */
let TransactionEvent = class TransactionEvent {
    id;
    /** Surrogate key of the station. */
    stationId;
    /** Digest of what makes two messages the same event, from the raw wire text (see natural-key.ts). */
    naturalKey;
    /** Null for orphans: a stop without a known start. */
    transactionId;
    /** StartTransaction, StopTransaction, MeterValues, or TransactionEvent with its eventType. */
    kind;
    ocppVersion;
    seqNo;
    /** Station time, or the time of receipt where it gave none that can be read. */
    timestamp;
    stationTimestamp;
    receivedAt;
    offline;
    flags;
    /** The payload as the station sent it, as bytes. */
    payload;
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], TransactionEvent.prototype, "id", void 0);
__decorate([
    Column('uuid'),
    __metadata("design:type", String)
], TransactionEvent.prototype, "stationId", void 0);
__decorate([
    Column('bytea'),
    __metadata("design:type", Buffer)
], TransactionEvent.prototype, "naturalKey", void 0);
__decorate([
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], TransactionEvent.prototype, "transactionId", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], TransactionEvent.prototype, "kind", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], TransactionEvent.prototype, "ocppVersion", void 0);
__decorate([
    Column('int', { nullable: true }),
    __metadata("design:type", Object)
], TransactionEvent.prototype, "seqNo", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], TransactionEvent.prototype, "timestamp", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], TransactionEvent.prototype, "stationTimestamp", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], TransactionEvent.prototype, "receivedAt", void 0);
__decorate([
    Column('boolean', { default: false }),
    __metadata("design:type", Boolean)
], TransactionEvent.prototype, "offline", void 0);
__decorate([
    Column('text', { array: true, default: () => `'{}'` }),
    __metadata("design:type", Array)
], TransactionEvent.prototype, "flags", void 0);
__decorate([
    Column('bytea'),
    __metadata("design:type", Buffer)
], TransactionEvent.prototype, "payload", void 0);
TransactionEvent = __decorate([
    Entity('transaction_events'),
    Unique(['stationId', 'naturalKey']),
    Index('ix_transaction_events_transaction', ['transactionId', 'receivedAt', 'id']),
    Index('ix_transaction_events_unmatched', ['stationId', 'receivedAt', 'id'], {
        where: `transaction_id IS NULL AND kind <> 'MeterValues'`,
    })
], TransactionEvent);
export { TransactionEvent };
//# sourceMappingURL=transaction-event.entity.js.map