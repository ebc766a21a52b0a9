var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import * as openapi from "@nestjs/swagger";
import { ApiProperty } from '@nestjs/swagger';
/** One sampled value. */
export class MeterValueView {
    /** Station time. */
    timestamp;
    /** When it arrived. */
    receivedAt;
    /** As in OCPP, e.g. Energy.Active.Import.Register or Power.Active.Import. */
    measurand;
    /** In the base unit (Wh, W, A, V ...); null where it is no number, as in signed data. */
    value;
    unit;
    /** As the station wrote it, to the byte. */
    rawValue;
    /** As the station wrote it, where TAU changed it. */
    rawUnit;
    phase;
    /** Why it was taken: Sample.Periodic, Transaction.Begin ... */
    context;
    /** Where it was taken: Outlet, Inlet, EV ... */
    location;
    format;
    signed;
    evseId;
    static _OPENAPI_METADATA_FACTORY() {
        return { timestamp: { required: true, type: () => Date, description: "Station time." }, receivedAt: { required: true, type: () => Date, description: "When it arrived." }, measurand: { required: true, type: () => String, description: "As in OCPP, e.g. Energy.Active.Import.Register or Power.Active.Import." }, value: { required: true, type: () => Number, nullable: true, description: "In the base unit (Wh, W, A, V ...); null where it is no number, as in signed data." }, unit: { required: true, type: () => String, nullable: true }, rawValue: { required: true, type: () => String, description: "As the station wrote it, to the byte." }, rawUnit: { required: true, type: () => String, nullable: true, description: "As the station wrote it, where TAU changed it." }, phase: { required: true, type: () => String, nullable: true }, context: { required: true, type: () => String, description: "Why it was taken: Sample.Periodic, Transaction.Begin ..." }, location: { required: true, type: () => String, description: "Where it was taken: Outlet, Inlet, EV ..." }, format: { required: true, enum: ["Raw", "SignedData"] }, signed: { required: true, type: "object", additionalProperties: true, nullable: true }, evseId: { required: true, type: () => Number, nullable: true } };
    }
}
__decorate([
    ApiProperty({ type: Number, nullable: true }),
    __metadata("design:type", Object)
], MeterValueView.prototype, "value", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], MeterValueView.prototype, "unit", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], MeterValueView.prototype, "rawUnit", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true, description: 'L1, L2, L3, N, L1-N ...; null: all phases' }),
    __metadata("design:type", Object)
], MeterValueView.prototype, "phase", void 0);
__decorate([
    ApiProperty({ enum: ['Raw', 'SignedData'], enumName: 'MeterValueFormat' }),
    __metadata("design:type", String)
], MeterValueView.prototype, "format", void 0);
__decorate([
    ApiProperty({ type: Object, nullable: true, description: '2.x signed meter value with its public key, as it came' }),
    __metadata("design:type", Object)
], MeterValueView.prototype, "signed", void 0);
__decorate([
    ApiProperty({ type: Number, nullable: true }),
    __metadata("design:type", Object)
], MeterValueView.prototype, "evseId", void 0);
/** A page of sampled values in the order of station time. */
export class MeterValuePage {
    items;
    nextCursor;
    static _OPENAPI_METADATA_FACTORY() {
        return { items: { required: true, type: () => [MeterValueView] }, nextCursor: { required: true, type: () => String, nullable: true } };
    }
}
__decorate([
    ApiProperty({ type: [MeterValueView] }),
    __metadata("design:type", Array)
], MeterValuePage.prototype, "items", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], MeterValuePage.prototype, "nextCursor", void 0);
//# sourceMappingURL=meter-value.dto.js.map