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
/** A station in the inventory. Never deleted: archiving keeps its transactions. */
let Station = class Station {
    id;
    /** The identity as registered. */
    stationId;
    /** The lower-cased identity: two that differ only in case are one station. */
    stationKey;
    name;
    labels;
    /** {latitude, longitude, address, ...} as the operator gave it. */
    location;
    timeZone;
    /** Versions that may be negotiated; null: all. */
    allowedVersions;
    securityProfile;
    /** Hash of the password with its scheme, salt and key id in front; never the password. */
    passwordHash;
    /** The operator's decision: what the next BootNotification is answered (B01-B03). */
    registrationStatus;
    /** What the last BootNotification was answered; null before the first. */
    bootAnswer;
    /** When a BootNotification was accepted for the first time. */
    firstAcceptedAt;
    rules;
    ocppVersion;
    /** Grows with each connection; null while not connected. */
    connectionEpoch;
    connectedAt;
    disconnectedAt;
    disconnectReason;
    remoteAddress;
    lastSeenAt;
    vendor;
    model;
    serialNumber;
    /** 1.6 chargeBoxSerialNumber, deprecated there in favour of the serial number. */
    chargeBoxSerialNumber;
    firmwareVersion;
    iccid;
    imsi;
    meterType;
    meterSerialNumber;
    bootReason;
    bootedAt;
    /** Station clock minus ours in milliseconds, from the newest live message that carried a time. */
    clockDifferenceMs;
    createdAt;
    updatedAt;
    archivedAt;
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], Station.prototype, "id", void 0);
__decorate([
    Column('text'),
    __metadata("design:type", String)
], Station.prototype, "stationId", void 0);
__decorate([
    Index('uq_stations_station_key', { unique: true, where: 'archived_at IS NULL' }),
    Column('text'),
    __metadata("design:type", String)
], Station.prototype, "stationKey", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "name", void 0);
__decorate([
    Column('text', { array: true, default: () => `'{}'` }),
    __metadata("design:type", Array)
], Station.prototype, "labels", void 0);
__decorate([
    Column('json', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "location", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "timeZone", void 0);
__decorate([
    Column('text', { array: true, nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "allowedVersions", void 0);
__decorate([
    Column('smallint', { default: 1 }),
    __metadata("design:type", Number)
], Station.prototype, "securityProfile", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "passwordHash", void 0);
__decorate([
    Column('text', { default: 'Accepted' }),
    __metadata("design:type", String)
], Station.prototype, "registrationStatus", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "bootAnswer", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "firstAcceptedAt", void 0);
__decorate([
    Column('json', { default: () => `'{}'` }),
    __metadata("design:type", Object)
], Station.prototype, "rules", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "ocppVersion", void 0);
__decorate([
    Column('bigint', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "connectionEpoch", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "connectedAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "disconnectedAt", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "disconnectReason", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "remoteAddress", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "lastSeenAt", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "vendor", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "model", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "serialNumber", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "chargeBoxSerialNumber", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "firmwareVersion", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "iccid", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "imsi", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "meterType", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "meterSerialNumber", void 0);
__decorate([
    Column('text', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "bootReason", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "bootedAt", void 0);
__decorate([
    Column('bigint', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "clockDifferenceMs", void 0);
__decorate([
    Column('timestamptz', { default: () => 'now()' }),
    __metadata("design:type", Date)
], Station.prototype, "createdAt", void 0);
__decorate([
    Column('timestamptz', { default: () => 'now()' }),
    __metadata("design:type", Date)
], Station.prototype, "updatedAt", void 0);
__decorate([
    Column('timestamptz', { nullable: true }),
    __metadata("design:type", Object)
], Station.prototype, "archivedAt", void 0);
Station = __decorate([
    Entity('stations')
], Station);
export { Station };
//# sourceMappingURL=station.entity.js.map