import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CommandsService } from '../../commands/index.js';
import { Clock } from '../../common/clock.js';
import { storableOrNull } from '../../database/storable-text.js';
import type { Reservation } from './entities/reservation.entity.js';
import { ReservationStore } from './reservation.store.js';
import { outcomeOfCancel, outcomeOfReserve } from './settlement.js';

type Command = Awaited<ReturnType<CommandsService['find']>>;

/** A row is noted before its command; whoever died between the two never asked. */
const NEVER_ASKED_AFTER_MS = 5 * 60_000;

/** Takes over what stations answered, or did not, from the commands: they are kept whatever happens to TAU. */
@Injectable()
export class ReservationSettling {
  private readonly logger = new Logger(ReservationSettling.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CommandsService,
    private readonly store: ReservationStore,
    private readonly clock: Clock,
  ) {}

  /**
   * What became of a reservation by its ReserveNow.
   * @param isOver no command of it will come any more
   * @returns whether there is such a reservation: one that was never asked for is withdrawn
   */
  async settle(id: string, isOver = false): Promise<boolean> {
    const row = await this.store.find(id);
    if (!row) return false;
    if (row.state !== 'requested') return true;
    const command = await this.command(row.commandId);
    if (!command) return this.withoutCommand(row, isOver);
    const outcome = outcomeOfReserve(command);
    if (!outcome) return true;
    await this.store.take(id, {
      ...outcome,
      commandId: row.commandId,
      answer: { status: storableOrNull(command.status), ocppVersion: command.ocppVersion },
      at: command.answeredAt ?? undefined,
    });
    return true;
  }

  /** What became of it by its last CancelReservation. */
  async settleCancel(id: string): Promise<void> {
    const row = await this.store.find(id);
    const command = row?.cancelCommandId ? await this.command(row.cancelCommandId) : undefined;
    if (!row || command?.state !== 'answered') return;
    // what the station shows later says nothing about why it refused then
    if (await this.store.hasNoted(id, command.commandId)) return;
    const shownAsReserved = await this.isShownAsReserved(row);
    const outcome = outcomeOfCancel(command.status, { state: row.state, shownAsReserved });
    if (outcome) await this.store.take(id, { ...outcome, commandId: command.commandId });
  }

  /** All whose commands may have been settled meanwhile, and all whose time is over. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    for (const { id, state, expiresAt, commandId, cancelCommandId } of await this.store.open()) {
      if (state === 'requested') await this.settle(id);
      if (cancelCommandId) await this.settleCancel(id);
      if (expiresAt > now) continue;
      // it must not be asked for any more
      if (state === 'requested') await this.commands.cancel(commandId).catch(() => undefined);
      await this.store.take(id, { to: 'expired', reason: 'clock' });
    }
    for (const id of await this.store.openOfArchived()) {
      await this.store.take(id, { to: 'removed', reason: 'station-archived' });
    }
  }

  private async withoutCommand({ id, createdAt }: Reservation, isOver: boolean): Promise<boolean> {
    if (!isOver && createdAt.getTime() > this.clock.now().getTime() - NEVER_ASKED_AFTER_MS) return true;
    if (!isOver) this.logger.warn(`Reservation ${id} was never asked for, and is withdrawn`);
    await this.store.withdraw(id);
    return false;
  }

  private async isShownAsReserved({ stationId, evseId }: Reservation): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM connectors WHERE station_id = $1 AND evse_id = $2 AND status = 'Reserved' LIMIT 1`,
      [stationId, evseId],
    );
    return rows.length > 0;
  }

  private command(id: string): Promise<Command | undefined> {
    return this.commands.find(id).catch(() => undefined);
  }
}
