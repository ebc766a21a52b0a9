import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, Max, Min, ValidateIf } from 'class-validator';

/** The connector that is to be unlocked. */
export class UnlockConnectorDto {
  @IsInt()
  @Min(1)
  @Max(9999)
  evseId: number;

  /** A connector of that EVSE; connector 1 where it is absent. 1.6 stations have no other. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 })
  @ValidateIf((_, connectorId) => connectorId !== undefined)
  @IsInt()
  @Min(1)
  @Max(9999)
  connectorId?: number;
}
