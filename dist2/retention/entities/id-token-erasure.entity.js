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
/** A request to erase a token from all that is stored, and how far it is carried out. */
let IdTokenErasure = class IdTokenErasure {
    id;
    /** `queued`, `running` or `done`. */
    state;
    /** The token; null once it is erased, for then it would be the last trace of it. */
    value;
    type;
    /** What stands in its place. */
    pseudonym;
    reason;
    /** The operator's API key. */
    operatorId;
    requestedAt;
    startedAt;
    finishedAt;
    counts;
    position;
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], IdTokenErasure.prototype, "id", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], IdTokenErasure.prototype, "state", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], IdTokenErasure.prototype, "value", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], IdTokenErasure.prototype, "type", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], IdTokenErasure.prototype, "pseudonym", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], IdTokenErasure.prototype, "reason", void 0);
__decorate([
    Column('uuid'),
    __metadata("design:type", String)
], IdTokenErasure.prototype, "operatorId", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], IdTokenErasure.prototype, "requestedAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], IdTokenErasure.prototype, "startedAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], IdTokenErasure.prototype, "finishedAt", void 0);
__decorate([
    Column('json'),
    __metadata("design:type", Object)
], IdTokenErasure.prototype, "counts", void 0);
__decorate([
    Column('json', { nullable: true }),
    __metadata("design:type", Object)
], IdTokenErasure.prototype, "position", void 0);
IdTokenErasure = __decorate([
    Entity('id_token_erasures'),
    Index('ix_id_token_erasures_open', ['id'], { where: `state <> 'done'` })
], IdTokenErasure);
export { IdTokenErasure };
//# sourceMappingURL=id-token-erasure.entity.js.map