import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { CommandAnswered } from '../../../commands/index.js';
import { Clock } from '../../../common/clock.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { Rounds } from '../../../common/rounds.js';
import { getLog, getSecurityLog } from '../diagnostics.commands.js';
import { LogStore } from './log-store.js';

const ROUND_MS = 15_000;

/**
 * Sees to it that each request for a log ends: by what came of its command, or by time. All of it follows from what is
 * stored, and every statement may run twice; the event only makes it quick.
 */
@Injectable()
export class LogRounds implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(LogRounds.name);
  private readonly rounds: Rounds;

  constructor(
    private readonly store: LogStore,
    private readonly events: DomainEvents,
    clock: Clock,
  ) {
    const failed = (error: unknown): void => this.logger.error(error);
    this.rounds = new Rounds(clock, ROUND_MS, () => this.round(), failed);
  }

  onModuleInit(): void {
    this.events.on(CommandAnswered, async ({ name }) => {
      if (name === getLog.name || name === getSecurityLog.name) await this.store.settle();
    });
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    this.rounds.stop();
    await this.rounds.settled();
  }

  private async round(): Promise<void> {
    await this.store.settle();
    await this.store.endByTime();
  }
}
