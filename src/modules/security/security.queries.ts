import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, isTime, type PageQuery, pageOf } from '../../common/pagination.js';
import { isUuid } from '../../common/uuid.js';
import { StationsService } from '../stations/index.js';
import type { CertificateRequestPage, CertificateRequestView } from './dto/certificate-request.dto.js';
import type { SecurityEventPage, SecurityEventQuery, SecurityEventView } from './dto/security-event.dto.js';
import { CertificateRequest } from './entities/certificate-request.entity.js';

const EVENT = `e.id, s.station_id AS "stationId", e.type, e.critical, e.timestamp,
  e.station_timestamp AS "stationTimestamp", e.tech_info AS "techInfo", e.received_at AS "receivedAt"`;

const toView = ({
  id,
  csr,
  certificateType,
  status,
  count,
  firstAt,
  lastAt,
}: CertificateRequest): CertificateRequestView => ({ id, csr, certificateType, status, count, firstAt, lastAt });

/** Lists what stations said about their security. */
@Injectable()
export class SecurityQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stations: StationsService,
  ) {}

  /** Events of all stations or of one, those received last first. @throws UnknownError `station-unknown` */
  async events({ limit, cursor, stationId, ...filter }: SecurityEventQuery): Promise<SecurityEventPage> {
    const conditions = ['true'];
    const values: unknown[] = [];
    const where = (condition: (place: string) => string, value: unknown): void =>
      void (value === undefined || conditions.push(condition(`$${values.push(value)}`)));
    const station = stationId === undefined ? undefined : await this.stations.byStationId(stationId);
    where((place) => `e.station_id = ${place}`, station?.id);
    where((place) => `lower(e.type) = lower(${place})`, filter.type);
    where((place) => `e.critical = ${place}`, filter.critical && filter.critical === 'true');
    where((place) => `e.received_at >= ${place}`, filter.from);
    where((place) => `e.received_at < ${place}`, filter.to);
    const [time, before] = decodeCursor(cursor, isTime, isUuid) ?? [];
    if (before !== undefined)
      conditions.push(`(e.received_at, e.id) < ($${values.push(time)}, $${values.push(before)})`);
    const rows = await this.dataSource.query<SecurityEventView[]>(
      `SELECT ${EVENT} FROM security_events e JOIN stations s ON s.id = e.station_id
       WHERE ${conditions.join(' AND ')} ORDER BY e.received_at DESC, e.id DESC LIMIT ${limit + 1}`,
      values,
    );
    return pageOf(rows, limit, (row) => [row.receivedAt.toISOString(), row.id]);
  }

  /** Certificates that a station asked to be signed, the latest first. @throws UnknownError `station-unknown` */
  async certificateRequests(stationId: string, { limit, cursor }: PageQuery): Promise<CertificateRequestPage> {
    const { id } = await this.stations.byStationId(stationId);
    const query = this.dataSource
      .getRepository(CertificateRequest)
      .createQueryBuilder('r')
      .where('r.stationId = :id', { id });
    const [time, before] = decodeCursor(cursor, isTime, isUuid) ?? [];
    if (before !== undefined) query.andWhere('(r.lastAt, r.id) < (:time, :before)', { time, before });
    const rows = await query
      .orderBy('r.lastAt', 'DESC')
      .addOrderBy('r.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.lastAt.toISOString(), row.id]);
    return { items: items.map(toView), nextCursor };
  }
}
