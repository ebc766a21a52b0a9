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
 * What was sampled at one moment: a MeterValue of a message. It has no key of its own: it hangs on its message, whose
 * natural key recognises retries. Partitioned by received_at, which TypeORM cannot describe: the migration makes the
 * table.
 */
let MeterValue = class MeterValue {
    eventId;
    /** Position of its first sampled value among all of the message, from 0. */
    position;
    receivedAt;
    stationId;
    transactionId;
    evseId;
    /** Station time. */
    timestamp;
    /** One row for all that was sampled together: a quarter of the rows and index entries of a row for each. */
    samples;
};
__decorate([
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], MeterValue.prototype, "eventId", void 0);
__decorate([
    PrimaryColumn('int'),
    __metadata("design:type", Number)
], MeterValue.prototype, "position", void 0);
__decorate([
    PrimaryColumn('timestamptz'),
    __metadata("design:type", Date)
], MeterValue.prototype, "receivedAt", void 0);
__decorate([
    Column('uuid'),
    __metadata("design:type", String)
], MeterValue.prototype, "stationId", void 0);
__decorate([
    Column('uuid', { nullable: true }),
    __metadata("design:type", Object)
], MeterValue.prototype, "transactionId", void 0);
__decorate([
    Column('int', { nullable: true }),
    __metadata("design:type", Object)
], MeterValue.prototype, "evseId", void 0);
__decorate([
    Column('timestamptz'),
    __metadata("design:type", Date)
], MeterValue.prototype, "timestamp", void 0);
__decorate([
    Column('json'),
    __metadata("design:type", Array)
], MeterValue.prototype, "samples", void 0);
MeterValue = __decorate([
    Entity('meter_values', { synchronize: false })
], MeterValue);
export { MeterValue };
//# sourceMappingURL=meter-value.entity.js.map