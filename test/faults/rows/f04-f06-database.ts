import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../fault.js';
import { knock, Visitor } from '../kit/visitor.js';
import { ANSWERS_FIRST } from '../kit/watched-tau.js';
import type { World } from '../kit/world.js';
import { until } from '../../system/tau-process.js';

/** How long TAU keeps messages when the database is away; 60 in production. A slow machine takes seconds to revive it. */
const HOLD_SECONDS = 12;
const TRY_AGAIN_LATER = 1013;

/** PostgreSQL ends, and is back after `ms`. */
async function databaseAway(world: World, how: 'immediate' | 'kill', ms: number): Promise<void> {
  const postgres = world.postgres!;
  if (how === 'immediate') await postgres.stopImmediately();
  else await postgres.kill();
  await world.expectSilence(ms);
  await postgres.revive();
  await world.recovers();
}

/** Shorter than the hold time by an immediate stop, longer by `kill -9`, in turn. */
async function endAndRevive(world: World, round: number): Promise<void> {
  const { seen } = world.fleet;
  seen.forget();
  if (round % 2 === 0) {
    await databaseAway(world, 'immediate', 2000);
    world.expect('closes no line within the hold time', seen.closedLines === 0, [...seen.closes]);
  } else {
    const since = performance.now();
    const firstClose = until(() => seen.closedLines > 0, 20_000).then(() => performance.now() - since);
    firstClose.catch(() => undefined);
    await databaseAway(world, 'kill', HOLD_SECONDS * 1000 + 3000);
    const codes = [...seen.closes.keys()];
    world.expect('closes with 1013 after the hold time', codes.length === 1 && codes[0] === TRY_AGAIN_LATER, codes);
    const held = await firstClose;
    world.expect('keeps lines open for the hold time', held > (HOLD_SECONDS - 1) * 1000, Math.round(held));
  }
}

export const F4: Fault = {
  id: 'F4',
  title: 'PostgreSQL ends by an immediate stop or `kill -9`, and comes back',
  expected:
    'no acknowledgement meanwhile; lines stay open for the hold time, then close with 1013; acknowledges within 5 s; ' +
    'TAU goes on',
  world: { env: { OCPP_HOLD_SECONDS: String(HOLD_SECONDS) } },
  rounds: 2,
  strike: endAndRevive,
};

export const F4_CONTROL: Fault = {
  ...F4,
  id: 'F4 control',
  title: 'the same, for a TAU that answers before it writes',
  expected: 'loses: the books see it',
  world: { ...F4.world, inside: [ANSWERS_FIRST] },
  rounds: 1,
  loses: true,
  strike: async ({ postgres }) => {
    await postgres!.kill();
    await wait(HOLD_SECONDS * 1000 + 3000);
    await postgres!.revive();
    await wait(1000);
  },
};

export const F4_EMBEDDED: Fault = {
  id: 'F4 embedded',
  title: '`kill -9` of the PostgreSQL that TAU brings along',
  expected: 'TAU starts it again and acknowledges within 5 s; no line closes',
  world: { database: 'embedded' },
  rounds: 2,
  strike: async (world) => {
    const { seen } = world.fleet;
    seen.forget();
    process.kill(world.tau.process.postmaster, 'SIGKILL');
    await wait(300); // what was on its way
    await world.recovers();
    world.expect('closes no line', seen.closedLines === 0, [...seen.closes]);
  },
};

/** Heartbeats, one after the other, while `meanwhile` runs. @returns how long the slowest took, ms */
async function slowestHeartbeat(visitor: Visitor, meanwhile: Promise<unknown>): Promise<number> {
  let slowest = 0;
  const over = meanwhile.then(() => true);
  do {
    const sentAt = performance.now();
    await visitor.ask(['Heartbeat', {}], 60_000);
    slowest = Math.max(slowest, performance.now() - sentAt);
  } while (!(await Promise.race([over, wait(100, false)])));
  return slowest;
}

/** Nothing is refused, and nothing is answered. */
async function hang(world: World, hang: () => void, heal: () => void, round: number): Promise<void> {
  const ms = world.isLong ? 30_000 : 3000;
  const { seen } = world.fleet;
  const visitor = await Visitor.booted(world.operator, world.url, `VISIT-${round}`, '1.6');
  seen.forget();
  const before = world.tau.figures.rss;
  const sentBefore = world.ledger.sent;
  hang();
  const slowest = await slowestHeartbeat(visitor, world.expectSilence(ms));
  const grown = world.tau.figures.rss - before;
  const waiting = world.fleet.all.length;
  const sent = world.ledger.sent - sentBefore;
  heal();
  await world.recovers();
  world.expectWithin(1000, 'answers heartbeats', slowest);
  world.expect('keeps its memory', grown < 64 * 2 ** 20, grown);
  world.expect('closes no line', seen.closedLines === 0, [...seen.closes]);
  world.expect('each station repeats at its own pace only', sent <= waiting * (3 + ms / 10_000), { sent, waiting });
  await visitor.close();
}

export const F5: Fault = {
  id: 'F5',
  title: 'PostgreSQL hangs (all its processes stopped), or the network to it does',
  expected: 'heartbeats are answered, memory is bounded, no acknowledgement; afterwards it drains without a storm',
  rounds: 2,
  strike: (world, round) => {
    const { postgres, databaseLine } = world;
    return round % 2 === 0
      ? hang(
          world,
          () => postgres!.freeze(),
          () => postgres!.thaw(),
          round,
        )
      : hang(
          world,
          () => databaseLine!.blackhole(),
          () => databaseLine!.heal(),
          round,
        );
  },
};

/** Whether a new station is refused while the known ones wait. */
async function refusesNewcomers(world: World, round: number, ms: number): Promise<boolean> {
  const stationId = `VISIT-${round}`;
  const { password } = await world.operator.register({ stationId });
  world.databaseLine!.latency(250);
  await wait(2000);
  world.fleet.seen.forget(); // answers of before it was slow
  let refused = false;
  for (const end = performance.now() + ms; performance.now() < end; await wait(250)) {
    refused ||= (await Promise.race([knock(world.url, stationId, password!), wait(2000, 0)])) === 503;
  }
  return refused;
}

export const F6: Fault = {
  id: 'F6',
  title: 'PostgreSQL answers each statement 500 ms late',
  expected: 'new handshakes get 503; ends of transactions do not wait longer than meter values',
  world: { stations: 200, pace: [0, 5], answerTimeoutMs: 60_000 },
  strike: async (world, round) => {
    const { seen } = world.fleet;
    const refused = await refusesNewcomers(world, round, world.isLong ? 30_000 : 10_000);
    const [stops, meterValues] = ['StopTransaction', 'MeterValues'].map((action) => seen.percentile(50, action));
    world.notes.push(
      [...seen.latencies.keys()].map((action) => `${action} ${Math.round(seen.percentile(50, action))} ms`).join(', '),
    );
    world.databaseLine!.heal();
    await world.recovers();
    world.expect('refuses new handshakes with 503', refused);
    world.expect('acknowledges ends of transactions', seen.latencies.has('StopTransaction'));
    world.expect('ends of transactions come first', stops! <= meterValues! * 1.25, { stops, meterValues });
    world.expect('closes no line', seen.closedLines === 0, [...seen.closes]);
  },
};
