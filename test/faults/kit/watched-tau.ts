import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TauProcess, type Start } from '../../system/tau-process.js';

const KIT = path.resolve('test/faults/kit');
const INSIDE = path.join(KIT, 'inside.mjs');
/** The control: a TAU that answers before it has written. */
export const ANSWERS_FIRST = path.join(KIT, 'answers-first.mjs');

/** Of an event loop, in ms, and the memory of its process, in bytes. */
export interface Figures {
  readonly p99: number;
  readonly max: number;
  readonly rss: number;
}

/** What a handler can be made to do; see inside.mjs. */
export type Mistake =
  | 'throws'
  | 'rejects'
  | 'forgets-a-rejection'
  | 'answers-what-no-json-can-say'
  | 'fails-with-an-error-that-no-json-can-say'
  | 'fails-with-something-that-is-no-error';

interface Report {
  readonly id?: number;
  readonly result?: unknown;
  readonly figures?: Figures;
}

/** A process with inside.mjs in it. */
class Inside {
  /** As last reported: a killed process cannot be asked. */
  latest: Figures = { p99: 0, max: 0, rss: 0 };
  private asked = 0;
  private readonly waiting = new Map<number, (result: unknown) => void>();

  constructor(private readonly child: ChildProcess) {
    child.on('message', ({ id, result, figures }: Report) => {
      if (figures) this.latest = figures;
      if (id === undefined) return;
      this.waiting.get(id)?.(result);
      this.waiting.delete(id);
    });
    child.on('error', () => undefined); // a killed one cannot be written to; its exit tells
  }

  ask<T = void>(op: string, args: object = {}): Promise<T> {
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, resolve as (result: unknown) => void);
      this.child.send({ id, op, args }, (error) => error && reject(error));
    });
  }
}

/** TAU with a look into its event loop, and failpoints. */
export class WatchedTau {
  private readonly inside: Inside;

  private constructor(readonly process: TauProcess) {
    this.inside = new Inside(process.child);
  }

  /** Starts it and waits until it is ready; measures from then on. */
  static async start({ inside = [], ...options }: Start): Promise<WatchedTau> {
    const tau = new WatchedTau(await TauProcess.start({ ...options, inside: [INSIDE, ...inside] }));
    await tau.forgetFigures();
    return tau;
  }

  /** As last reported. */
  get figures(): Figures {
    return this.inside.latest;
  }

  /** Measures anew. */
  forgetFigures(): Promise<void> {
    return this.inside.ask('resetLoop');
  }

  shiftClock(ms: number): Promise<void> {
    return this.inside.ask('shiftClock', { ms });
  }

  /** Makes the handler of an action fail, that many times. */
  fail(action: string, how: Mistake, times = 1): Promise<void> {
    return this.inside.ask('fail', { action, how, times });
  }

  /** Objects of a class that are alive after a full collection. @param file below dist */
  alive(file: string, name: string): Promise<number> {
    return this.inside.ask('alive', { file, name });
  }

  /** Memory after a full collection, in bytes. */
  collect(): Promise<NodeJS.MemoryUsage> {
    return this.inside.ask('collect');
  }

  /** Resident memory at its highest since the start, in bytes. Linux only. */
  get peakRss(): number {
    const status = readFileSync(`/proc/${this.process.child.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
  }

  get hasEnded(): boolean {
    const { exitCode, signalCode } = this.process.child;
    return exitCode !== null || signalCode !== null;
  }
}

/** An idle process beside TAU: what delays its event loop is the machine's doing. */
export class IdleProbe {
  private constructor(
    private readonly child: ChildProcess,
    private readonly inside: Inside,
  ) {}

  static async start(): Promise<IdleProbe> {
    const child = fork(path.join(KIT, 'idle.mjs'), { execArgv: ['--import', INSIDE], stdio: 'ignore' });
    const inside = new Inside(child);
    await once(child, 'message');
    return new IdleProbe(child, inside);
  }

  reset(): Promise<void> {
    return this.inside.ask('resetLoop');
  }

  read(): Promise<Figures> {
    return this.inside.ask('figures');
  }

  async stop(): Promise<void> {
    const exit = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exit;
  }
}
