import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsDefined, IsIn, IsInt, Max, Min, ValidateIf } from 'class-validator';
import { CommandView } from '../../../commands/index.js';

export const RESET_TYPES = ['Immediate', 'OnIdle'] as const;
export type ResetType = (typeof RESET_TYPES)[number];

export const RESET_OUTCOMES = ['waiting', 'booted', 'evse', 'failed', 'no-boot'] as const;
export type ResetOutcome = (typeof RESET_OUTCOMES)[number];

/** What is to be reset, and when. */
export class ResetRequest {
  /** `Immediate` ends running transactions; `OnIdle` waits until none runs. */
  @ApiProperty({ enum: RESET_TYPES, enumName: 'ResetType' })
  @IsDefined()
  @IsIn(RESET_TYPES)
  type: ResetType;

  /** Absent: the whole station. OCPP 2.0.1 only. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 })
  @ValidateIf((_, evseId) => evseId !== undefined)
  @IsInt()
  @Min(1)
  @Max(9999)
  evseId?: number;

  /** A hard reset of OCPP 1.6, which may not even end transactions properly. Other versions know none. */
  @ApiPropertyOptional({ default: false })
  @ValidateIf((_, force) => force !== undefined)
  @IsBoolean()
  force?: boolean;
}

/** A reset that was asked for, with what came of it. */
export class ResetView extends CommandView {
  /**
   * `waiting`: not sent or answered yet, for transactions to end, or for the boot; `booted`; `evse`: accepted for one
   * EVSE, which does not boot; `failed`: refused, cancelled or without an answer; `no-boot`: accepted, but no boot came
   * within ten minutes.
   */
  @ApiProperty({ enum: RESET_OUTCOMES, enumName: 'ResetOutcome' })
  outcome: ResetOutcome;

  /** The boot that followed. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  bootedAt: Date | null;

  /** Why it booted, as the station says, e.g. RemoteReset; null in OCPP 1.6, which has no reasons. */
  @ApiProperty({ type: String, nullable: true })
  bootReason: string | null;
}

/** Resets, newest first. */
export class ResetPage {
  @ApiProperty({ type: [ResetView] })
  items: ResetView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
