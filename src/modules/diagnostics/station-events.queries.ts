import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, isTime, pageOf } from '../../common/pagination.js';
import { isUuid } from '../../common/uuid.js';
import { StationsService } from '../stations/index.js';
import type { AlarmsQuery, StationAlarmPage, StationAlarmView } from './dto/station-alarm.dto.js';
import type { StationEventPage, StationEventQuery } from './dto/station-event.dto.js';
import { StationEvent } from './entities/station-event.entity.js';

const ALARM = `a.id, s.station_id AS "stationId", a.opened_at AS "openedAt", a.cleared_at AS "clearedAt",
  a.last_cleared_at AS "lastClearedAt", a.last_at AS "lastAt", a.last_event_id AS "lastEventId", a.content AS event`;

/** What operators read of events and alarms. */
@Injectable()
export class StationEventsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stations: StationsService,
  ) {}

  /** Events of a station, those received last first. @throws UnknownError `station-unknown` */
  async events(stationId: string, query: StationEventQuery): Promise<StationEventPage> {
    const { component, variable, evseId, trigger, from, to, limit, cursor } = query;
    const { id } = await this.stations.byStationId(stationId);
    const select = this.dataSource
      .getRepository(StationEvent)
      .createQueryBuilder('e')
      .where('e.stationId = :id', { id });
    if (component !== undefined) select.andWhere('lower(e.component) = lower(:component)', { component });
    if (variable !== undefined) select.andWhere('lower(e.variable) = lower(:variable)', { variable });
    if (evseId !== undefined) select.andWhere('e.evseId = :evseId', { evseId });
    if (trigger !== undefined) select.andWhere('e.trigger = :trigger', { trigger });
    if (from) select.andWhere('e.occurredAt >= :from', { from });
    if (to) select.andWhere('e.occurredAt < :to', { to });
    const [before] = decodeCursor(cursor, isUuid) ?? [];
    if (before !== undefined) select.andWhere('e.id < :before', { before });
    const rows = await select
      .orderBy('e.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = pageOf(rows, limit, (row) => [row.id]);
    const items = page.items.map(({ id: event, occurredAt, content, message, receivedAt }) => {
      return { id: event, timestamp: occurredAt, event: content, message, receivedAt };
    });
    return { items, nextCursor: page.nextCursor };
  }

  /** Alarms of all stations or of one, the latest change first. @throws UnknownError `station-unknown` */
  async alarms({ stationId, open, limit, cursor }: AlarmsQuery): Promise<StationAlarmPage> {
    const conditions = ['true'];
    const values: unknown[] = [];
    if (stationId !== undefined) {
      const { id } = await this.stations.byStationId(stationId);
      conditions.push(`a.station_id = $${values.push(id)}`);
    }
    if (open !== undefined) conditions.push(`a.cleared_at IS ${open ? '' : 'NOT '}NULL`);
    const [time, before] = decodeCursor(cursor, isTime, isUuid) ?? [];
    if (before !== undefined) conditions.push(`(a.last_at, a.id) < ($${values.push(time)}, $${values.push(before)})`);
    const rows = await this.dataSource.query<StationAlarmView[]>(
      `SELECT ${ALARM} FROM station_alarms a JOIN stations s ON s.id = a.station_id
       WHERE ${conditions.join(' AND ')} ORDER BY a.last_at DESC, a.id DESC LIMIT ${limit + 1}`,
      values,
    );
    return pageOf(rows, limit, ({ lastAt, id }) => [lastAt.toISOString(), id]);
  }
}
