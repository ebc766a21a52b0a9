import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { CommandAnswered } from '../../commands/index.js';
import { Clock } from '../../common/clock.js';
import { DomainEvents } from '../../common/domain-events.js';
import { Rounds } from '../../common/rounds.js';
import { StationArchived, StatusReported } from '../stations/index.js';
import { ReservationSeen, TransactionStarted } from '../transactions/index.js';
import { ReservationSettling } from './reservation-settling.js';
import { ReservationStatuses } from './reservation-statuses.js';
import { ReservationStore } from './reservation.store.js';
import { ReservationUses } from './reservation-uses.js';

const ROUND_MS = 5000;
const MINUTE_MS = 60_000;

/**
 * Follows reservations to their end. What ends them is found in what is stored: answers, statuses, transactions and the
 * time; events make it quick, rounds make it sure, and a restart forgets nothing.
 */
@Injectable()
export class ReservationWatch implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ReservationWatch.name);
  private readonly rounds: Rounds;
  private readonly useRounds: Rounds;
  /** Stations with open reservations, as of the last round and what came since: no others' statuses are looked at. */
  private watched: ReadonlySet<string> = new Set();
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: ReservationStore,
    private readonly settling: ReservationSettling,
    private readonly statuses: ReservationStatuses,
    private readonly uses: ReservationUses,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {
    const failed = (error: unknown): void => this.logger.error(error);
    this.rounds = new Rounds(clock, ROUND_MS, () => this.inTurn(() => this.round()), failed);
    this.useRounds = new Rounds(clock, MINUTE_MS, () => this.inTurn(() => this.lookAtUses()), failed);
  }

  onModuleInit(): void {
    this.events.on(CommandAnswered, ({ commandId, name, stationUuid }) => {
      if (name !== 'ReserveNow' && name !== 'CancelReservation') return;
      return this.inTurn(() => this.answered(commandId, stationUuid));
    });
    this.events.on(StatusReported, ({ stationUuid }) => {
      if (this.watched.has(stationUuid)) return this.inTurn(() => this.statuses.look(stationUuid));
    });
    this.events.on(TransactionStarted, (started) => {
      if (started.reservationId === undefined && !this.watched.has(started.stationUuid)) return;
      return this.charges(started);
    });
    this.events.on(ReservationSeen, (seen) => this.charges(seen));
    this.events.on(StationArchived, () => this.inTurn(() => this.settling.sweep()));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.inTurn(() => this.round());
    await this.inTurn(() => this.uses.look({}));
    this.rounds.start();
    this.useRounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    this.rounds.stop();
    this.useRounds.stop();
    await this.turn;
  }

  /** Something is asked of this station: what it shows counts from now on, also before it answers. */
  follow(stationUuid: string): void {
    this.watched = new Set([...this.watched, stationUuid]);
  }

  private async round(): Promise<void> {
    await this.settling.sweep();
    await this.statuses.look();
    this.watched = new Set((await this.store.open()).map(({ stationId }) => stationId));
  }

  private async answered(commandId: string, stationUuid: string): Promise<void> {
    const id = await this.store.byCommand(commandId);
    if (id === undefined) return;
    this.follow(stationUuid);
    await this.settling.settle(id);
    await this.settling.settleCancel(id);
    // the status may have come before the answer was recorded
    await this.statuses.look(stationUuid);
  }

  private charges({ stationUuid, transactionId, groupId }: TransactionStarted | ReservationSeen): Promise<void> {
    const groups = new Map([[transactionId, groupId]]);
    return this.inTurn(() => this.uses.look({ stationUuid, groups }));
  }

  /** What has just begun is told by its event, which knows the group of its token. */
  private lookAtUses(): Promise<void> {
    return this.uses.look({ until: new Date(this.clock.now().getTime() - MINUTE_MS) });
  }

  private inTurn(job: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(job).catch((error: unknown) => this.logger.error(error));
    return this.turn;
  }
}
