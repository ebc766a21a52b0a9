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
/** Who knocked and was not let in: identity, reason and address, counted. */
let RefusedIdentity = class RefusedIdentity {
    id;
    /** The identity as it came in the URL. */
    identity;
    identityKey;
    reason;
    remoteAddress;
    count;
    firstAt;
    lastAt;
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], RefusedIdentity.prototype, "id", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], RefusedIdentity.prototype, "identity", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], RefusedIdentity.prototype, "identityKey", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], RefusedIdentity.prototype, "reason", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], RefusedIdentity.prototype, "remoteAddress", void 0);
__decorate([
    Column('bigint', { default: 1 }),
    __metadata("design:type", String)
], RefusedIdentity.prototype, "count", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], RefusedIdentity.prototype, "firstAt", void 0);
__decorate([
    Index(),
    Column('timestamptz'),
    __metadata("design:type", Date)
], RefusedIdentity.prototype, "lastAt", void 0);
RefusedIdentity = __decorate([
    Entity('refused_identities'),
    Unique(['identityKey', 'reason', 'remoteAddress'])
], RefusedIdentity);
export { RefusedIdentity };
//# sourceMappingURL=refused-identity.entity.js.map