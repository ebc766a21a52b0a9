import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { BY_ITSELF } from '../../../commands/index.js';
import { Clock } from '../../../common/clock.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { Gathering } from '../../../common/gathering.js';
import { ProblemError } from '../../../common/problems.js';
import { Rounds } from '../../../common/rounds.js';
import { StationClient } from '../../../ocpp/index.js';
import { type StationRef, StationBooted } from '../../stations/index.js';
import { BootInventories } from './boot-inventories.js';
import { ReportsService } from './reports.service.js';

const ROUND_MS = 60_000;
/** Stations that are asked side by side. */
const AT_ONCE = 8;

/** B07: asks stations for their inventory after the first boot, and after the first with another firmware. */
@Injectable()
export class BootInventoryRounds
  implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown
{
  private readonly logger = new Logger(BootInventoryRounds.name);
  private readonly rounds: Rounds;
  private readonly booted: Gathering;
  private readonly waiting: StationRef[] = [];
  /** Those that wait or are being asked: nobody is asked twice. */
  private readonly inHand = new Set<string>();
  private readonly asking = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    private readonly inventories: BootInventories,
    private readonly reports: ReportsService,
    private readonly client: StationClient,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {
    const failed = (error: unknown): void => this.logger.error(error);
    this.rounds = new Rounds(clock, ROUND_MS, () => this.look(undefined), failed);
    this.booted = new Gathering((stationUuids) => this.look(stationUuids), failed);
  }

  onModuleInit(): void {
    this.events.on(StationBooted, ({ stationUuid }) => this.booted.add(stationUuid));
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    this.rounds.stop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.settled();
    await this.booted.settled();
    await Promise.all(this.asking);
  }

  private async look(stationUuids: string[] | undefined): Promise<void> {
    for (const station of await this.inventories.due(this.clock.now(), stationUuids)) {
      // what is connected elsewhere is asked from there
      if (this.inHand.has(station.id) || !this.client.connected(station.id)) continue;
      this.inHand.add(station.id);
      this.waiting.push(station);
    }
    while (this.asking.size < Math.min(AT_ONCE, this.waiting.length)) {
      const worker = this.askAll().finally(() => this.asking.delete(worker));
      this.asking.add(worker);
    }
  }

  private async askAll(): Promise<void> {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      if (!this.stopped) await this.ask(next).catch((error: unknown) => this.logger.error(error));
      this.inHand.delete(next.id);
    }
  }

  private async ask(station: StationRef): Promise<void> {
    try {
      await this.reports.ask(station, { base: 'FullInventory' }, BY_ITSELF, 'boot');
    } catch (error) {
      // offline, no answer, an error as the answer: the report says so, and a later round asks again
      if (!(error instanceof ProblemError)) throw error;
    }
  }
}
