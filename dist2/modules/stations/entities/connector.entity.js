var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
/**
 * The status of a connector. EVSE 0 with connector 0 is the station itself (1.6 connector 0), an EVSE with connector 0
 * the EVSE as a whole.
 */
let Connector = class Connector {
    id;
    /** Surrogate key of the station. */
    stationId;
    evseId;
    connectorId;
    /** Available, Occupied, Reserved, Unavailable or Faulted. */
    status;
    /** What the station literally said, e.g. SuspendedEV. */
    reportedStatus;
    errorCode;
    info;
    vendorId;
    vendorErrorCode;
    /** The station's time as it stood in the message; null where it gave none. */
    stationTimestamp;
    /** Since when the status holds: the station's time, but never later than its receipt. Older reports do not win. */
    statusSince;
    receivedAt;
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Connector.prototype, "id", void 0);
__decorate([
    Column('uuid'),
    __metadata("design:type", String)
], Connector.prototype, "stationId", void 0);
__decorate([
    Column('int'),
    __metadata("design:type", Number)
], Connector.prototype, "evseId", void 0);
__decorate([
    Column('int'),
    __metadata("design:type", Number)
], Connector.prototype, "connectorId", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], Connector.prototype, "status", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], Connector.prototype, "reportedStatus", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Connector.prototype, "errorCode", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Connector.prototype, "info", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Connector.prototype, "vendorId", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Connector.prototype, "vendorErrorCode", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Connector.prototype, "stationTimestamp", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Connector.prototype, "statusSince", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], Connector.prototype, "receivedAt", void 0);
Connector = __decorate([
    Entity('connectors'),
    Unique(['stationId', 'evseId', 'connectorId'])
], Connector);
export { Connector };
//# sourceMappingURL=connector.entity.js.map