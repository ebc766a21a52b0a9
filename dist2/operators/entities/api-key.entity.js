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
/** In rising order: who may do something may do what those before may. */
export const ROLES = ['viewer', 'operator', 'admin'];
/** A key that lets an operator or a program in. The key itself is shown once and stored as its SHA-256. */
let ApiKey = class ApiKey {
    id;
    name;
    role;
    /** `environment`: set by ADMIN_API_KEY, and replaced when that changes. */
    origin;
    keyHash;
    createdAt;
    lastUsedAt;
    revokedAt;
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], ApiKey.prototype, "id", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], ApiKey.prototype, "name", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], ApiKey.prototype, "role", void 0);
__decorate([
    Column('text', { default: 'created' }),
    __metadata("design:type", String)
], ApiKey.prototype, "origin", void 0);
__decorate([
    Index({ unique: true }),
    Column('bytea'),
    __metadata("design:type", Buffer)
], ApiKey.prototype, "keyHash", void 0);
__decorate([
    Column('timestamptz', { default: () => 'now()' }),
    __metadata("design:type", Date)
], ApiKey.prototype, "createdAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], ApiKey.prototype, "lastUsedAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], ApiKey.prototype, "revokedAt", void 0);
ApiKey = __decorate([
    Entity('api_keys')
], ApiKey);
export { ApiKey };
//# sourceMappingURL=api-key.entity.js.map