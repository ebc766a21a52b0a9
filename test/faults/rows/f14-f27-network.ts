import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../../system/tau-process.js';
import type { Fault } from '../fault.js';
import { Visitor } from '../kit/visitor.js';
import type { World } from '../kit/world.js';

/** Stations of the load that TAU shows as connected, or not. */
const shown = (world: World, connected: boolean): Promise<number> =>
  world.operator.stations({ connected, limit: 500 }).then((stations) => stations.length);

/** The line goes dead, nobody is told: stations notice first, or TAU does. */
async function halfOpen(world: World, round: number): Promise<void> {
  const stations = world.fleet.all.length;
  if (round % 2 === 0) {
    world.stationLine.strand();
    // all stations give up their line within the first second, and come back on another
    await wait(1000);
    await world.recovers();
    await until(() => world.fleet.openLines === stations, 10_000);
    return;
  }
  const pingSeconds = world.isLong ? 25 : 1;
  world.stationLine.blackhole();
  const since = performance.now();
  await until(async () => (await shown(world, false)) === stations, 20 * pingSeconds * 1000).catch(() => undefined);
  world.expectWithin(world.isLong ? 60_000 : 3500, 'shows stations offline', performance.now() - since);
  world.stationLine.heal();
  await world.recovers();
}

export const F14: Fault = {
  id: 'F14',
  title: 'half-open connections: nothing passes, nobody is told',
  expected: 'new sockets are accepted at once; a dead one is seen within 60 s (two to three pings)',
  world: (isLong) => ({
    answerTimeoutMs: 1000,
    patience: 1,
    ...(!isLong && { env: { OCPP_PING_INTERVAL_SECONDS: '1' } }),
  }),
  rounds: 2,
  strike: halfOpen,
};

/** Every station is connected and hears a command. */
async function isRoutable(world: World): Promise<void> {
  const { fleet, operator } = world;
  const connected = await shown(world, true);
  world.expect('shows all stations as connected', connected === fleet.all.length, connected);
  const answers = await Promise.all(
    fleet.all.slice(0, 10).map(({ stationId }) => operator.post(`/stations/${stationId}/ocpp/ClearCache`, {})),
  );
  // the load knows no ClearCache: its CALLERROR proves that it was asked
  const codes = answers.map(({ body }) => body.code as string);
  world.expect(
    'commands reach the new connection',
    codes.every((code) => code === 'station-error'),
    codes,
  );
}

export const F15: Fault = {
  id: 'F15',
  title: 'the end of a connection arrives after the next one was opened',
  expected: 'the new one stays, is shown and hears commands',
  rounds: 2,
  strike: async (world) => {
    world.stationLine.lateClose(1500);
    for (const station of world.fleet.all) station.drop();
    await wait(100);
    await world.recovers();
    await wait(2000); // the late ends have come by now
    await isRoutable(world);
    world.stationLine.heal();
  },
};

export const F16: Fault = {
  id: 'F16',
  title: 'all stations lose their line at the same instant and come back at once, each with boot, status and a backlog',
  expected: 'p99 of acknowledgements within 2 s, nobody waits for long, intervals with jitter',
  world: (isLong) => ({ stations: isLong ? 1000 : 300, pace: [0, 0], backOff: [0, 50], commandEveryMs: 1000 }),
  strike: async (world) => {
    const { seen, all } = world.fleet;
    const backlog = world.isLong ? 50 : 10;
    seen.forget();
    const goals = all.map((station) => station.acks + backlog);
    const since = performance.now();
    world.stationLine.reset();
    await wait(20); // what was on its way
    await world.recovers(since);
    await until(() => all.every(({ acks }, i) => acks >= goals[i]!), 120_000);
    const seconds = (performance.now() - since) / 1000;
    const p99 = seen.percentile(99);
    world.expectWithin(2000, 'p99 of acknowledgements', p99);
    const { intervals } = seen;
    const isJittered = new Set(intervals).size > 1 && intervals.every((s) => s >= 240 && s <= 360);
    world.expect('tells heartbeat intervals of 300 s with a fifth of jitter', isJittered, [...new Set(intervals)]);
    const refusals = JSON.stringify([...seen.refusals]);
    world.notes.push(
      `${all.length} stations back with ${backlog} messages each in ${seconds.toFixed(1)} s, ` +
        `p99 ${Math.round(p99)} ms, handshakes refused: ${refusals}`,
    );
  },
};

/** A balancer that cuts idle connections leaves those alone that are pinged. */
async function idleCut(world: World, round: number): Promise<void> {
  const [idle, seconds] = world.isLong ? [60_000, 150] : [2500, 5];
  const visitors = await Promise.all(
    Array.from({ length: 10 }, (_, i) => Visitor.booted(world.operator, world.url, `VISIT-${round}-${i}`, '2.0.1')),
  );
  world.stationLine.idleCut(idle);
  await wait(seconds * 1000);
  const open = visitors.filter(({ isOpen }) => isOpen).length;
  world.expect('pings keep idle connections alive', open === visitors.length, open);
  world.stationLine.heal();
  await Promise.all(visitors.map((visitor) => visitor.close()));
}

export const F27: Fault = {
  id: 'F27',
  title: 'a balancer cuts connections that are idle; all stations come back from another address',
  expected: 'pings keep connections alive; after the change of address it acknowledges within 5 s',
  world: (isLong) => (isLong ? {} : { env: { OCPP_PING_INTERVAL_SECONDS: '1' } }),
  strike: async (world, round) => {
    await idleCut(world, round);
    world.fleet.moveTo(`127.0.0.${2 + (round % 200)}`);
    const since = performance.now();
    world.stationLine.reset();
    await wait(20); // what was on its way
    await world.recovers(since);
  },
};
