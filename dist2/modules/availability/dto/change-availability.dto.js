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
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, Max, Min, ValidateIf } from 'class-validator';
export const OPERATIONAL_STATUSES = ['Operative', 'Inoperative'];
/** What is to be taken into or out of service. */
export class ChangeAvailabilityRequest {
    operationalStatus;
    /** Absent: the whole station. */
    evseId;
    /** Absent: the EVSE with all its connectors. OCPP 2.0.1 only; 1.6 stations have connector 1 of each EVSE. */
    connectorId;
    static _OPENAPI_METADATA_FACTORY() {
        return { operationalStatus: { required: true, enum: ["Inoperative", "Operative"], enum: OPERATIONAL_STATUSES }, evseId: { required: false, type: () => Number, description: "Absent: the whole station.", minimum: 1, maximum: 9999 }, connectorId: { required: false, type: () => Number, description: "Absent: the EVSE with all its connectors. OCPP 2.0.1 only; 1.6 stations have connector 1 of each EVSE.", minimum: 1, maximum: 9999 } };
    }
}
__decorate([
    ApiProperty({ enum: OPERATIONAL_STATUSES, enumName: 'OperationalStatus' }),
    IsIn(OPERATIONAL_STATUSES),
    __metadata("design:type", String)
], ChangeAvailabilityRequest.prototype, "operationalStatus", void 0);
__decorate([
    ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 }),
    ValidateIf(({ evseId, connectorId }) => evseId !== undefined || connectorId !== undefined),
    IsInt({ message: 'evseId has to be an integer, and must be given where connectorId is' }),
    Min(1),
    Max(9999),
    __metadata("design:type", Number)
], ChangeAvailabilityRequest.prototype, "evseId", void 0);
__decorate([
    ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 }),
    ValidateIf((_, connectorId) => connectorId !== undefined),
    IsInt(),
    Min(1),
    Max(9999),
    __metadata("design:type", Number)
], ChangeAvailabilityRequest.prototype, "connectorId", void 0);
//# sourceMappingURL=change-availability.dto.js.map