import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, Max, Min, ValidateIf } from 'class-validator';

export const OPERATIONAL_STATUSES = ['Operative', 'Inoperative'] as const;
export type OperationalStatus = (typeof OPERATIONAL_STATUSES)[number];

/** What is to be taken into or out of service. */
export class ChangeAvailabilityRequest {
  @ApiProperty({ enum: OPERATIONAL_STATUSES, enumName: 'OperationalStatus' })
  @IsIn(OPERATIONAL_STATUSES)
  operationalStatus: OperationalStatus;

  /** Absent: the whole station. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 })
  @ValidateIf(({ evseId, connectorId }: ChangeAvailabilityRequest) => evseId !== undefined || connectorId !== undefined)
  @IsInt({ message: 'evseId has to be an integer, and must be given where connectorId is' })
  @Min(1)
  @Max(9999)
  evseId?: number;

  /** Absent: the EVSE with all its connectors. OCPP 2.0.1 only; 1.6 stations have connector 1 of each EVSE. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 })
  @ValidateIf((_, connectorId) => connectorId !== undefined)
  @IsInt()
  @Min(1)
  @Max(9999)
  connectorId?: number;
}
