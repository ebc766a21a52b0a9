import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { decodeCursor, pageOf } from '../../common/pagination.js';
import { Config } from '../../config/config.js';
import type { StationFilter } from './dto/station-filter.dto.js';
import type { DeviationView, StationDetailView, StationPage, StationQuery, StationView } from './dto/station.dto.js';
import { Connector } from './entities/connector.entity.js';
import { RuleCount } from './entities/rule-count.entity.js';
import { Station } from './entities/station.entity.js';
import { RuleCounts } from './presence/rule-counts.js';
import { StationPulse } from './presence/station-pulse.js';
import { StationReservations } from './station-reservations.js';
import { narrow } from './station-filter.js';
import { isPossibleStationId, stationKey } from './station-id.js';
import { toStationView } from './station-view.js';
import { stationUnknown } from './station-problems.js';

/** Shows stations with all that is known about them. */
@Injectable()
export class StationCatalog {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pulse: StationPulse,
    private readonly ruleCounts: RuleCounts,
    private readonly reservations: StationReservations,
    private readonly config: Config,
  ) {}

  /** Stations in the order of their identities. */
  async list({ limit, cursor, ...filter }: StationQuery): Promise<StationPage> {
    const query = this.listed(filter);
    const [after] = decodeCursor(cursor, isPossibleStationId) ?? [];
    if (after !== undefined) query.andWhere('s.stationKey > :after', { after });
    const rows = await query
      .orderBy('s.stationKey')
      .limit(limit + 1)
      .getMany();
    const page = pageOf(rows, limit, (row) => [row.stationKey]);
    return { items: await this.toViews(page.items), nextCursor: page.nextCursor };
  }

  /**
   * The surrogate keys of all stations that a filter means, in the order of their identities.
   * @param stationIds only these. @throws UnknownError `station-unknown` for one that is not registered
   */
  async idsOf(filter: StationFilter, stationIds?: readonly string[]): Promise<string[]> {
    const query = this.listed(filter);
    if (stationIds) {
      await this.assertKnown(stationIds);
      query.andWhere('s.stationKey = ANY(:keys)', { keys: stationIds.map(stationKey) });
    }
    const rows = await query.select('s.id', 'id').orderBy('s.stationKey').getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  /** @throws UnknownError `station-unknown` */
  async read(stationId: string): Promise<StationDetailView> {
    const row = isPossibleStationId(stationId)
      ? await this.dataSource
          .getRepository(Station)
          .findOneBy({ stationKey: stationKey(stationId), archivedAt: IsNull() })
      : null;
    if (!row) throw stationUnknown(stationId);
    const [view] = await this.toViews([row]);
    return { ...view!, deviations: await this.deviationsOf(row.id) };
  }

  private async assertKnown(stationIds: readonly string[]): Promise<void> {
    const possible = stationIds.filter(isPossibleStationId);
    const rows = await this.dataSource.getRepository(Station).find({
      select: { stationKey: true },
      where: { stationKey: In(possible.map(stationKey)), archivedAt: IsNull() },
    });
    const known = new Set(rows.map(({ stationKey: key }) => key));
    const unknown = stationIds.find((stationId) => !known.has(stationKey(stationId)));
    if (unknown !== undefined) throw stationUnknown(unknown);
  }

  private listed(filter: StationFilter): SelectQueryBuilder<Station> {
    return narrow(this.dataSource.getRepository(Station).createQueryBuilder('s').where('s.archivedAt IS NULL'), filter);
  }

  private async toViews(rows: Station[]): Promise<StationView[]> {
    if (rows.length === 0) return [];
    const connectors = await this.dataSource.getRepository(Connector).find({
      where: { stationId: In(rows.map(({ id }) => id)) },
      order: { evseId: 'ASC', connectorId: 'ASC' },
    });
    const byStation = new Map<string, Connector[]>(rows.map(({ id }) => [id, []]));
    for (const connector of connectors) byStation.get(connector.stationId)!.push(connector);
    const reservations = await this.reservations.openAt(rows.map(({ id }) => id));
    return rows.map((row) =>
      toStationView(row, {
        connectors: byStation.get(row.id)!,
        reservations: reservations.get(row.id) ?? [],
        lastSeenAt: this.pulse.lastSeen(row.id),
        defaultHeartbeatSeconds: this.config.ocpp.heartbeatIntervalSeconds,
      }),
    );
  }

  private async deviationsOf(stationUuid: string): Promise<DeviationView[]> {
    await this.ruleCounts.flushed();
    const rows = await this.dataSource
      .getRepository(RuleCount)
      .find({ where: { stationId: stationUuid }, order: { count: 'DESC', rule: 'ASC' } });
    return rows.map(({ rule, count, lastAt }) => ({ rule, count: Number(count), lastAt }));
  }
}
