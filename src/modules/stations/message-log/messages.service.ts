import { Injectable } from '@nestjs/common';
import { Between, DataSource, In } from 'typeorm';
import { decodeCursor, isTime, pageOf } from '../../../common/pagination.js';
import { isUuid } from '../../../common/uuid.js';
import type { MessagePage, MessageQuery, MessageView } from '../dto/message.dto.js';
import { OcppMessage } from '../entities/ocpp-message.entity.js';
import { StationsService } from '../stations.service.js';
import { MessageLogWriter } from './message-log-writer.js';
import { toMessageView } from './message-view.js';

/** Shows the log of raw messages. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stations: StationsService,
    private readonly log: MessageLogWriter,
  ) {}

  /** Messages of a station, newest first. @throws UnknownError `station-unknown` */
  async list(stationId: string, { limit, cursor, direction, action }: MessageQuery): Promise<MessagePage> {
    const { id } = await this.stations.byStationId(stationId);
    await this.log.flushed();
    const places = await this.places(id, { limit, cursor, direction, action });
    const rows = places.length === 0 ? [] : await this.at(id, places);
    const page = pageOf(rows, limit, (row) => [row.receivedAt.toISOString(), row.id]);
    return { items: page.items.map(toMessageView), nextCursor: page.nextCursor };
  }

  /** What a station sent of one action, oldest first. */
  async between(
    stationUuid: string,
    action: string,
    { from, to }: { readonly from: Date; readonly to: Date },
    limit: number,
  ): Promise<MessageView[]> {
    await this.log.flushed();
    const rows = await this.dataSource.getRepository(OcppMessage).find({
      where: { stationId: stationUuid, receivedAt: Between(from, to), direction: 'from-station', action },
      order: { receivedAt: 'ASC', id: 'ASC' },
      take: limit,
    });
    return rows.map(toMessageView);
  }

  /** Where the messages stand. An index alone tells that, also for an action that is rare among very many. */
  private places(
    stationUuid: string,
    { limit, cursor, direction, action }: MessageQuery,
  ): Promise<Pick<OcppMessage, 'id' | 'receivedAt'>[]> {
    const conditions = ['station_id = $1'];
    const values: unknown[] = [stationUuid];
    if (direction) conditions.push(`direction = $${values.push(direction)}`);
    if (action !== undefined) conditions.push(`action = $${values.push(action)}`);
    const [time, before] = decodeCursor(cursor, isTime, isUuid) ?? [];
    if (before !== undefined) conditions.push(`(received_at, id) < ($${values.push(time)}, $${values.push(before)})`);
    return this.dataSource.query(
      `SELECT id, received_at AS "receivedAt" FROM ocpp_messages WHERE ${conditions.join(' AND ')}
       ORDER BY received_at DESC, id DESC LIMIT ${limit + 1}`,
      values,
    );
  }

  private at(stationUuid: string, places: Pick<OcppMessage, 'id' | 'receivedAt'>[]): Promise<OcppMessage[]> {
    return this.dataSource.getRepository(OcppMessage).find({
      where: {
        stationId: stationUuid,
        receivedAt: In(places.map(({ receivedAt }) => receivedAt)),
        id: In(places.map(({ id }) => id)),
      },
      order: { receivedAt: 'DESC', id: 'DESC' },
    });
  }
}
