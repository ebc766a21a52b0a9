import { Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Clock, Timer } from '../../common/clock.js';

/**
 * Notes things in memory and writes them together: every few seconds, when somebody is about to read them, and once
 * more at shutdown. One write at a time. For what may be lost with the process, never for what was acknowledged.
 */
export abstract class WriteBehind implements OnModuleInit, BeforeApplicationShutdown {
  protected readonly logger = new Logger(this.constructor.name);
  private timer: Timer | undefined;
  private current: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;
  private failing = false;

  /** @param everyMs milliseconds between two writes */
  protected constructor(
    private readonly clock: Clock,
    private readonly everyMs: number,
  ) {}

  /** Writes all that is noted, and notes it again where that failed. */
  protected abstract write(): Promise<void>;

  onModuleInit(): void {
    this.timer = this.clock.every(this.everyMs, () => void this.flushed());
  }

  /** The sockets are closed by now, the database is not. */
  async beforeApplicationShutdown(): Promise<void> {
    this.timer?.cancel();
    await this.flushed();
  }

  /** Resolves when what was noted before the call has been written, or the attempt has failed. */
  flushed(): Promise<void> {
    this.next ??= this.current.then(() => {
      this.next = undefined;
      return (this.current = this.attempt());
    });
    return this.next;
  }

  private async attempt(): Promise<void> {
    try {
      await this.write();
      this.failing = false;
    } catch (error) {
      // once per outage: the next turn comes soon, and it would say the same
      if (!this.failing) this.logger.warn(`could not write, will try again: ${String(error)}`);
      this.failing = true;
    }
  }
}
