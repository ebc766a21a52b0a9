import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Workload } from '../ocpp/index.js';

/** Somewhere work waits for the database. */
export interface WaitingWork {
  /** Since when the oldest of it waits, by `Backlog.now()`; undefined where nothing does. */
  readonly waitingSince: number | undefined;
}

/** All that waits for the database, so that TAU notices when it takes on more than it gets done. */
@Injectable()
export class Backlog extends Workload {
  private readonly queues: WaitingWork[] = [];

  constructor(private readonly clock: Clock) {
    super();
  }

  /** Milliseconds that only grow. */
  now(): number {
    return this.clock.monotonic();
  }

  add(queue: WaitingWork): void {
    this.queues.push(queue);
  }

  /** Milliseconds that the oldest waits, 0 where nothing does. */
  oldestWaitingMs(): number {
    const now = this.now();
    return this.queues.reduce((oldest, { waitingSince }) => Math.max(oldest, now - (waitingSince ?? now)), 0);
  }
}
