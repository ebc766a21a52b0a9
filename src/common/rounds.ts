import type { Clock, Timer } from './clock.js';

/**
 * Work that is done again and again, one round at a time: while one takes long, the next is left out. What a round could
 * not do, a later one tries again.
 */
export class Rounds {
  private timer: Timer | undefined;
  private current: Promise<void> | undefined;

  /**
   * @param everyMs milliseconds between the beginnings of two rounds
   * @param failed told why a round failed
   */
  constructor(
    private readonly clock: Clock,
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  start(): void {
    this.timer = this.clock.every(this.everyMs, () => void this.run());
  }

  /** Resolves when the round is over, also one that was under way. */
  run(): Promise<void> {
    this.current ??= this.work()
      .catch(this.failed)
      .finally(() => (this.current = undefined));
    return this.current;
  }

  /** No round begins any more. */
  stop(): void {
    this.timer?.cancel();
  }

  /** Resolves when none is under way. */
  async settled(): Promise<void> {
    await this.current;
  }
}
