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
/**
 * One CALL and its answer in the log of raw messages, secrets masked. A view of the table `ocpp_messages`, which leaves
 * out what is stored with a transaction anyway. The table is partitioned by received_at, which TypeORM cannot describe:
 * migrations make both, drift checks leave them out.
 */
let OcppMessage = class OcppMessage {
    id;
    receivedAt;
    /** Surrogate key of the station. */
    stationId;
    ocppVersion;
    /** `from-station` or `to-station`. */
    direction;
    action;
    messageId;
    /** Bytes, since text and json refuse what a station may send. */
    request;
    response;
    /** `answered`, an OCPP error code, `unreadable`, `timed-out` or `disconnected`. */
    outcome;
    answeredAt;
    /** How many exchanges the row stands for; more than 1 for the Heartbeats of one minute. */
    count;
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], OcppMessage.prototype, "id", void 0);
__decorate([
    Column('timestamptz', { primary: true }),
    __metadata("design:type", Date)
], OcppMessage.prototype, "receivedAt", void 0);
__decorate([
    Column('uuid'),
    __metadata("design:type", String)
], OcppMessage.prototype, "stationId", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], OcppMessage.prototype, "ocppVersion", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], OcppMessage.prototype, "direction", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], OcppMessage.prototype, "action", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], OcppMessage.prototype, "messageId", void 0);
__decorate([
    Column('bytea'),
    __metadata("design:type", Buffer)
], OcppMessage.prototype, "request", void 0);
__decorate([
    Column('bytea', { nullable: true }),
    __metadata("design:type", Object)
], OcppMessage.prototype, "response", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], OcppMessage.prototype, "outcome", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], OcppMessage.prototype, "answeredAt", void 0);
__decorate([
    Column('int', { default: 1 }),
    __metadata("design:type", Number)
], OcppMessage.prototype, "count", void 0);
OcppMessage = __decorate([
    Entity('logged_messages', { synchronize: false })
], OcppMessage);
export { OcppMessage };
//# sourceMappingURL=ocpp-message.entity.js.map