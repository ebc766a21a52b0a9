import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, isTime, pageOf } from '../../../common/pagination.js';
import { isUuid } from '../../../common/uuid.js';
import type { MessagePage, MessageQuery } from '../dto/message.dto.js';
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
    const query = this.dataSource.getRepository(OcppMessage).createQueryBuilder('m').where('m.stationId = :id', { id });
    if (direction) query.andWhere('m.direction = :direction', { direction });
    if (action !== undefined) query.andWhere('m.action = :action', { action });
    const [time, before] = decodeCursor(cursor, isTime, isUuid) ?? [];
    if (before !== undefined) query.andWhere('(m.receivedAt, m.id) < (:time, :before)', { time, before });
    const rows = await query
      .orderBy('m.receivedAt', 'DESC')
      .addOrderBy('m.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = pageOf(rows, limit, (row) => [row.receivedAt.toISOString(), row.id]);
    return { items: page.items.map(toMessageView), nextCursor: page.nextCursor };
  }
}
