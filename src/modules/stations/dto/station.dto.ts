import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { PageQuery } from '../../../common/pagination.js';
import { OCPP_VERSIONS, type OcppVersion, type RegistrationStatus } from '../../../ocpp/index.js';
import { CONNECTOR_STATUSES, type ConnectorStatus } from '../inventory/status-report.js';
import { OpenReservationView } from '../station-reservations.js';
import { StationFilter } from './station-filter.dto.js';
import { REGISTRATION_STATUSES, StationRulesDto } from './station-properties.dto.js';

/** The status of a connector, of an EVSE as a whole, or of the station. */
export class StatusView {
  @ApiProperty({ enum: CONNECTOR_STATUSES, enumName: 'ConnectorStatus' })
  status: ConnectorStatus;

  /** What the station literally said, e.g. SuspendedEV. */
  reportedStatus: string;

  /** OCPP 1.6 only. With a status other than Faulted it is a warning. */
  @ApiProperty({ type: String, nullable: true })
  errorCode: string | null;

  @ApiProperty({ type: String, nullable: true })
  info: string | null;

  @ApiProperty({ type: String, nullable: true })
  vendorId: string | null;

  @ApiProperty({ type: String, nullable: true })
  vendorErrorCode: string | null;

  /** Since when the status holds: the station's time, but never later than its receipt. */
  @ApiProperty({ type: String, format: 'date-time' })
  since: Date;

  /** The station's time as it stood in the message; null where it gave none. */
  @ApiProperty({ type: String, nullable: true })
  stationTimestamp: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  receivedAt: Date;

  /** The station is not connected: the status may have changed. */
  stale: boolean;
}

/** A connector of an EVSE. */
export class ConnectorView extends StatusView {
  connectorId: number;
}

/** An EVSE, as the station reported it. */
export class EvseView {
  evseId: number;

  /** What was said about the EVSE as a whole; null where only its connectors report. */
  @ApiProperty({ type: StatusView, nullable: true })
  status: StatusView | null;

  @ApiProperty({ type: [ConnectorView] })
  connectors: ConnectorView[];

  /** What is reserved of this EVSE by name. */
  @ApiProperty({ type: [OpenReservationView] })
  reservations: OpenReservationView[];
}

/** A leniency that a station needed. */
export class DeviationView {
  /** Name of the leniency rule. */
  rule: string;

  /** How often it was applied. */
  count: number;

  @ApiProperty({ type: String, format: 'date-time' })
  lastAt: Date;
}

/** A station of the inventory. */
export class StationView {
  /** The identity, as registered. */
  stationId: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  labels: string[];

  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  location: Record<string, unknown> | null;

  @ApiProperty({ type: String, nullable: true })
  timeZone: string | null;

  /** Versions that may be negotiated; null: all that are enabled. */
  @ApiProperty({ enum: OCPP_VERSIONS, enumName: 'OcppVersion', isArray: true, nullable: true })
  allowedVersions: OcppVersion[] | null;

  @ApiProperty({ enum: [0, 1, 2, 3] })
  securityProfile: number;

  @ApiProperty({ type: StationRulesDto })
  rules: StationRulesDto;

  /** The operator's decision: what the next BootNotification is answered. Pending and Rejected hold at once. */
  @ApiProperty({ enum: REGISTRATION_STATUSES, enumName: 'RegistrationStatus' })
  registrationStatus: RegistrationStatus;

  /**
   * What the last BootNotification was answered, by which the station acts; null before the first. TAU treats the
   * station by the lower of this and registrationStatus.
   */
  @ApiProperty({ enum: REGISTRATION_STATUSES, enumName: 'RegistrationStatus', nullable: true })
  bootAnswer: RegistrationStatus | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  firstAcceptedAt: Date | null;

  connected: boolean;

  /** Of the present connection, or of the last one. */
  @ApiProperty({ enum: OCPP_VERSIONS, enumName: 'OcppVersion', nullable: true })
  ocppVersion: OcppVersion | null;

  @ApiProperty({ type: String, nullable: true })
  remoteAddress: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  connectedAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  disconnectedAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  disconnectReason: string | null;

  /** When the last message or sign of life came. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastSeenAt: Date | null;

  /** What the station is told at its boot, before the jitter of a fifth either way. */
  heartbeatIntervalSeconds: number;

  /** How far the station's clock is ahead, negative: behind; null where no message told yet. */
  @ApiProperty({ type: Number, nullable: true })
  clockDifferenceSeconds: number | null;

  /** The clock is off by more than a minute. */
  clockSuspect: boolean;

  @ApiProperty({ type: String, nullable: true })
  vendor: string | null;

  @ApiProperty({ type: String, nullable: true })
  model: string | null;

  @ApiProperty({ type: String, nullable: true })
  serialNumber: string | null;

  /** OCPP 1.6 only. */
  @ApiProperty({ type: String, nullable: true })
  chargeBoxSerialNumber: string | null;

  @ApiProperty({ type: String, nullable: true })
  firmwareVersion: string | null;

  /** ICCID of the modem's SIM card. */
  @ApiProperty({ type: String, nullable: true })
  iccid: string | null;

  /** IMSI of the modem's SIM card. */
  @ApiProperty({ type: String, nullable: true })
  imsi: string | null;

  /** OCPP 1.6 only. */
  @ApiProperty({ type: String, nullable: true })
  meterType: string | null;

  /** OCPP 1.6 only. */
  @ApiProperty({ type: String, nullable: true })
  meterSerialNumber: string | null;

  /** OCPP 2.x only: why the station booted. */
  @ApiProperty({ type: String, nullable: true })
  bootReason: string | null;

  /** When the last BootNotification came; it proves no reboot. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  bootedAt: Date | null;

  /** What was said about the station as a whole; null where only its EVSEs report. */
  @ApiProperty({ type: StatusView, nullable: true })
  status: StatusView | null;

  @ApiProperty({ type: [EvseView] })
  evses: EvseView[];

  /** All that is reserved here, also of no particular EVSE. */
  @ApiProperty({ type: [OpenReservationView] })
  reservations: OpenReservationView[];

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  updatedAt: Date;
}

/** A station with what it deviates in. */
export class StationDetailView extends StationView {
  /** Leniency rules that the station needed, most frequent first. */
  @ApiProperty({ type: [DeviationView] })
  deviations: DeviationView[];
}

/** A password, shown this once. */
export class StationCredentialsView {
  stationId: string;

  /** What the station sends as its HTTP Basic password. Not stored: note it down now. */
  password: string;

  /** The same as hex digits, for the 1.6 key AuthorizationKey; null where it is too long for one. */
  @ApiProperty({ type: String, nullable: true })
  passwordHex: string | null;
}

/** A station that was just registered, with its password, shown this once. */
export class RegisteredStationView extends StationDetailView {
  /** What the station sends as its HTTP Basic password. Not stored: note it down now. */
  password: string;

  /** The same as hex digits, for the 1.6 key AuthorizationKey; null where it is too long for one. */
  @ApiProperty({ type: String, nullable: true })
  passwordHex: string | null;
}

/** Which stations to list; several conditions must all hold. */
export class StationQuery extends IntersectionType(PageQuery, StationFilter) {}

/** Stations in the order of their identities. */
export class StationPage {
  @ApiProperty({ type: [StationView] })
  items: StationView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
