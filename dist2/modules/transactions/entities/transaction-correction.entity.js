var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
export const CORRECTION_KINDS = ['correction', 'close', 'withdrawal'];
/** What an operator said about a transaction, and why. Rows are only ever added: a withdrawal is a row too. */
let TransactionCorrection = class TransactionCorrection {
    id;
    transactionId;
    at;
    kind;
    /** Id of the API key. */
    operatorId;
    /** Its name at that time. */
    operatorName;
    reason;
    /** The values that were said otherwise. */
    changes;
    /** With a withdrawal: the id of the row that it takes back. */
    withdraws;
    /** What counted before, and what counts since. */
    before;
    after;
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], TransactionCorrection.prototype, "id", void 0);
__decorate([
    Column('uuid'),
    __metadata("design:type", String)
], TransactionCorrection.prototype, "transactionId", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], TransactionCorrection.prototype, "at", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], TransactionCorrection.prototype, "kind", void 0);
__decorate([
    Column('uuid'),
    __metadata("design:type", String)
], TransactionCorrection.prototype, "operatorId", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], TransactionCorrection.prototype, "operatorName", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], TransactionCorrection.prototype, "reason", void 0);
__decorate([
    Column('json'),
    __metadata("design:type", Object)
], TransactionCorrection.prototype, "changes", void 0);
__decorate([
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], TransactionCorrection.prototype, "withdraws", void 0);
__decorate([
    Column('json'),
    __metadata("design:type", Object)
], TransactionCorrection.prototype, "before", void 0);
__decorate([
    Column('json'),
    __metadata("design:type", Object)
], TransactionCorrection.prototype, "after", void 0);
TransactionCorrection = __decorate([
    Entity('transaction_corrections'),
    Index('ix_transaction_corrections_transaction', ['transactionId', 'at', 'id'])
], TransactionCorrection);
export { TransactionCorrection };
//# sourceMappingURL=transaction-correction.entity.js.map