var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, PrimaryColumn } from 'typeorm';
/** Rules of a group of tokens. A group without a row has the defaults. */
let IdTokenGroup = class IdTokenGroup {
    /** The group id as stations get it (groupIdToken, parentIdTag). */
    groupId;
    /** `allowed`, or `refused`: a token of the group gets ConcurrentTx while it has another open transaction. */
    concurrentTransactions;
    updatedAt;
};
__decorate([
    PrimaryColumn('text'),
    __metadata("design:type", String)
], IdTokenGroup.prototype, "groupId", void 0);
__decorate([
    Column('text', { default: 'allowed' }),
    __metadata("design:type", String)
], IdTokenGroup.prototype, "concurrentTransactions", void 0);
__decorate([
    Column('timestamptz', { default: () => 'now()' }),
    __metadata("design:type", Date)
], IdTokenGroup.prototype, "updatedAt", void 0);
IdTokenGroup = __decorate([
    Entity('id_token_groups')
], IdTokenGroup);
export { IdTokenGroup };
//# sourceMappingURL=id-token-group.entity.js.map