import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, isTime, pageOf } from '../../common/pagination.js';
import { UnknownError } from '../../common/problems.js';
import { isUuid } from '../../common/uuid.js';
import type { RefusalReason } from '../../ocpp/index.js';
import { RefusedIdentityLog } from './admission/refused-identity-log.js';
import type { RefusedIdentityPage, RefusedIdentityView } from './dto/refused-identity.dto.js';
import type { RegisterRefusedIdentity } from './dto/station-properties.dto.js';
import type { RegisteredStationView } from './dto/station.dto.js';
import { RefusedIdentity } from './entities/refused-identity.entity.js';
import { StationsService } from './stations.service.js';
import type { PageQuery } from '../../common/pagination.js';

const toView = (row: RefusedIdentity): RefusedIdentityView => ({
  id: row.id,
  identity: row.identity,
  reason: row.reason as RefusalReason,
  remoteAddress: row.remoteAddress,
  count: Number(row.count),
  firstAt: row.firstAt,
  lastAt: row.lastAt,
});

/** Who knocked and was not let in; from here a new station is registered without typing its identity. */
@Injectable()
export class RefusedIdentitiesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stations: StationsService,
    private readonly log: RefusedIdentityLog,
  ) {}

  private get refusals() {
    return this.dataSource.getRepository(RefusedIdentity);
  }

  /** The latest first. */
  async list({ limit, cursor }: PageQuery): Promise<RefusedIdentityPage> {
    await this.log.flushed();
    const query = this.refusals.createQueryBuilder('r');
    const [time, before] = decodeCursor(cursor, isTime, isUuid) ?? [];
    if (before !== undefined) query.where('(r.lastAt, r.id) < (:time, :before)', { time, before });
    const rows = await query
      .orderBy('r.lastAt', 'DESC')
      .addOrderBy('r.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = pageOf(rows, limit, (row) => [row.lastAt.toISOString(), row.id]);
    return { items: page.items.map(toView), nextCursor: page.nextCursor };
  }

  /** Registers the identity as a station, and forgets all its refusals. Throws as `StationsService.register` does. */
  async register(id: string, properties: RegisterRefusedIdentity): Promise<RegisteredStationView> {
    const { identity, identityKey } = await this.rowOf(id);
    const station = await this.stations.register({ ...properties, stationId: identity });
    await this.refusals.delete({ identityKey });
    return station;
  }

  /** Forgets an entry; it comes back with the next attempt. */
  async remove(id: string): Promise<void> {
    await this.refusals.delete({ id: (await this.rowOf(id)).id });
  }

  private async rowOf(id: string): Promise<RefusedIdentity> {
    const row = isUuid(id) ? await this.refusals.findOneBy({ id }) : null;
    if (!row) throw new UnknownError('refused-identity', id.slice(0, 100), 'See GET /refused-identities.');
    return row;
  }
}
