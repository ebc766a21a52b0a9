import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { uuidv7 } from '../../common/uuid.js';
import { Reservation } from './entities/reservation.entity.js';
import { ReservationChange } from './entities/reservation-change.entity.js';
import { canFollow, isOpen, OPEN_STATES, type ReservationReason, type ReservationState } from './reservation-states.js';

/** Something that is known about a reservation from now on. */
export interface Step {
  /** What it becomes; the same state again is a mere note. */
  readonly to: ReservationState;
  readonly reason: ReservationReason;
  readonly commandId?: string;
  readonly transactionId?: string;
  /** What the station said, as it came. */
  readonly said?: object;
  /** What the station answered to ReserveNow, and in which version it was asked. */
  readonly answer?: Pick<Reservation, 'status' | 'ocppVersion'>;
  /** When it came to be, where that was before now. */
  readonly at?: Date;
}

export type NewReservation = Omit<
  Reservation,
  | 'state'
  | 'reason'
  | 'status'
  | 'ocppVersion'
  | 'cancelCommandId'
  | 'transactionId'
  | 'activeAt'
  | 'reservedSeenAt'
  | 'endedAt'
  | 'updatedAt'
>;

/** The rows of reservations. Every change of state goes through the table of transitions and into the history. */
@Injectable()
export class ReservationStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  private get reservations() {
    return this.dataSource.getRepository(Reservation);
  }

  /** [OCPP 2.0.1 H01] unique per station; here even across stations */
  async nextNumber(): Promise<number> {
    const [{ id }] = (await this.dataSource.query(`SELECT nextval('reservation_ids')::int AS id`)) as [{ id: number }];
    return id;
  }

  async add(reservation: NewReservation): Promise<void> {
    const { id, createdAt, commandId } = reservation;
    await this.dataSource.transaction(async (manager) => {
      await manager.insert(Reservation, { ...reservation, state: 'requested', reason: 'asked', updatedAt: createdAt });
      const change = {
        id: uuidv7(createdAt.getTime()),
        reservation: id,
        fromState: null,
        toState: 'requested',
      } as const;
      await manager.insert(ReservationChange, { ...change, reason: 'asked', commandId, at: createdAt });
    });
  }

  /** Takes back what was never asked of the station. */
  async withdraw(id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.delete(ReservationChange, { reservation: id });
      await manager.delete(Reservation, { id });
    });
  }

  find(id: string): Promise<Reservation | null> {
    return this.reservations.findOneBy({ id });
  }

  /** The one that a command asked for, or asked to give up. */
  async byCommand(commandId: string): Promise<string | undefined> {
    const found = await this.reservations.findOne({ where: [{ commandId }, { cancelCommandId: commandId }] });
    return found?.id;
  }

  /** The one that a station means by a number: of several, one that it may hold, else the newest. */
  async byNumber(stationUuid: string, reservationId: number): Promise<Reservation | undefined> {
    const rows = await this.reservations.find({
      where: { stationId: stationUuid, reservationId },
      order: { id: 'DESC' },
    });
    return rows.find(({ state }) => state === 'active') ?? rows.find(({ state }) => isOpen(state)) ?? rows[0];
  }

  /** Those that a station may hold; of one station, or of all. */
  open(stationUuid?: string): Promise<Reservation[]> {
    const state = In([...OPEN_STATES]);
    const where = stationUuid === undefined ? { state } : { state, stationId: stationUuid };
    return this.reservations.find({ where, order: { id: 'ASC' } });
  }

  async openOfArchived(): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT r.id FROM reservations r JOIN stations s ON s.id = r.station_id
       WHERE r.state IN ('requested', 'unknown', 'active') AND s.archived_at IS NOT NULL`,
    );
    return rows.map(({ id }) => id);
  }

  async asksToCancel(id: string, commandId: string | null): Promise<void> {
    await this.reservations.update({ id }, { cancelCommandId: commandId });
  }

  /** Whether a command has led to something already. */
  hasNoted(reservation: string, commandId: string): Promise<boolean> {
    return this.dataSource.getRepository(ReservationChange).existsBy({ reservation, commandId });
  }

  /** Notes that the station showed the EVSE as Reserved; the first time stays. */
  async seenReserved(id: string, at: Date): Promise<void> {
    await this.reservations.update({ id, reservedSeenAt: IsNull() }, { reservedSeenAt: at });
  }

  /**
   * Takes a step, or notes why it cannot be taken. A step that was taken or noted before counts once.
   * @returns what the reservation is now
   */
  take(id: string, step: Step): Promise<Reservation | undefined> {
    return this.dataSource.transaction((manager) => this.takeIn(manager, id, step));
  }

  private async takeIn(manager: EntityManager, id: string, step: Step): Promise<Reservation | undefined> {
    const row = await manager.findOne(Reservation, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) return undefined;
    const { to, reason, transactionId } = step;
    const from = row.state;
    const moves = canFollow(from, to);
    if (moves) {
      const now = this.clock.now();
      Object.assign(row, {
        state: to,
        reason,
        updatedAt: now,
        ...step.answer,
        ...(to === 'active' && { activeAt: step.at ?? now, endedAt: null }),
        ...(to === 'used' && { transactionId: transactionId ?? null }),
        ...(!isOpen(to) && { endedAt: now }),
      } satisfies Partial<Reservation>);
      await manager.save(row);
    }
    await this.note(manager, row.id, from, moves ? to : from, step);
    if (moves && to === 'active' && row.replaces) {
      await this.takeIn(manager, row.replaces, {
        to: 'replaced',
        reason: 'replaced-by-other',
        commandId: row.commandId,
      });
    }
    return row;
  }

  private async note(
    manager: EntityManager,
    reservation: string,
    fromState: ReservationState,
    toState: ReservationState,
    { reason, commandId, transactionId, said }: Step,
  ): Promise<void> {
    const at = this.clock.now();
    await manager.query(
      `INSERT INTO reservation_changes (id, reservation, from_state, to_state, reason, command_id, transaction_id, said, at)
       SELECT $1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::uuid, $7::uuid, $8::json, $9::timestamptz
       WHERE $3 <> $4 OR NOT EXISTS (
         SELECT FROM reservation_changes WHERE reservation = $2 AND reason = $5
           AND command_id IS NOT DISTINCT FROM $6::uuid AND transaction_id IS NOT DISTINCT FROM $7::uuid
           AND said::text IS NOT DISTINCT FROM $8::text)`,
      [
        uuidv7(at.getTime()),
        reservation,
        fromState,
        toState,
        reason,
        commandId ?? null,
        transactionId ?? null,
        said === undefined ? null : JSON.stringify(said),
        at,
      ],
    );
  }
}
