import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, Max, Min, ValidateIf } from 'class-validator';

/**
 * What a station can be asked to send, in 2.0.1 words, and two more of 1.6: DiagnosticsStatusNotification is its word
 * for the state of a GetDiagnostics, SignedFirmwareStatusNotification for that of a signed update.
 */
export const TRIGGERED_MESSAGES = [
  'BootNotification',
  'DiagnosticsStatusNotification',
  'FirmwareStatusNotification',
  'Heartbeat',
  'LogStatusNotification',
  'MeterValues',
  'PublishFirmwareStatusNotification',
  'SignChargingStationCertificate',
  'SignCombinedCertificate',
  'SignV2GCertificate',
  'SignedFirmwareStatusNotification',
  'StatusNotification',
  'TransactionEvent',
] as const;
export type TriggeredMessage = (typeof TRIGGERED_MESSAGES)[number];

/** Which message a station is asked to send now, and about what. */
export class TriggerMessageDto {
  /**
   * 1.6 stations know all but PublishFirmwareStatusNotification, SignCombinedCertificate, SignV2GCertificate and
   * TransactionEvent. LogStatusNotification, SignChargingStationCertificate and SignedFirmwareStatusNotification belong
   * to the security extension of 1.6; later versions say DiagnosticsStatusNotification and
   * SignedFirmwareStatusNotification as LogStatusNotification and FirmwareStatusNotification.
   */
  @ApiProperty({ enum: TRIGGERED_MESSAGES, enumName: 'TriggeredMessage' })
  @IsIn(TRIGGERED_MESSAGES)
  requestedMessage: TriggeredMessage;

  /** Absent: every EVSE, or whatever the message is about. 2.0.1 wants a StatusNotification of one connector. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 })
  @ValidateIf(({ evseId, connectorId }: TriggerMessageDto) => evseId !== undefined || connectorId !== undefined)
  @IsInt({ message: 'evseId has to be an integer, and must be given where connectorId is' })
  @Min(1)
  @Max(9999)
  evseId?: number;

  /** A connector of that EVSE; for a StatusNotification of 2.0.1 connector 1 where it is absent. */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 })
  @ValidateIf((_, connectorId) => connectorId !== undefined)
  @IsInt()
  @Min(1)
  @Max(9999)
  connectorId?: number;
}
