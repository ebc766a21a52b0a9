var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { DomainEvents } from '../../common/domain-events.js';
import { ValidationFailedError } from '../../common/problems.js';
import { uuidv7 } from '../../common/uuid.js';
import { StationCredentials } from './admission/station-credentials.js';
import { Station } from './entities/station.entity.js';
import { StationArchived, StationChanged } from './events.js';
import { StationCatalog } from './station-catalog.service.js';
import { isPossibleStationId, stationIdProblem, stationKey } from './station-id.js';
import { stationExists, stationUnknown } from './station-problems.js';
import { toSettings } from './station-settings.js';
const UNIQUE_VIOLATION = '23505';
/** The inventory: who is registered, and what operators say about them. */
let StationsService = class StationsService {
    dataSource;
    credentials;
    catalog;
    events;
    clock;
    constructor(dataSource, credentials, catalog, events, clock) {
        this.dataSource = dataSource;
        this.credentials = credentials;
        this.catalog = catalog;
        this.events = events;
        this.clock = clock;
    }
    get stations() {
        return this.dataSource.getRepository(Station);
    }
    /** The station of an identity, in any letter case. @throws UnknownError `station-unknown` */
    async byStationId(stationId) {
        const { id, stationId: registered } = await this.rowOf(stationId);
        return { id, stationId: registered };
    }
    /** The identities behind surrogate keys, archived stations included. */
    async stationIdsOf(uuids) {
        const rows = await this.stations.find({ select: { id: true, stationId: true }, where: { id: In([...uuids]) } });
        return new Map(rows.map(({ id, stationId }) => [id, stationId]));
    }
    /**
     * Registers a station. The answer holds its password, which is not shown again.
     * @throws ValidationFailedError; ProblemError `station-exists`
     */
    async register({ stationId, password, passwordHex, ...properties }) {
        const problem = stationIdProblem(stationId, properties.allowedVersions ?? undefined);
        if (problem)
            throw new ValidationFailedError(problem);
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
        await this.stations.save(row).catch((error) => {
            throw error.code === UNIQUE_VIOLATION ? stationExists(stationId) : error;
        });
        return { ...(await this.catalog.read(stationId)), ...shown };
    }
    /** @throws UnknownError `station-unknown`; ValidationFailedError where the identity does not suit the versions */
    async change(stationId, { rules, ...change }) {
        const row = await this.rowOf(stationId);
        const versions = (change.allowedVersions === undefined ? row.allowedVersions : change.allowedVersions) ?? undefined;
        const problem = stationIdProblem(row.stationId, versions);
        if (problem)
            throw new ValidationFailedError(problem);
        const changed = { ...given(change), ...(rules && { rules: mergedRules(row.rules, rules) }) };
        // only the columns that are named: the row itself changes with every sign of life
        await this.stations.save({ id: row.id, ...changed, updatedAt: this.clock.now() });
        const settings = toSettings({ ...row, ...changed });
        this.events.emit(new StationChanged(row.id, row.stationId, settings, change.registrationStatus));
        return this.catalog.read(row.stationId);
    }
    /** Takes a station out of the inventory; its transactions stay. The identity is free again. */
    async archive(stationId) {
        const row = await this.rowOf(stationId);
        const now = this.clock.now();
        await this.stations.update({ id: row.id }, { archivedAt: now, updatedAt: now });
        this.events.emit(new StationArchived(row.id, row.stationId));
    }
    /** A new password; the old one lets nobody in any more. An open connection stays. */
    async renewPassword(stationId, password) {
        const row = await this.rowOf(stationId);
        const { hash, ...shown } = await this.credentials.make(password);
        await this.stations.update({ id: row.id }, { passwordHash: hash, updatedAt: this.clock.now() });
        return { stationId: row.stationId, ...shown };
    }
    async rowOf(stationId) {
        const row = isPossibleStationId(stationId)
            ? await this.stations.findOneBy({ stationKey: stationKey(stationId), archivedAt: IsNull() })
            : null;
        if (!row)
            throw stationUnknown(stationId);
        return row;
    }
};
StationsService = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        StationCredentials,
        StationCatalog,
        DomainEvents,
        Clock])
], StationsService);
export { StationsService };
/** What was given: fields of a request object are there, undefined, even where the request left them out. */
const given = (properties) => Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
function mergedRules(known, change) {
    const merged = { ...known, ...given(change ?? {}) };
    return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}
//# sourceMappingURL=stations.service.js.map