import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { decodeCursor, type Page, pageOf } from '../../common/pagination.js';
import { UnknownError } from '../../common/problems.js';
import { isUuid } from '../../common/uuid.js';
import { visibleTokenKeysOf } from '../authorization/index.js';
import { type OpenReservationView, StationReservations } from '../stations/index.js';
import type {
  ReservationDetailView,
  ReservationQuery,
  ReservationView,
  ReservedTokenView,
} from './dto/reservation.dto.js';
import { ReservationChange } from './entities/reservation-change.entity.js';
import { Reservation, type ReservedToken } from './entities/reservation.entity.js';
import { isOpen, OPEN_STATES, type ReservationReason } from './reservation-states.js';

/** What is noted of a reservation that a person should look at. */
const FLAGS: readonly ReservationReason[] = ['named-by-other-token', 'other-token-charges', 'cancel-rejected'];

interface Beside {
  readonly station_name: string;
  readonly flags: string[];
}

/** What operators read of reservations. */
@Injectable()
export class ReservationQueries extends StationReservations {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  /** Newest first. */
  async list(query: ReservationQuery): Promise<Page<ReservationView>> {
    const { stationId, state, open, token, reservationId, transactionId, limit, cursor } = query;
    const select = this.select().where('TRUE');
    if (stationId !== undefined) select.andWhere('s.station_key = :key', { key: stationId.toLowerCase() });
    if (state) select.andWhere('r.state = :state', { state });
    if (open !== undefined) select.andWhere(`r.state ${open ? '' : 'NOT '}IN (:...open)`, { open: OPEN_STATES });
    if (token !== undefined) select.andWhere('r.tokenKey IN (:...keys)', { keys: visibleTokenKeysOf(token) });
    if (reservationId !== undefined) select.andWhere('r.reservationId = :reservationId', { reservationId });
    if (transactionId !== undefined) select.andWhere('r.transactionId = :transactionId', { transactionId });
    const [before] = decodeCursor(cursor, isUuid) ?? [];
    if (before !== undefined) select.andWhere('r.id < :before', { before });
    return pageOf(await this.views(select.orderBy('r.id', 'DESC').limit(limit + 1)), limit, ({ id }) => [id]);
  }

  /** @throws UnknownError `reservation-unknown` */
  async view(id: string): Promise<ReservationView> {
    const [view] = isUuid(id) ? await this.views(this.select().where('r.id = :id', { id })) : [];
    if (!view) throw new UnknownError('reservation', id, 'GET /reservations lists them, with their ids.');
    return view;
  }

  /** The same with its history. @throws UnknownError `reservation-unknown` */
  async read(id: string): Promise<ReservationDetailView> {
    const view = await this.view(id);
    const changes = await this.dataSource
      .getRepository(ReservationChange)
      .find({ where: { reservation: id }, order: { id: 'ASC' } });
    const history = changes.map(({ at, fromState: from, toState: to, reason, commandId, transactionId, said }) => {
      return { at, from, to, reason, commandId, transactionId, said };
    });
    return { ...view, history };
  }

  async openAt(stationUuids: readonly string[]): Promise<Map<string, OpenReservationView[]>> {
    const rows = await this.dataSource
      .getRepository(Reservation)
      .createQueryBuilder('r')
      .where('r.stationId IN (:...stationUuids)', { stationUuids })
      .andWhere('r.state IN (:...open)', { open: OPEN_STATES })
      .orderBy('r.id')
      .getMany();
    const found = new Map<string, OpenReservationView[]>();
    for (const { stationId, id, reservationId, evseId, state, expiresAt } of rows) {
      if (!isOpen(state)) continue;
      found.set(stationId, [...(found.get(stationId) ?? []), { id, reservationId, evseId, state, expiresAt }]);
    }
    return found;
  }

  private select(): SelectQueryBuilder<Reservation> {
    return this.dataSource
      .getRepository(Reservation)
      .createQueryBuilder('r')
      .innerJoin('stations', 's', 's.id = r.station_id')
      .addSelect('s.station_id', 'station_name')
      .addSelect(
        `ARRAY(SELECT DISTINCT n.reason FROM reservation_changes n
          WHERE n.reservation = r.id AND n.reason IN (${FLAGS.map((flag) => `'${flag}'`).join(', ')}) ORDER BY n.reason)`,
        'flags',
      );
  }

  private async views(query: SelectQueryBuilder<Reservation>): Promise<ReservationView[]> {
    const { entities, raw } = await query.getRawAndEntities<Beside>();
    return entities.map((row, i) => toView(row, raw[i]!));
  }
}

function toView(row: Reservation, { station_name, flags }: Beside): ReservationView {
  return {
    id: row.id,
    reservationId: row.reservationId,
    stationId: station_name,
    evseId: row.evseId,
    connectorId: row.connectorId,
    connectorType: row.connectorType,
    idToken: toToken(row.idToken),
    groupIdToken: row.groupIdToken && toToken(row.groupIdToken),
    expiresAt: row.expiresAt,
    state: row.state,
    reason: row.reason,
    status: row.status,
    ocppVersion: row.ocppVersion,
    commandId: row.commandId,
    cancelCommandId: row.cancelCommandId,
    transactionId: row.transactionId,
    replaces: row.replaces,
    flags,
    createdAt: row.createdAt,
    activeAt: row.activeAt,
    endedAt: row.endedAt,
    updatedAt: row.updatedAt,
  };
}

const toToken = ({ idToken: value, type, additionalInfo }: ReservedToken): ReservedTokenView => ({
  value,
  type,
  additionalInfo: additionalInfo ?? null,
});
