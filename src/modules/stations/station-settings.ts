import type { OcppVersion, RegisteredStation, RegistrationStatus, StationSettings } from '../../ocpp/index.js';
import type { StationRules } from './entities/station.entity.js';

/** What of a stations row concerns the wire. */
export interface WireRow {
  id: string;
  stationId: string;
  allowedVersions: string[] | null;
  securityProfile: number;
  registrationStatus: RegistrationStatus;
  bootAnswer: RegistrationStatus | null;
  firstAcceptedAt: Date | null;
  rules: StationRules;
}

export const toSettings = (row: WireRow): StationSettings => ({
  allowedVersions: (row.allowedVersions as OcppVersion[] | null) ?? undefined,
  securityProfile: row.securityProfile,
  callTimeoutSeconds: row.rules.callTimeoutSeconds,
  heartbeatIntervalSeconds: row.rules.heartbeatIntervalSeconds,
  maxFrameBytes: row.rules.maxFrameBytes,
  disabledRules: row.rules.disabledRules ?? [],
  enabledRules: row.rules.enabledRules ?? [],
});

/**
 * The station as the kernel sees it. Registration belongs to the identity: who was accepted and comes back without a
 * BootNotification still is.
 */
export const toRegisteredStation = (row: WireRow): RegisteredStation => ({
  id: row.id,
  stationId: row.stationId,
  settings: toSettings(row),
  registration: row.bootAnswer ?? undefined,
  decision: row.registrationStatus,
  everAccepted: row.firstAcceptedAt !== null,
});
