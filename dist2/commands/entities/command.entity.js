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
/** What was asked of a station, and what came of it. */
let Command = class Command {
    id;
    /** Surrogate key of the station. */
    stationId;
    /** The version-neutral name, e.g. RequestStartTransaction. */
    name;
    state;
    ocppVersion;
    /** The action on the wire of that version, e.g. RemoteStartTransaction. */
    action;
    /** The payload that was sent, secrets masked. */
    request;
    /** The station's payload. */
    response;
    /** The station's status, as it said it. */
    status;
    statusInfo;
    /** {code, description, details} of a CALLERROR, or why there is no answer. */
    error;
    /** In requests to start: the id by which the transaction is recognised. */
    remoteStartId;
    /** The transaction that came of it, or that it is about. */
    transactionId;
    operatorId;
    route;
    idempotencyKey;
    bodyHash;
    createdAt;
    sentAt;
    answeredAt;
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Command.prototype, "id", void 0);
__decorate([
    Column('uuid'),
    __metadata("design:type", String)
], Command.prototype, "stationId", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], Command.prototype, "name", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], Command.prototype, "state", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], Command.prototype, "ocppVersion", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], Command.prototype, "action", void 0);
__decorate([
    Column('json'),
    __metadata("design:type", Object)
], Command.prototype, "request", void 0);
__decorate([
    Column('json', { nullable: true }),
    __metadata("design:type", Object)
], Command.prototype, "response", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Command.prototype, "status", void 0);
__decorate([
    Column('json', { nullable: true }),
    __metadata("design:type", Object)
], Command.prototype, "statusInfo", void 0);
__decorate([
    Column('json', { nullable: true }),
    __metadata("design:type", Object)
], Command.prototype, "error", void 0);
__decorate([
    Column('int', { nullable: true }),
    __metadata("design:type", Object)
], Command.prototype, "remoteStartId", void 0);
__decorate([
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], Command.prototype, "transactionId", void 0);
__decorate([
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], Command.prototype, "operatorId", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Command.prototype, "route", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Command.prototype, "idempotencyKey", void 0);
__decorate([
    Column('bytea', { nullable: true }),
    __metadata("design:type", Object)
], Command.prototype, "bodyHash", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Command.prototype, "createdAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Command.prototype, "sentAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Command.prototype, "answeredAt", void 0);
Command = __decorate([
    Entity('commands'),
    Index('ix_commands_station', ['stationId', 'id']),
    Index('uq_commands_idempotency', ['operatorId', 'route', 'idempotencyKey'], {
        unique: true,
        where: 'idempotency_key IS NOT NULL',
    }),
    Index('ix_commands_remote_start', ['stationId', 'remoteStartId'], { where: 'remote_start_id IS NOT NULL' }),
    Index('ix_commands_unlinked_start', ['createdAt'], {
        where: 'remote_start_id IS NOT NULL AND transaction_id IS NULL',
    }),
    Index('ix_commands_open', ['state'], { where: `state IN ('queued', 'sent')` })
], Command);
export { Command };
//# sourceMappingURL=command.entity.js.map