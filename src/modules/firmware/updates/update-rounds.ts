import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { CommandAnswered, CommandConditions } from '../../../commands/index.js';
import { Clock } from '../../../common/clock.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { Gathering } from '../../../common/gathering.js';
import { Rounds } from '../../../common/rounds.js';
import { StationBooted } from '../../stations/index.js';
import { UpdateStore } from './update-store.js';

const ROUND_MS = 15_000;

/**
 * Sees to it that each update ends: by what came of its command, by a boot with the new version, or by time. All of it
 * follows from what is stored; events only make it quick.
 */
@Injectable()
export class UpdateRounds implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger(UpdateRounds.name);
  private readonly rounds: Rounds;
  private readonly booted: Gathering;

  constructor(
    private readonly store: UpdateStore,
    private readonly conditions: CommandConditions,
    private readonly events: DomainEvents,
    clock: Clock,
  ) {
    const failed = (error: unknown): void => this.logger.error(error);
    this.rounds = new Rounds(clock, ROUND_MS, () => this.round(), failed);
    this.booted = new Gathering((stationUuids) => this.store.endByBoot(stationUuids), failed);
  }

  onModuleInit(): void {
    this.events.on(StationBooted, ({ stationUuid }) => this.booted.add(stationUuid));
    // an update that is kept for a station which has the new version by now must not follow its boot
    this.conditions.beforeSending((stationUuid) => this.store.endByBoot([stationUuid]));
    this.events.on(CommandAnswered, async ({ name }) => {
      if (name.endsWith('UpdateFirmware')) await this.store.settle();
    });
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onModuleDestroy(): void {
    this.rounds.stop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.rounds.settled(), this.booted.settled()]);
  }

  private async round(): Promise<void> {
    await this.store.settle();
    await this.store.endByBoot();
    await this.store.endByTime();
  }
}
