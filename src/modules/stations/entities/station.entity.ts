import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RegistrationStatus } from '../../../ocpp/index.js';

/** How a station is treated on the wire beyond the defaults; every key is optional. */
export interface StationRules {
  callTimeoutSeconds?: number;
  maxFrameBytes?: number;
  heartbeatIntervalSeconds?: number;
  /** Where this station reaches TAU over HTTP, for firmware and logs. */
  publicUrl?: string;
  /** Whether TAU asks for the whole inventory at the first boot and after a change of firmware. */
  inventoryAtBoot?: boolean;
  /** Leniency rules switched off for this station. */
  disabledRules?: string[];
  /** Leniency rules that are off by default and switched on for this station. */
  enabledRules?: string[];
}

/** A station in the inventory. Never deleted: archiving keeps its transactions. */
@Entity('stations')
export class Station {
  @PrimaryColumn('uuid')
  id: string;

  /** The identity as registered. */
  @Column('text')
  stationId: string;

  /** The lower-cased identity: two that differ only in case are one station. */
  @Index('uq_stations_station_key', { unique: true, where: 'archived_at IS NULL' })
  @Column('text')
  stationKey: string;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { array: true, default: () => `'{}'` })
  labels: string[];

  /** {latitude, longitude, address, ...} as the operator gave it. */
  @Column('json', { nullable: true })
  location: Record<string, unknown> | null;

  @Column('text', { nullable: true })
  timeZone: string | null;

  /** Versions that may be negotiated; null: all. */
  @Column('text', { array: true, nullable: true })
  allowedVersions: string[] | null;

  @Column('smallint', { default: 1 })
  securityProfile: number;

  /** Hash of the password with its scheme, salt and key id in front; never the password. */
  @Column('text', { nullable: true })
  passwordHash: string | null;

  /** The operator's decision: what the next BootNotification is answered (B01-B03). */
  @Column('text', { default: 'Accepted' })
  registrationStatus: RegistrationStatus;

  /** What the last BootNotification was answered; null before the first. */
  @Column('text', { nullable: true })
  bootAnswer: RegistrationStatus | null;

  /** When a BootNotification was accepted for the first time. */
  @Column('timestamptz', { nullable: true })
  firstAcceptedAt: Date | null;

  @Column('json', { default: () => `'{}'` })
  rules: StationRules;

  @Column('text', { nullable: true })
  ocppVersion: string | null;

  /** Grows with each connection; null while not connected. */
  @Column('bigint', { nullable: true })
  connectionEpoch: string | null;

  @Column('timestamptz', { nullable: true })
  connectedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  disconnectedAt: Date | null;

  @Column('text', { nullable: true })
  disconnectReason: string | null;

  @Column('text', { nullable: true })
  remoteAddress: string | null;

  @Column('timestamptz', { nullable: true })
  lastSeenAt: Date | null;

  @Column('text', { nullable: true })
  vendor: string | null;

  @Column('text', { nullable: true })
  model: string | null;

  @Column('text', { nullable: true })
  serialNumber: string | null;

  /** 1.6 chargeBoxSerialNumber, deprecated there in favour of the serial number. */
  @Column('text', { nullable: true })
  chargeBoxSerialNumber: string | null;

  @Column('text', { nullable: true })
  firmwareVersion: string | null;

  @Column('text', { nullable: true })
  iccid: string | null;

  @Column('text', { nullable: true })
  imsi: string | null;

  @Column('text', { nullable: true })
  meterType: string | null;

  @Column('text', { nullable: true })
  meterSerialNumber: string | null;

  @Column('text', { nullable: true })
  bootReason: string | null;

  @Column('timestamptz', { nullable: true })
  bootedAt: Date | null;

  /** Station clock minus ours in milliseconds, from the newest live message that carried a time. */
  @Column('bigint', { nullable: true })
  clockDifferenceMs: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;
}
