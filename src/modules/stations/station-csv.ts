import { CELLS, type ImportTarget } from '../../http/csv-import.js';
import { RegisterStation } from './dto/station-properties.dto.js';
import type { StationView } from './dto/station.dto.js';
import { stationKey } from './station-id.js';
import type { StationsService } from './stations.service.js';

/** What operators say about a station. */
const SAID = {
  stationId: CELLS.word,
  name: CELLS.text,
  labels: CELLS.list,
  location: CELLS.json,
  timeZone: CELLS.text,
  allowedVersions: (cell: string) => (cell === '' ? null : cell.split('|')),
  securityProfile: CELLS.count,
  registrationStatus: CELLS.word,
  rules: (cell: string) => CELLS.json(cell) ?? undefined,
} as const;

/** What exports show beside it. */
const SHOWN = {
  connected: CELLS.ignored,
  ocppVersion: CELLS.ignored,
  lastSeenAt: CELLS.ignored,
  vendor: CELLS.ignored,
  model: CELLS.ignored,
  serialNumber: CELLS.ignored,
  firmwareVersion: CELLS.ignored,
  bootedAt: CELLS.ignored,
  createdAt: CELLS.ignored,
  updatedAt: CELLS.ignored,
} as const;

const IMPORTED = { ...SAID, password: CELLS.word, passwordHex: CELLS.word, ...SHOWN } as const;

type Column = keyof typeof SAID | keyof typeof SHOWN;

export const EXPORTED_STATION = [...Object.keys(SAID), ...Object.keys(SHOWN)] as Column[];
export const IMPORTED_STATION = Object.keys(IMPORTED);

/** A station as a line of a spreadsheet. */
export const toExportedStation = (station: StationView): Record<Column, unknown> => ({
  ...station,
  labels: station.labels.join('|'),
  location: station.location && JSON.stringify(station.location),
  allowedVersions: station.allowedVersions && station.allowedVersions.join('|'),
  rules: Object.keys(station.rules).length > 0 ? JSON.stringify(station.rules) : null,
});

/** Stations out of a CSV. */
export const importedStations = (stations: StationsService, dryRun: boolean): ImportTarget<RegisterStation> => ({
  cells: IMPORTED,
  type: RegisterStation,
  keyOf: ({ stationId }) => stationKey(stationId),
  nameOf: ({ stationId }) => stationId,
  take: (station) => stations.put(station, dryRun),
});
