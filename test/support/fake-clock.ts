import { Clock, type Timer } from '../../src/common/clock.js';

interface Alarm {
  at: number;
  readonly job: () => void;
  readonly everyMs: number | undefined;
}

/** A clock that stands still until a test moves it. */
export class FakeClock extends Clock {
  private readonly alarms = new Set<Alarm>();
  private elapsedMs = 0;
  private wallMs: number;

  constructor(start: Date | string = '2026-11-22T12:00:00.000Z') {
    super();
    this.wallMs = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.wallMs);
  }

  monotonic(): number {
    return this.elapsedMs;
  }

  after(ms: number, job: () => void): Timer {
    return this.set({ at: this.elapsedMs + ms, job, everyMs: undefined });
  }

  every(ms: number, job: () => void): Timer {
    return this.set({ at: this.elapsedMs + ms, job, everyMs: Math.max(1, ms) });
  }

  /**
   * Lets time pass: runs what falls due, each at its time and in order. After each, a moment of real time lets the
   * other side of a socket answer, so that a ping does not meet the next one before its pong is back.
   */
  async advance(ms: number): Promise<void> {
    const end = this.elapsedMs + ms;
    for (;;) {
      const due = [...this.alarms].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.move(due.at);
      if (due.everyMs === undefined) this.alarms.delete(due);
      else due.at += due.everyMs;
      due.job();
      await new Promise((moment) => setTimeout(moment, 2));
    }
    this.move(end);
  }

  /** Sets the wall clock, as an administrator does; no timer notices. */
  set wallTime(to: Date | string) {
    this.wallMs = new Date(to).getTime();
  }

  private move(to: number): void {
    // a job that advanced the clock itself may have gone further
    if (to <= this.elapsedMs) return;
    this.wallMs += to - this.elapsedMs;
    this.elapsedMs = to;
  }

  private set(alarm: Alarm): Timer {
    this.alarms.add(alarm);
    return { cancel: () => void this.alarms.delete(alarm) };
  }
}
