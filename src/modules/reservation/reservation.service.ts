import { Injectable, Logger } from '@nestjs/common';
import { type CommandRequest, CommandsService, type CommandView } from '../../commands/index.js';
import { Clock } from '../../common/clock.js';
import { ProblemError, ValidationFailedError } from '../../common/problems.js';
import { uuidv7 } from '../../common/uuid.js';
import { AuthorizationService, tokenKeyOf } from '../authorization/index.js';
import type { StartToken } from '../remote-control/index.js';
import { StationsService } from '../stations/index.js';
import type { ReservationCommandView, ReserveDto } from './dto/reservation.dto.js';
import type { Reservation, ReservedToken } from './entities/reservation.entity.js';
import { ReservationQueries } from './reservation.queries.js';
import { CancelReservation, ReserveNow } from './reservation.commands.js';
import { isOpen } from './reservation-states.js';
import { ReservationStore } from './reservation.store.js';
import { ReservationWatch } from './reservation-watch.js';
import { ReservationSettling } from './reservation-settling.js';

/** What a station says about a reservation by itself. */
export interface ToldReservation {
  readonly reservationId: number;
  readonly status: 'Expired' | 'Removed';
  /** The whole payload, as it came. */
  readonly said: object;
}

/** Functional block H: EVSEs that are held free for somebody. */
@Injectable()
export class ReservationService {
  private readonly logger = new Logger(ReservationService.name);

  constructor(
    private readonly commands: CommandsService,
    private readonly stations: StationsService,
    private readonly authorization: AuthorizationService,
    private readonly store: ReservationStore,
    private readonly settling: ReservationSettling,
    private readonly queries: ReservationQueries,
    private readonly watch: ReservationWatch,
    private readonly clock: Clock,
  ) {}

  /**
   * H01: asks a station to hold an EVSE free. Problems: see CommandsService.
   * @throws UnknownError `station-unknown`, `reservation-unknown`; ProblemError 409 `reservation-ended` for one that is
   * to be replaced
   */
  async reserve(stationId: string, request: ReserveDto, asked: CommandRequest): Promise<ReservationCommandView> {
    const earlier = await this.commands.earlier(asked);
    if (earlier) return this.withReservation(earlier);
    const expiresAt = new Date(request.expiresAt);
    this.assertSensible(request, expiresAt);
    const station = await this.stations.byStationId(stationId);
    const replaced = request.replaces === undefined ? undefined : await this.open(request.replaces, station.id);
    const { idToken, groupIdToken, evseId, connectorId, connectorType } = request;
    const ownGroupId = groupIdToken === undefined ? await this.authorization.groupOf(idToken) : undefined;
    const group = groupIdToken ?? (ownGroupId === undefined ? undefined : { value: ownGroupId, type: 'Central' });
    const reservationId = replaced?.reservationId ?? (await this.store.nextNumber());
    const createdAt = this.clock.now();
    const [id, commandId] = [uuidv7(createdAt.getTime()), uuidv7(createdAt.getTime())];
    await this.store.add({
      id,
      commandId,
      stationId: station.id,
      reservationId,
      evseId: evseId ?? null,
      connectorId: connectorId ?? null,
      connectorType: connectorType ?? null,
      idToken: toKept(idToken),
      tokenKey: tokenKeyOf({ value: toKept(idToken).idToken, type: idToken.type }),
      groupIdToken: group ? toKept(group) : null,
      expiresAt,
      replaces: replaced?.id ?? null,
      createdAt,
    });
    this.watch.follow(station.id);
    const explicit = groupIdToken ?? undefined;
    const input = { reservationId, idToken, groupIdToken: explicit, ownGroupId, expiresAt, evseId, connectorId };
    const command = await this.commands
      .execute(station, ReserveNow, { ...input, connectorType }, asked, { commandId })
      .catch((error: unknown) => this.afterFailure(id, error));
    // the same request came a moment earlier and took the key
    if (command.commandId !== commandId) await this.store.withdraw(id);
    else await this.settling.settle(id);
    return this.withReservation(command);
  }

