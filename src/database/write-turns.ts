import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Workload } from '../ocpp/index.js';

/** Keeps count of what waits for the database. */
@Injectable()
export class WriteTurns extends Workload {
  /** When each began to wait; the oldest first. */
  private readonly waiting = new Set<{ readonly since: number }>();

  constructor(private readonly clock: Clock) {
    super();
  }

  /** Counts `work` as waiting until it is done. */
  async during<T>(work: Promise<T>): Promise<T> {
    const entry = { since: this.clock.monotonic() };
    this.waiting.add(entry);
    try {
      return await work;
    } finally {
      this.waiting.delete(entry);
    }
  }

  oldestWaitingMs(): number {
    for (const { since } of this.waiting) return this.clock.monotonic() - since;
    return 0;
  }
}
