import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, pageOf } from '../../common/pagination.js';
import { isUuid } from '../../common/uuid.js';
import { type NoticePage, type NoticesQuery, StationNotices } from '../../notices/index.js';
import type { CallContext } from '../../ocpp/index.js';
import { StationsService } from '../stations/index.js';
import type { SecurityEventPage, SecurityEventsQuery } from './dto/security-event.dto.js';
import { SecurityEvent } from './entities/security-event.entity.js';
import { type ReportedSecurityEvent, SecurityEvents } from './security-events.js';

const SIGNING = ['SignCertificate'];

/** What became of a request for a certificate. */
export interface SigningDecision {
  readonly status: 'Rejected';
  readonly statusInfo: { readonly reasonCode: string; readonly additionalInfo: string };
}

/** Functional block A: what concerns the security of stations. */
@Injectable()
export class SecurityService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stations: StationsService,
    private readonly events: SecurityEvents,
    private readonly notices: StationNotices,
  ) {}

  /** Resolves when the event is stored. [OCPP 2.0.1 A04.FR.03] */
  record(event: ReportedSecurityEvent, context: CallContext): Promise<void> {
    return this.events.record(event, context);
  }

  /** Declines, because there is no certificate authority; the request is kept. [OCPP 2.0.1 A02.FR.12] */
  async sign(request: object, context: CallContext): Promise<SigningDecision> {
    const statusInfo = { reasonCode: 'UnsupportedRequest', additionalInfo: 'There is no certificate authority' };
    const decision: SigningDecision = { status: 'Rejected', statusInfo };
    await this.notices.keep({ kind: 'SignCertificate', content: request, answer: decision }, context);
    return decision;
  }

  /** @throws UnknownError `station-unknown` */
  async ofStation(stationId: string, query: SecurityEventsQuery): Promise<SecurityEventPage> {
    const { stationId: registered } = await this.stations.byStationId(stationId);
    return this.list({ ...query, stationId: registered });
  }

  /** Newest first, in the order in which they came. */
  async list(query: SecurityEventsQuery): Promise<SecurityEventPage> {
    const { stationId, type, critical, from, to, limit, cursor } = query;
    const select = this.dataSource.getRepository(SecurityEvent).createQueryBuilder('e').where('TRUE');
    if (stationId !== undefined) {
      const key = stationId.toLowerCase();
      select.andWhere('e.station_id IN (SELECT id FROM stations WHERE station_key = :key)', { key });
    }
    if (type !== undefined) select.andWhere('lower(e.type) = :type', { type: type.toLowerCase() });
    if (critical !== undefined) select.andWhere('e.critical = :critical', { critical });
    if (from) select.andWhere('e.occurredAt >= :from', { from });
    if (to) select.andWhere('e.occurredAt < :to', { to });
    const [before] = decodeCursor(cursor, isUuid) ?? [];
    if (before !== undefined) select.andWhere('e.id < :before', { before });
    const rows = await select
      .orderBy('e.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = pageOf(rows, limit, ({ id }) => [id]);
    const names = await this.stations.stationIdsOf([...new Set(page.items.map((row) => row.stationId))]);
    const items = page.items.map(({ naturalKey: _, stationId: uuid, occurredAt: timestamp, ...row }) => {
      return { ...row, timestamp, stationId: names.get(uuid)! };
    });
    return { items, nextCursor: page.nextCursor };
  }

  /** @throws UnknownError `station-unknown` */
  signingRequestsOf(stationId: string, query: NoticesQuery): Promise<NoticePage> {
    return this.notices.ofStation(stationId, SIGNING, query);
  }
}
