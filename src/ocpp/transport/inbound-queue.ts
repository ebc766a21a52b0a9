import type { InboundBudget } from './inbound-budget.js';

interface Job {
  readonly bytes: number;
  readonly run: () => void | Promise<void>;
}

const MAX_JOBS = 64;
const MAX_BYTES = 256 * 1024;

/** The socket that a queue slows down. */
export interface Flow {
  pause(): void;
  resume(): void;
}

/**
 * CALLs of one station, handled one at a time in the order of arrival. When the queue is full the socket is paused, so
 * that TCP pushes back: nothing is dropped, nothing reordered.
 */
export class InboundQueue {
  private readonly jobs: Job[] = [];
  private bytes = 0;
  private busy = true;
  private paused = false;
  private stopped = false;
  private idle: (() => void)[] = [];
  private afterFirst: (() => void) | undefined;

  constructor(
    private readonly flow: Flow,
    /** What all stations together may have waiting. */
    private readonly budget: InboundBudget,
    /** A job failed, which none should; the next ones are handled all the same. */
    private readonly report: (error: unknown) => void,
  ) {}

  /**
   * Begins to work; what came before waits in the queue.
   * @param afterFirst called once when a job is done
   */
  open(afterFirst?: () => void): void {
    this.busy = false;
    this.afterFirst = afterFirst;
    void this.work();
  }

  add(bytes: number, run: Job['run']): void {
    this.jobs.push({ bytes, run });
    this.bytes += bytes;
    this.budget.take(bytes);
    if (!this.paused && this.isFull()) {
      this.paused = true;
      this.flow.pause();
    }
    if (!this.busy) void this.work();
  }

  /** Forgets what was not begun: an unanswered CALL is sent again. */
  clear(): void {
    for (const { bytes } of this.jobs.splice(0)) this.release(bytes);
  }

  /** Reads nothing more; what has come is still handled. */
  stop(): void {
    this.stopped = true;
    this.flow.pause();
  }

  /** Nothing is under way or waits. */
  get isIdle(): boolean {
    return !this.busy && this.jobs.length === 0;
  }

  /** Resolves when nothing is under way or waits. */
  settled(): Promise<void> {
    if (this.isIdle) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }

  private async work(): Promise<void> {
    this.busy = true;
    for (let job = this.jobs.shift(); job; job = this.jobs.shift()) {
      try {
        const pending = job.run();
        if (pending) await pending;
      } catch (error) {
        this.report(error);
      }
      this.release(job.bytes);
      this.afterFirst?.();
      this.afterFirst = undefined;
      if (this.paused && !this.stopped && this.hasRoom()) {
        this.paused = false;
        this.flow.resume();
      }
    }
    this.busy = false;
    for (const resolve of this.idle.splice(0)) resolve();
  }

  private isFull(): boolean {
    return this.jobs.length >= MAX_JOBS || this.bytes >= MAX_BYTES || this.budget.isExceeded;
  }

  private hasRoom(): boolean {
    // whoever has nothing left is read again, so that each moves on however much the others have waiting
    if (this.jobs.length === 0) return true;
    return this.jobs.length <= MAX_JOBS / 2 && this.bytes <= MAX_BYTES / 2 && !this.budget.isExceeded;
  }

  private release(bytes: number): void {
    this.bytes -= bytes;
    this.budget.giveBack(bytes);
  }
}
