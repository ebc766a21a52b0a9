import { Injectable } from '@nestjs/common';

/** A timer that can be taken back. */
export interface Timer {
  cancel(): void;
}

/** Time as the application sees it; replaced by a clock that tests move by hand. */
export abstract class Clock {
  /** Wall-clock time. May jump; never use differences of it for timeouts. */
  abstract now(): Date;
  /** Milliseconds that only grow, unrelated to the wall clock. */
  abstract monotonic(): number;
  /** Runs `job` once after `ms` milliseconds. */
  abstract after(ms: number, job: () => void): Timer;
  /** Runs `job` every `ms` milliseconds. */
  abstract every(ms: number, job: () => void): Timer;
}

/** The machine's clock. Its timers never keep the process alive. */
@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }

  monotonic(): number {
    return performance.now();
  }

  after(ms: number, job: () => void): Timer {
    const handle = setTimeout(job, ms).unref();
    return { cancel: () => clearTimeout(handle) };
  }

  every(ms: number, job: () => void): Timer {
    const handle = setInterval(job, ms).unref();
    return { cancel: () => clearInterval(handle) };
  }
}
