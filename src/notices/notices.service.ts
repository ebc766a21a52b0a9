import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, pageOf } from '../common/pagination.js';
import { isUuid } from '../common/uuid.js';
import { type StationRef, StationsService } from '../modules/stations/index.js';
import type { CallContext, OcppVersion } from '../ocpp/index.js';
import type { NoticePage, NoticeQuery, NoticeView } from './dto/notice.dto.js';
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

  /** Resolves when it is stored; a repeated message counts once. */
  keep(notice: NewNotice, context: CallContext): Promise<void> {
    return this.writer.keep(notice, context);
  }

  /** Of one station, newest first. @throws UnknownError `station-unknown` */
  async ofStation(stationId: string, kinds: readonly string[], query: NoticeQuery): Promise<NoticePage> {
    const { evseId, requestId, from, to, limit, cursor } = query;
    const station = await this.stations.byStationId(stationId);
    const select = this.dataSource
      .getRepository(StationNotice)
      .createQueryBuilder('n')
      .where('n.stationId = :id AND n.kind IN (:...kinds)', { id: station.id, kinds });
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
    return { items: items.map((row) => toView(row, station)), nextCursor };
  }

  /** The latest of each EVSE and subject, newest first. @throws UnknownError `station-unknown` */
  async latest(stationId: string, kinds: readonly string[]): Promise<NoticeView[]> {
    const station = await this.stations.byStationId(stationId);
    const rows = await this.dataSource
      .getRepository(StationNotice)
      .createQueryBuilder('n')
      .distinctOn(['n.evseId', 'n.subject'])
      .where('n.stationId = :id AND n.kind IN (:...kinds)', { id: station.id, kinds })
      .orderBy('n.evseId')
      .addOrderBy('n.subject')
      .addOrderBy('n.id', 'DESC')
      .getMany();
    return rows.sort((a, b) => (a.id < b.id ? 1 : -1)).map((row) => toView(row, station));
  }
}

const toView = (row: StationNotice, { stationId }: StationRef): NoticeView => {
  const { id, kind, ocppVersion, evseId, requestId, seqNo, content, answer, receivedAt } = row;
  return {
    id,
    stationId,
    kind,
    ocppVersion: ocppVersion as OcppVersion,
    evseId,
    requestId,
    seqNo,
    content,
    answer,
    receivedAt,
  };
};
