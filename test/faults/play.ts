import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './fault.js';
import type { Grounds } from './kit/grounds.js';
import { readBack } from './kit/read-back.js';
import { isOfLoad, ORDINARY, World, type Course } from './kit/world.js';

/** What became of one row under one seed. */
export interface Report {
  readonly fault: string;
  readonly seed: number;
  readonly rounds: number;
  readonly seconds: number;
  /** Transaction messages. */
  readonly sent: number;
  readonly acknowledged: number;
  /** Acknowledged and not stored. */
  readonly lost: number;
  /** Stored twice. */
  readonly doubled: number;
  readonly transactions: number;
  readonly commands: number;
  /** Commands that a station carried out more than once. */
  readonly executedTwice: number;
  /** CALLERRORs to transaction messages. */
  readonly errors: number;
  /** p99 of TAU's event loop delay less that of an idle process, ms. */
  readonly loopP99Ms: number;
  /** The longest time that TAU's event loop stood still, ms. */
  readonly loopMaxMs: number;
  /** The longest time to the first acknowledgement afterwards, ms; undefined where nothing was interrupted. */
  readonly recoveryMs: number | undefined;
  /** TAU's resident memory at its highest, bytes. */
  readonly peakRss: number;
  /** Where the books disagree, and what else was expected and did not hold. */
  readonly broken: readonly string[];
  readonly notes: readonly string[];
}

/** The longest delay of the event loop in every fault that is let pass, p99 beyond an idle process. */
export const LOOP_P99_MS = 50;

/** A start is no fault: what it delays is not measured. */
const RUN_IN_MS = 1000;
/** What follows a fault belongs to it; and the p99 of fewer than a hundred ticks of the event loop is their longest. */
const AFTERMATH_MS = 1000;

/** The load of the long form: as many messages as the machine bears. */
const FULL_LOAD = { stations: 100, pace: [0, 10] } as const;

/** Plays a row: load, the fault round by round, peace, and then the books. */
export async function play(fault: Fault, grounds: Grounds, course: Course): Promise<Report> {
  const { seed, messages } = course;
  const isLong = messages !== undefined;
  const prepared = fault.prepare?.();
  const own = typeof fault.world === 'function' ? fault.world(isLong) : fault.world;
  const env = { ...ORDINARY.env, ...own?.env };
  const options = { ...ORDINARY, ...(isLong && FULL_LOAD), ...own, ...prepared?.world, env };
  const began = performance.now();
  let world: World | undefined;
  try {
    world = await World.begin(grounds, options, course);
    await wait(RUN_IN_MS);
    await Promise.all([grounds.idle.reset(), world.tau.forgetFigures()]);
    let rounds = 0;
    do {
      await wait(world.random.whole(400, 1200) * (isLong ? 4 : 1));
      await fault.strike(world, rounds++);
      await wait(AFTERMATH_MS);
    } while (isLong ? world.ledger.acknowledged.length < messages : rounds < (fault.rounds ?? 1));
    await world.settle();
    const idle = await grounds.idle.read();
    return { ...(await judge(fault, world, idle.p99)), seed, rounds, seconds: (performance.now() - began) / 1000 };
  } finally {
    await world?.tearDown();
    prepared?.undo();
  }
}

type Judged = Omit<Report, 'seed' | 'rounds' | 'seconds'>;

async function judge(fault: Fault, world: World, idleP99: number): Promise<Judged> {
  const { ledger, figures, recoveriesMs, peakRss, notes } = world;
  const stored = (await readBack(world.operator)).filter(({ stationId }) => isOfLoad(stationId));
  const differences = ledger.faults(stored);
  const count = (rule: string): number => differences.filter((line) => line.startsWith(`${rule}:`)).length;
  const lost = count('L1');
  const loopP99Ms = Math.max(0, figures.p99 - idleP99);
  world.broken.push(...differences.slice(0, 20));
  world.expectWithin(LOOP_P99_MS, 'p99 of the event loop', loopP99Ms);
  // nothing else is expected of the control
  const broken = !fault.loses ? world.broken : lost > 0 ? [] : ['the control lost nothing: the books see nothing'];
  return {
    fault: fault.id,
    sent: ledger.sent,
    acknowledged: ledger.acknowledged.length,
    lost,
    doubled: count('L2'),
    transactions: ledger.closed.length,
    commands: ledger.commands.size,
    executedTwice: [...ledger.executions.values()].filter((times) => times > 1).length,
    errors: world.fleet.seen.errors.length,
    loopP99Ms,
    loopMaxMs: figures.max,
    recoveryMs: recoveriesMs.length > 0 ? Math.max(...recoveriesMs) : undefined,
    peakRss,
    broken,
    notes,
  };
}
