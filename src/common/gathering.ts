import { setTimeout as delay } from 'node:timers/promises';

/** Between two runs, if something is asked for all the while. */
const REST_MS = 100;

/**
 * Work that events ask for, key by key: what is asked for while it runs, and a moment after, is done together in the next
 * run. So a storm of events takes few runs, and a single one is done at once.
 */
export class Gathering {
  private keys = new Set<string>();
  private running: Promise<void> | undefined;
  /** Cuts the rest short. */
  private hurry = new AbortController();

  /** @param failed told why a run failed; its keys are not tried again */
  constructor(
    private readonly work: (keys: string[]) => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  add(key: string): void {
    this.keys.add(key);
    this.running ??= this.run().finally(() => (this.running = undefined));
  }

  /** Does at once what was asked for. Resolves when nothing is under way. */
  async settled(): Promise<void> {
    this.hurry.abort();
    await this.running;
    this.hurry = new AbortController();
  }

  private async run(): Promise<void> {
    while (this.keys.size > 0) {
      const keys = [...this.keys];
      this.keys = new Set();
      await this.work(keys).catch(this.failed);
      if (this.keys.size > 0) await delay(REST_MS, undefined, { signal: this.hurry.signal }).catch(() => undefined);
    }
  }
}
