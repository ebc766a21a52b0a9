import type { OcppVersion } from '../../ocpp/index.js';
import type { EvseView, StationView, StatusView } from './dto/station.dto.js';
import type { Connector } from './entities/connector.entity.js';
import type { Station } from './entities/station.entity.js';
import type { ConnectorStatus } from './inventory/status-report.js';
import type { OpenReservationView } from './station-reservations.js';

/** Clocks that are off by more make times and bills doubtful. */
const SUSPECT_MS = 60_000;

/** What stands beside a row of stations. */
export interface StationSurroundings {
  /** All connectors of the station, in order of EVSE and connector. */
  connectors: readonly Connector[];
  /** What is reserved at the station. */
  reservations: OpenReservationView[];
  /** A sign of life that is not written yet. */
  lastSeenAt: Date | undefined;
  /** Seconds between Heartbeats where the station has no rule of its own. */
  defaultHeartbeatSeconds: number;
}

/** A station as REST shows it. */
export function toStationView(
  row: Station,
  { connectors, reservations, lastSeenAt, defaultHeartbeatSeconds }: StationSurroundings,
): StationView {
  const connected = row.connectionEpoch !== null;
  const difference = row.clockDifferenceMs === null ? null : Number(row.clockDifferenceMs);
  return {
    stationId: row.stationId,
    name: row.name,
    labels: row.labels,
    location: row.location,
    timeZone: row.timeZone,
    allowedVersions: row.allowedVersions as OcppVersion[] | null,
    securityProfile: row.securityProfile,
    rules: row.rules,
    registrationStatus: row.registrationStatus,
    bootAnswer: row.bootAnswer,
    firstAcceptedAt: row.firstAcceptedAt,
    connected,
    ocppVersion: row.ocppVersion as OcppVersion | null,
    remoteAddress: row.remoteAddress,
    connectedAt: row.connectedAt,
    disconnectedAt: row.disconnectedAt,
    disconnectReason: row.disconnectReason,
    lastSeenAt: later(row.lastSeenAt, lastSeenAt),
    heartbeatIntervalSeconds: row.rules.heartbeatIntervalSeconds ?? defaultHeartbeatSeconds,
    clockDifferenceSeconds: difference === null ? null : difference / 1000,
    clockSuspect: difference !== null && Math.abs(difference) > SUSPECT_MS,
    vendor: row.vendor,
    model: row.model,
    serialNumber: row.serialNumber,
    chargeBoxSerialNumber: row.chargeBoxSerialNumber,
    firmwareVersion: row.firmwareVersion,
    iccid: row.iccid,
    imsi: row.imsi,
    meterType: row.meterType,
    meterSerialNumber: row.meterSerialNumber,
    bootReason: row.bootReason,
    bootedAt: row.bootedAt,
    ...toStatuses(connectors, reservations, !connected),
    reservations,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

/** The tree of EVSEs out of the flat rows: EVSE 0 is the station, connector 0 the EVSE as a whole. */
export function toStatuses(
  connectors: readonly Connector[],
  reservations: readonly OpenReservationView[],
  stale: boolean,
): Pick<StationView, 'status' | 'evses'> {
  let status: StatusView | null = null;
  const evses = new Map<number, EvseView>();
  for (const row of connectors) {
    const view = toStatus(row, stale);
    if (row.evseId === 0) {
      status = view;
      continue;
    }
    let evse = evses.get(row.evseId);
    if (!evse) {
      const reserved = reservations.filter(({ evseId }) => evseId === row.evseId);
      evses.set(row.evseId, (evse = { evseId: row.evseId, status: null, connectors: [], reservations: reserved }));
    }
    if (row.connectorId === 0) evse.status = view;
    else evse.connectors.push({ connectorId: row.connectorId, ...view });
  }
  return { status, evses: [...evses.values()] };
}

const toStatus = (row: Connector, stale: boolean): StatusView => ({
  status: row.status as ConnectorStatus,
  reportedStatus: row.reportedStatus,
  errorCode: row.errorCode,
  info: row.info,
  vendorId: row.vendorId,
  vendorErrorCode: row.vendorErrorCode,
  since: row.statusSince,
  stationTimestamp: row.stationTimestamp,
  receivedAt: row.receivedAt,
  stale,
});

const later = (stored: Date | null, noted: Date | undefined): Date | null =>
  noted && (stored === null || stored < noted) ? noted : stored;
