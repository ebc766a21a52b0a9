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
/** A token that may be presented at a station. Archived instead of deleted. */
let IdToken = class IdToken {
    id;
    /** As entered; compared without regard to letter case. */
    value;
    /** Central, eMAID, ISO14443, ISO15693, KeyCode, Local, MacAddress or NoAuthorization. */
    type;
    /** What equality means: the lower-cased value, with the type in front for KeyCode, Local and Central. */
    tokenKey;
    /** The operator's status: Accepted, Blocked or Invalid. Expiry is computed from `expiresAt`. */
    status;
    groupId;
    expiresAt;
    note;
    createdAt;
    updatedAt;
    archivedAt;
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], IdToken.prototype, "id", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], IdToken.prototype, "value", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], IdToken.prototype, "type", void 0);
__decorate([
    Index('uq_id_tokens_token_key', { unique: true, where: 'archived_at IS NULL' }),
    Column('text'),
    __metadata("design:type", String)
], IdToken.prototype, "tokenKey", void 0);
__decorate([
    Column('text', { default: 'Accepted' }),
    __metadata("design:type", String)
], IdToken.prototype, "status", void 0);
__decorate([
    Index(),
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], IdToken.prototype, "groupId", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], IdToken.prototype, "expiresAt", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], IdToken.prototype, "note", void 0);
__decorate([
    Column('timestamptz', { default: () => 'now()' }),
    __metadata("design:type", Date)
], IdToken.prototype, "createdAt", void 0);
__decorate([
    Column('timestamptz', { default: () => 'now()' }),
    __metadata("design:type", Date)
], IdToken.prototype, "updatedAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], IdToken.prototype, "archivedAt", void 0);
IdToken = __decorate([
    Entity('id_tokens')
], IdToken);
export { IdToken };
//# sourceMappingURL=id-token.entity.js.map