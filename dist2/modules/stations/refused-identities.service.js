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
import { DataSource } from 'typeorm';
import { decodeCursor, isTime, pageOf } from '../../common/pagination.js';
import { UnknownError } from '../../common/problems.js';
import { isUuid } from '../../common/uuid.js';
import { RefusedIdentityLog } from './admission/refused-identity-log.js';
import { RefusedIdentity } from './entities/refused-identity.entity.js';
import { StationsService } from './stations.service.js';
const toView = (row) => ({
    id: row.id,
    identity: row.identity,
    reason: row.reason,
    remoteAddress: row.remoteAddress,
    count: Number(row.count),
    firstAt: row.firstAt,
    lastAt: row.lastAt,
});
/** Who knocked and was not let in; from here a new station is registered without typing its identity. */
let RefusedIdentitiesService = class RefusedIdentitiesService {
    dataSource;
    stations;
    log;
    constructor(dataSource, stations, log) {
        this.dataSource = dataSource;
        this.stations = stations;
        this.log = log;
    }
    get refusals() {
        return this.dataSource.getRepository(RefusedIdentity);
    }
    /** The latest first. */
    async list({ limit, cursor }) {
        await this.log.flushed();
        const query = this.refusals.createQueryBuilder('r');
        const [time, before] = decodeCursor(cursor, isTime, isUuid) ?? [];
        if (before !== undefined)
            query.where('(r.lastAt, r.id) < (:time, :before)', { time, before });
        const rows = await query
            .orderBy('r.lastAt', 'DESC')
            .addOrderBy('r.id', 'DESC')
            .limit(limit + 1)
            .getMany();
        const page = pageOf(rows, limit, (row) => [row.lastAt.toISOString(), row.id]);
        return { items: page.items.map(toView), nextCursor: page.nextCursor };
    }
    /** Registers the identity as a station, and forgets all its refusals. Throws as `StationsService.register` does. */
    async register(id, properties) {
        const { identity, identityKey } = await this.rowOf(id);
        const station = await this.stations.register({ ...properties, stationId: identity });
        await this.refusals.delete({ identityKey });
        return station;
    }
    /** Forgets an entry; it comes back with the next attempt. */
    async remove(id) {
        await this.refusals.delete({ id: (await this.rowOf(id)).id });
    }
    async rowOf(id) {
        const row = isUuid(id) ? await this.refusals.findOneBy({ id }) : null;
        if (!row)
            throw new UnknownError('refused-identity', id.slice(0, 100), 'See GET /refused-identities.');
        return row;
    }
};
RefusedIdentitiesService = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        StationsService,
        RefusedIdentityLog])
], RefusedIdentitiesService);
export { RefusedIdentitiesService };
//# sourceMappingURL=refused-identities.service.js.map