  /**
   * H02: asks the station to give a reservation up. Problems: see CommandsService.
   * @throws UnknownError `reservation-unknown`; ProblemError 409 `reservation-ended`
   */
  async cancel(id: string, asked: CommandRequest): Promise<ReservationCommandView> {
    const earlier = await this.commands.earlier(asked);
    if (earlier) return { ...earlier, reservation: await this.queries.view(id) };
    const { stationId: stationUuid, reservationId, cancelCommandId } = await this.open(id);
    const { stationId } = await this.queries.view(id);
    const commandId = uuidv7(this.clock.now().getTime());
    await this.store.asksToCancel(id, commandId);
    const station = { id: stationUuid, stationId };
    try {
      const command = await this.commands.execute(station, CancelReservation, { reservationId }, asked, { commandId });
      // the same request came a moment earlier and took the key
      if (command.commandId !== commandId) await this.store.asksToCancel(id, command.commandId);
      await this.settling.settleCancel(id);
      return { ...command, reservation: await this.queries.view(id) };
    } catch (error) {
      // what was never recorded was never asked
      await this.commands.find(commandId).catch(() => this.store.asksToCancel(id, cancelCommandId));
      throw error;
    }
  }

  /** H04: the station gave a reservation up. A number that TAU never gave is only in the message log. */
  async told({ reservationId, status, said }: ToldReservation, station: { id: string; stationId: string }) {
    const row = await this.store.byNumber(station.id, reservationId);
    if (!row) {
      this.logger.warn(`Station ${station.stationId} tells of reservation ${reservationId}, which TAU did not make`);
      return;
    }
    await this.store.take(row.id, {
      to: status === 'Expired' ? 'expired' : 'removed',
      reason: 'status-update',
      said,
    });
  }

  private assertSensible({ idToken, groupIdToken }: ReserveDto, expiresAt: Date): void {
    for (const token of [idToken, groupIdToken]) {
      if (token?.value === '')
        throw new ValidationFailedError('A reservation is for somebody: the token needs a value.');
    }
    if (expiresAt <= this.clock.now()) throw new ValidationFailedError('expiresAt has to be in the future.');
  }

  /** @param stationUuid where it has to be */
  private async open(id: string, stationUuid?: string): Promise<Reservation> {
    await this.queries.view(id);
    const row = (await this.store.find(id))!;
    if (stationUuid !== undefined && row.stationId !== stationUuid) {
      throw new ValidationFailedError(`Reservation ${id} is one of another station: replaces names one of the same.`);
    }
    if (isOpen(row.state)) return row;
    throw new ProblemError('reservation-ended', 409, `Reservation ${id} is over: it is ${row.state}.`, {
      state: row.state,
    });
  }

  /** The problem, with the reservation where one was asked for. */
  private async afterFailure(id: string, error: unknown): Promise<never> {
    const isKept = await this.settling.settle(id, true);
    if (!isKept || !(error instanceof ProblemError)) throw error;
    const { id: reservation, state } = await this.queries.view(id);
    const members = { ...error.members, reservation: { id: reservation, state } };
    throw new ProblemError(error.code, error.status, error.message, members);
  }

  private async withReservation(command: CommandView): Promise<ReservationCommandView> {
    const id = await this.store.byCommand(command.commandId);
    if (id === undefined) throw new ValidationFailedError('This Idempotency-Key was used for something else.');
    return { ...command, reservation: await this.queries.view(id) };
  }
}

/** [OCPP 2.0.1 C04.FR.04] a PIN code is kept nowhere */
function toKept({ value, type, additionalInfo }: StartToken): ReservedToken {
  if (type === 'KeyCode') return { idToken: PIN, type };
  return { idToken: value, type, ...(additionalInfo && { additionalInfo: [...additionalInfo] }) };
}

/** As transactions show it. */
const PIN = '****';
