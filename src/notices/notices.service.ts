import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, pageOf } from '../common/pagination.js';
import { isUuid } from '../common/uuid.js';
import { StationsService } from '../modules/stations/index.js';
import type { CallContext, OcppVersion } from '../ocpp/index.js';
import type { NoticePage, NoticesQuery, NoticeView } from './dto/notice.dto.js';
import { StationNotice } from './entities/station-notice.entity.js';
import { type NewNotice, NoticeWriter } from './notice-writer.js';

/** What stations told that is kept as they said it: reports in parts, limits, needs, requests that are declined. */
@Injectable()
export class StationNotices {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stations: StationsService,
    private readonly writer: NoticeWriter,
  ) {}

  /** Resolves when it is stored; an equal message within the hour counts once. */
  keep(notice: NewNotice, context: CallContext): Promise<void> {
    return this.writer.keep(notice, context);
  }

  /** Of one station, newest first. @throws UnknownError `station-unknown` */
  async ofStation(stationId: string, kinds: readonly string[], query: NoticesQuery): Promise<NoticePage> {
    const { stationId: registered } = await this.stations.byStationId(stationId);
    return this.list(kinds, { ...query, stationId: registered });
  }

  /** Of all stations or the one of the query, newest first. */
  async list(kinds: readonly string[], query: NoticesQuery): Promise<NoticePage> {
    const { stationId, evseId, requestId, from, to, limit, cursor } = query;
    const select = this.dataSource
      .getRepository(StationNotice)
      .createQueryBuilder('n')
      .where('n.kind IN (:...kinds)', { kinds });
    if (stationId !== undefined) {
      const key = stationId.toLowerCase();
      select.andWhere('n.station_id IN (SELECT id FROM stations WHERE station_key = :key)', { key });
    }
    if (evseId !== undefined) select.andWhere('n.evseId = :evseId', { evseId });
    if (requestId !== undefined) select.andWhere('n.requestId = :requestId', { requestId });
    if (from) select.andWhere('n.receivedAt >= :from', { from });
    if (to) select.andWhere('n.receivedAt < :to', { to });
    const [before] = decodeCursor(cursor, isUuid) ?? [];
    if (before !== undefined) select.andWhere('n.id < :before', { before });
    const rows = await select
      .orderBy('n.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
    return { items: await this.views(items), nextCursor };
  }

  /** The latest of each EVSE and subject, newest first. @throws UnknownError `station-unknown` */
  async latest(stationId: string, kinds: readonly string[]): Promise<NoticeView[]> {
    const { id } = await this.stations.byStationId(stationId);
    const rows = await this.dataSource
      .getRepository(StationNotice)
      .createQueryBuilder('n')
      .distinctOn(['n.evseId', 'n.subject'])
      .where('n.stationId = :id AND n.kind IN (:...kinds)', { id, kinds })
      .orderBy('n.evseId')
      .addOrderBy('n.subject')
      .addOrderBy('n.id', 'DESC')
      .getMany();
    return this.views(rows.sort((a, b) => (a.id < b.id ? 1 : -1)));
  }

  private async views(rows: readonly StationNotice[]): Promise<NoticeView[]> {
    const names = await this.stations.stationIdsOf([...new Set(rows.map(({ stationId }) => stationId))]);
    return rows.map(({ id, stationId, kind, ocppVersion, evseId, requestId, seqNo, content, answer, receivedAt }) => ({
      id,
      stationId: names.get(stationId)!,
      kind,
      ocppVersion: ocppVersion as OcppVersion,
      evseId,
      requestId,
      seqNo,
      content,
      answer,
      receivedAt,
    }));
  }
}
