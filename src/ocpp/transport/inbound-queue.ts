interface Job {
  readonly bytes: number;
  readonly run: () => void | Promise<void>;
}

const MAX_JOBS = 64;
const MAX_BYTES = 256 * 1024;

/**
 * CALLs of one station, handled one at a time in the order of arrival. When the queue is full the socket is paused, so
 * that TCP pushes back: nothing is dropped, nothing reordered.
 */
export class InboundQueue {
  private readonly jobs: Job[] = [];
  private bytes = 0;
  private busy = true;
  private paused = false;
  private idle: (() => void)[] = [];

  constructor(
    private readonly pause: () => void,
    private readonly resume: () => void,
    /** A job failed, which none should; the next ones are handled all the same. */
    private readonly report: (error: unknown) => void,
  ) {}

  /** Begins to work; what came before waits in the queue. */
  open(): void {
    this.busy = false;
    void this.work();
  }

  add(bytes: number, run: Job['run']): void {
    this.jobs.push({ bytes, run });
    this.bytes += bytes;
    if (!this.paused && (this.jobs.length >= MAX_JOBS || this.bytes >= MAX_BYTES)) {
      this.paused = true;
      this.pause();
    }
    if (!this.busy) void this.work();
  }

  /** Forgets what was not begun: an unanswered CALL is sent again. */
  clear(): void {
    this.jobs.length = 0;
    this.bytes = 0;
  }

  /** Resolves when nothing is under way or waits. */
  settled(): Promise<void> {
    if (!this.busy && this.jobs.length === 0) return Promise.resolve();
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
      this.bytes = Math.max(0, this.bytes - job.bytes);
      if (this.paused && this.jobs.length <= MAX_JOBS / 2 && this.bytes <= MAX_BYTES / 2) {
        this.paused = false;
        this.resume();
      }
    }
    this.busy = false;
    for (const resolve of this.idle.splice(0)) resolve();
  }
}
