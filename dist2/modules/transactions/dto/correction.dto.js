var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import * as openapi_import_1 from "./transaction.dto.js";
import * as openapi from "@nestjs/swagger";
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsISO8601, IsNumber, IsRFC3339, IsString, Length, Matches, Max, Min, ValidateIf, ValidateNested, } from 'class-validator';
import { ID_TOKEN_TYPES } from '../../authorization/index.js';
import { CORRECTION_KINDS } from '../entities/transaction-correction.entity.js';
const NO_CONTROL_CHARACTERS = /^\P{Cc}*$/u;
/** A PIN is kept nowhere. */
const KEPT_TOKEN_TYPES = ID_TOKEN_TYPES.filter((type) => type !== 'KeyCode');
/** Wh; more than any register of a station shows. */
const MOST_WH = 1_000_000_000_000;
const Given = () => ValidateIf((_, value) => value !== undefined);
const IsEnergy = () => (target, property) => {
    for (const check of [
        ApiPropertyOptional({ type: Number, minimum: 0, maximum: MOST_WH }),
        Given(),
        IsNumber({ allowNaN: false, allowInfinity: false, maxDecimalPlaces: 3 }),
        Min(0),
        Max(MOST_WH),
    ]) {
        check(target, property);
    }
};
const IsTime = () => (target, property) => {
    for (const check of [
        ApiPropertyOptional({ type: String, format: 'date-time', description: 'RFC 3339 with zone; not in the future' }),
        Given(),
        IsRFC3339(),
        IsISO8601({ strict: true }),
    ]) {
        check(target, property);
    }
};
/** Why an operator interferes. */
export class Reasoned {
    reason;
    static _OPENAPI_METADATA_FACTORY() {
        return { reason: { required: true, type: () => String, minLength: 1, maxLength: 1000 } };
    }
}
__decorate([
    ApiProperty({ minLength: 1, maxLength: 1000, description: 'For whoever looks at the bill later' }),
    IsDefined(),
    IsString(),
    Length(1, 1000),
    Matches(NO_CONTROL_CHARACTERS, { message: 'reason must not contain control characters' }),
    Matches(/\S/, { message: 'reason must not be blank' }),
    __metadata("design:type", String)
], Reasoned.prototype, "reason", void 0);
/** The end of a transaction whose own end is lost. What is left out is taken from its last meter value. */
export class CloseTransaction extends Reasoned {
    endedAt;
    /** The register at the end. */
    meterStopWh;
    static _OPENAPI_METADATA_FACTORY() {
        return { endedAt: { required: false, type: () => String }, meterStopWh: { required: false, type: () => Number, description: "The register at the end." } };
    }
}
__decorate([
    IsTime(),
    __metadata("design:type", String)
], CloseTransaction.prototype, "endedAt", void 0);
__decorate([
    IsEnergy(),
    __metadata("design:type", Number)
], CloseTransaction.prototype, "meterStopWh", void 0);
/** A token as an operator names it. */
export class CorrectToken {
    value;
    type;
    static _OPENAPI_METADATA_FACTORY() {
        return { value: { required: true, type: () => String, minLength: 1, maxLength: 36 }, type: { required: true, enum: ["Central", "eMAID", "ISO14443", "ISO15693", "Local", "NoAuthorization", "MacAddress"], enum: KEPT_TOKEN_TYPES } };
    }
}
__decorate([
    IsDefined(),
    IsString(),
    Length(1, 36),
    Matches(NO_CONTROL_CHARACTERS, { message: 'value must not contain control characters' }),
    __metadata("design:type", String)
], CorrectToken.prototype, "value", void 0);
__decorate([
    ApiProperty({ enum: KEPT_TOKEN_TYPES, enumName: 'KeptIdTokenType' }),
    IsIn(KEPT_TOKEN_TYPES),
    __metadata("design:type", Object)
], CorrectToken.prototype, "type", void 0);
/** What is to count instead of what the station told; at least one value. */
export class CorrectTransaction extends Reasoned {
    startedAt;
    endedAt;
    meterStartWh;
    meterStopWh;
    /** Without it the energy follows from the two registers. */
    energyWh;
    /** Who pays. */
    idToken;
    static _OPENAPI_METADATA_FACTORY() {
        return { startedAt: { required: false, type: () => String }, endedAt: { required: false, type: () => String }, meterStartWh: { required: false, type: () => Number }, meterStopWh: { required: false, type: () => Number }, energyWh: { required: false, type: () => Number, description: "Without it the energy follows from the two registers." }, idToken: { required: false, type: () => CorrectToken, description: "Who pays." } };
    }
}
__decorate([
    IsTime(),
    __metadata("design:type", String)
], CorrectTransaction.prototype, "startedAt", void 0);
__decorate([
    IsTime(),
    __metadata("design:type", String)
], CorrectTransaction.prototype, "endedAt", void 0);
__decorate([
    IsEnergy(),
    __metadata("design:type", Number)
], CorrectTransaction.prototype, "meterStartWh", void 0);
__decorate([
    IsEnergy(),
    __metadata("design:type", Number)
], CorrectTransaction.prototype, "meterStopWh", void 0);
__decorate([
    IsEnergy(),
    __metadata("design:type", Number)
], CorrectTransaction.prototype, "energyWh", void 0);
__decorate([
    ApiPropertyOptional({ type: CorrectToken }),
    Given(),
    IsDefined(),
    ValidateNested(),
    Type(() => CorrectToken),
    __metadata("design:type", CorrectToken)
], CorrectTransaction.prototype, "idToken", void 0);
/** What an operator did to a transaction. */
export class CorrectionView {
    id;
    kind;
    at;
    operatorId;
    /** The name of the API key at that time. */
    operatorName;
    reason;
    /** What counted until then. */
    before;
    /** What counted from then on. */
    after;
    withdraws;
    /** It was taken back since. */
    withdrawn;
    static _OPENAPI_METADATA_FACTORY() {
        return { id: { required: true, type: () => String }, kind: { required: true, enum: ["close", "correction", "withdrawal"] }, at: { required: true, type: () => Date }, operatorId: { required: true, type: () => String }, operatorName: { required: true, type: () => String, description: "The name of the API key at that time." }, reason: { required: true, type: () => String }, before: { required: true, type: () => openapi_import_1.CorrectableView, description: "What counted until then." }, after: { required: true, type: () => openapi_import_1.CorrectableView, description: "What counted from then on." }, withdraws: { required: true, type: () => String, nullable: true }, withdrawn: { required: true, type: () => Boolean, description: "It was taken back since." } };
    }
}
__decorate([
    ApiProperty({ format: 'uuid' }),
    __metadata("design:type", String)
], CorrectionView.prototype, "id", void 0);
__decorate([
    ApiProperty({ enum: CORRECTION_KINDS, enumName: 'CorrectionKind' }),
    __metadata("design:type", String)
], CorrectionView.prototype, "kind", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time' }),
    __metadata("design:type", Date)
], CorrectionView.prototype, "at", void 0);
__decorate([
    ApiProperty({ format: 'uuid', description: 'The id of the API key' }),
    __metadata("design:type", String)
], CorrectionView.prototype, "operatorId", void 0);
__decorate([
    ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'What a withdrawal takes back' }),
    __metadata("design:type", Object)
], CorrectionView.prototype, "withdraws", void 0);
/** A page of corrections, oldest first. */
export class CorrectionPage {
    items;
    nextCursor;
    static _OPENAPI_METADATA_FACTORY() {
        return { items: { required: true, type: () => [CorrectionView] }, nextCursor: { required: true, type: () => String, nullable: true } };
    }
}
__decorate([
    ApiProperty({ type: [CorrectionView] }),
    __metadata("design:type", Array)
], CorrectionPage.prototype, "items", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], CorrectionPage.prototype, "nextCursor", void 0);
//# sourceMappingURL=correction.dto.js.map