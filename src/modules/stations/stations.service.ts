import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { DomainEvents } from '../../common/domain-events.js';
import type { ImportOutcome } from '../../common/import-report.js';
import { ProblemError, ValidationFailedError } from '../../common/problems.js';
import { uuidv7 } from '../../common/uuid.js';
import type { OcppVersion } from '../../ocpp/index.js';
import { StationCredentials } from './admission/station-credentials.js';
import type { ChangeStation, RegisterStation, StationPassword, StationRulesDto } from './dto/station-properties.dto.js';
import type { RegisteredStationView, StationCredentialsView, StationDetailView } from './dto/station.dto.js';
import { Station, type StationRules } from './entities/station.entity.js';
import { StationArchived, StationChanged } from './events.js';
import { StationCatalog } from './station-catalog.service.js';
import { isPossibleStationId, stationIdProblem, stationKey } from './station-id.js';
import { stationExists, stationUnknown } from './station-problems.js';
import { toSettings } from './station-settings.js';

/** By what other blocks know a station. */
export interface StationRef {
  /** Surrogate key, a UUID. */
  readonly id: string;
  /** The identity, as registered. */
  readonly stationId: string;
}

const UNIQUE_VIOLATION = '23505';

/** The inventory: who is registered, and what operators say about them. */
@Injectable()
export class StationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly credentials: StationCredentials,
    private readonly catalog: StationCatalog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  private get stations() {
    return this.dataSource.getRepository(Station);
  }

  /** The station of an identity, in any letter case. @throws UnknownError `station-unknown` */
  async byStationId(stationId: string): Promise<StationRef> {
    const { id, stationId: registered } = await this.rowOf(stationId);
    return { id, stationId: registered };
  }

  /** The identities behind surrogate keys, archived stations included. */
  async stationIdsOf(uuids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.stations.find({ select: { id: true, stationId: true }, where: { id: In([...uuids]) } });
    return new Map(rows.map(({ id, stationId }) => [id, stationId]));
  }

  /** The version that a station (surrogate key) spoke last, or the only one that it may speak; undefined: not known. */
  async expectedVersion(stationUuid: string): Promise<OcppVersion | undefined> {
    const row = await this.stations.findOneBy({ id: stationUuid });
    const only = row?.allowedVersions?.length === 1 ? row.allowedVersions[0] : undefined;
    return (only ?? row?.ocppVersion ?? undefined) as OcppVersion | undefined;
  }

  /** The security profile of a station (surrogate key). */
  async securityProfileOf(stationUuid: string): Promise<number> {
    const row = await this.stations.findOneBy({ id: stationUuid });
    return row?.securityProfile ?? 0;
  }

  /**
   * Registers a station. The answer holds its password, which is not shown again.
   * @throws ValidationFailedError; ProblemError `station-exists`
   */
  async register({ stationId, password, passwordHex, ...properties }: RegisterStation): Promise<RegisteredStationView> {
    const problem = stationIdProblem(stationId, properties.allowedVersions ?? undefined);
    if (problem) throw new ValidationFailedError(problem);
    const { hash, ...shown } = await this.credentials.make({ password, passwordHex });
    const now = this.clock.now();
    const row = this.stations.create({
      ...given(properties),
      rules: mergedRules({}, properties.rules),
      id: uuidv7(now.getTime()),
      stationId,
      stationKey: stationKey(stationId),
      passwordHash: hash,
      createdAt: now,
      updatedAt: now,
    });
    await this.stations.save(row).catch((error: { code?: unknown }) => {
      throw error.code === UNIQUE_VIOLATION ? stationExists(stationId) : error;
    });
    return { ...(await this.catalog.read(stationId)), ...shown };
  }

  /**
   * Registers a station, or changes the one of this identity to what is given; a password counts for a new one alone.
   * @param dryRun only says what would be done
   * @throws ValidationFailedError
   */
  async put(station: RegisterStation, dryRun: boolean): Promise<{ outcome: ImportOutcome; password?: string }> {
    const { stationId } = station;
    const properties = propertiesOf(station);
    const row = await this.stations.findOneBy({ stationKey: stationKey(stationId), archivedAt: IsNull() });
    const versions = (properties.allowedVersions === undefined ? row?.allowedVersions : properties.allowedVersions) as
      OcppVersion[] | null | undefined;
    const problem = stationIdProblem(stationId, versions ?? undefined);
    if (problem) throw new ValidationFailedError(problem);
    if (!row) return dryRun ? this.wouldRegister(station) : this.registerOrPut(station);
    if (!changes(row, properties)) return { outcome: 'unchanged' };
    if (!dryRun) await this.change(stationId, properties);
    return { outcome: 'changed' };
  }

  private async wouldRegister({ password, passwordHex }: RegisterStation): Promise<{ outcome: ImportOutcome }> {
    await this.credentials.make({ password, passwordHex });
    return { outcome: 'created' };
  }

  private async registerOrPut(station: RegisterStation): Promise<{ outcome: ImportOutcome; password?: string }> {
    try {
      const { password } = await this.register(station);
      const isMadeUp = station.password === undefined && station.passwordHex === undefined;
      return { outcome: 'created', ...(isMadeUp && { password }) };
    } catch (error) {
      // another operator was a moment earlier
      if (error instanceof ProblemError && error.code === 'station-exists') return this.put(station, false);
      throw error;
    }
  }

  /** @throws UnknownError `station-unknown`; ValidationFailedError where the identity does not suit the versions */
  async change(stationId: string, { rules, ...change }: ChangeStation): Promise<StationDetailView> {
    const row = await this.rowOf(stationId);
    const versions = (change.allowedVersions === undefined ? row.allowedVersions : change.allowedVersions) ?? undefined;
    const problem = stationIdProblem(row.stationId, versions as OcppVersion[] | undefined);
    if (problem) throw new ValidationFailedError(problem);
    const changed = { ...given(change), ...(rules && { rules: mergedRules(row.rules, rules) }) };
    // only the columns that are named: the row itself changes with every sign of life
    await this.stations.save({ id: row.id, ...changed, updatedAt: this.clock.now() });
    const settings = toSettings({ ...row, ...changed });
    this.events.emit(new StationChanged(row.id, row.stationId, settings, change.registrationStatus));
    return this.catalog.read(row.stationId);
  }

  /** Takes a station out of the inventory; its transactions stay. The identity is free again. */
  async archive(stationId: string): Promise<void> {
    const row = await this.rowOf(stationId);
    const now = this.clock.now();
    await this.stations.update({ id: row.id }, { archivedAt: now, updatedAt: now });
    this.events.emit(new StationArchived(row.id, row.stationId));
  }

  /** A new password; the old one lets nobody in any more. An open connection stays. */
  async renewPassword(stationId: string, password: StationPassword): Promise<StationCredentialsView> {
    const row = await this.rowOf(stationId);
    const { hash, ...shown } = await this.credentials.make(password);
    await this.stations.update({ id: row.id }, { passwordHash: hash, updatedAt: this.clock.now() });
    return { stationId: row.stationId, ...shown };
  }

  private async rowOf(stationId: string): Promise<Station> {
    const row = isPossibleStationId(stationId)
      ? await this.stations.findOneBy({ stationKey: stationKey(stationId), archivedAt: IsNull() })
      : null;
    if (!row) throw stationUnknown(stationId);
    return row;
  }
}

/** What was given: fields of a request object are there, undefined, even where the request left them out. */
const given = <T extends object>(properties: T): Partial<T> =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as Partial<T>;

/** What of a registration can change later. */
function propertiesOf(station: RegisterStation): ChangeStation {
  const { name, labels, location, timeZone, allowedVersions, securityProfile, registrationStatus, rules } = station;
  return { name, labels, location, timeZone, allowedVersions, securityProfile, registrationStatus, rules };
}

/** Whether what is given differs from what is known. */
function changes(row: Station, { rules, ...properties }: ChangeStation): boolean {
  const wanted = { ...given(properties), ...(rules && { rules: mergedRules(row.rules, rules) }) };
  const known = row as unknown as Record<string, unknown>;
  return Object.entries(wanted).some(([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name]));
}

function mergedRules(known: StationRules, change: StationRulesDto | undefined): StationRules {
  const merged = { ...known, ...given(change ?? {}) };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}
