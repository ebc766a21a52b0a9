import type { SelectQueryBuilder } from 'typeorm';
import type { StationFilter } from './dto/station-filter.dto.js';
import type { Station } from './entities/station.entity.js';

const SEARCHED = ['stationId', 'name', 'vendor', 'model', 'serialNumber'].map((field) => `s.${field} ILIKE :part`);
/** Of the reported status anywhere on the station; a number in the JSON of a location is a text like the others. */
const HAS_STATUS = 'EXISTS (SELECT 1 FROM connectors c WHERE c.station_id = s.id AND c.status = :status)';

const partOf = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The conditions of each filter on the alias `s`, with their parameters. */
const CONDITIONS: {
  readonly [Name in keyof StationFilter]-?: (value: NonNullable<StationFilter[Name]>) => [string, object];
} = {
  connected: (connected) => [`s.connectionEpoch IS ${connected ? 'NOT NULL' : 'NULL'}`, {}],
  registrationStatus: (registrationStatus) => ['s.registrationStatus = :registrationStatus', { registrationStatus }],
  label: (labels) => ['s.labels @> :labels', { labels }],
  location: (location) => ['s.location::text ILIKE :location', { location: partOf(location) }],
  status: (status) => [HAS_STATUS, { status }],
  ocppVersion: (ocppVersion) => ['s.ocppVersion = :ocppVersion', { ocppVersion }],
  vendor: (vendor) => ['s.vendor = :vendor', { vendor }],
  model: (model) => ['s.model = :model', { model }],
  firmwareVersion: (firmwareVersion) => ['s.firmwareVersion = :firmwareVersion', { firmwareVersion }],
  search: (search) => [`(${SEARCHED.join(' OR ')})`, { part: partOf(search) }],
  updatedSince: (updatedSince) => ['s.updatedAt >= :updatedSince', { updatedSince }],
};

/** Narrows a query for stations (alias `s`) down to what a filter means. */
export function narrow(query: SelectQueryBuilder<Station>, filter: StationFilter): SelectQueryBuilder<Station> {
  for (const name of Object.keys(CONDITIONS) as (keyof StationFilter)[]) {
    const value = filter[name];
    if (value === undefined) continue;
    const [condition, parameters] = (CONDITIONS[name] as (value: unknown) => [string, object])(value);
    query.andWhere(condition, parameters);
  }
  return query;
}
