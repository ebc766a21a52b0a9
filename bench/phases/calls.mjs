import { setTimeout as sleep } from 'node:timers/promises';
import { watchEventLoop } from '../measure/event-loop.mjs';
import { withStolenTime } from '../measure/stolen-time.mjs';
import { cpuSince, SETTLE_MS, withLoad } from './clean-run.mjs';

const WARM_UP_SECONDS = 1;
/** The stations begin one after the other, so that they are not all at the same step. */
const WARM_UP_AT_SET_TIMES_SECONDS = 2;

async function putToWork(load, server, { scenario, subprotocol, stations }) {
  await load.stations({ url: server.url, subprotocol, identities: server.identities(stations) });
  await load.connect();
  await load.prepare(scenario);
  await sleep(500); // what a boot sets off is not part of the load
}

/**
 * Stations at work on a scenario, each sending as soon as it has its answer: what the server does at its limit.
 * @param phase {{ scenario, subprotocol, stations, seconds }}
 * @param idle the idle process to compare event loops with, if they matter
 * @param around called with the measured phase, for a profiler to begin and end with it
 */
export function measureCalls(server, phase, { idle, around = (measure) => measure() } = {}) {
  return withLoad(server, `${phase.scenario} ${phase.subprotocol}`, async (load) => {
    await putToWork(load, server, phase);
    await load.warmUp({ seconds: WARM_UP_SECONDS });
    return around(async () => {
      const eventLoop = idle && (await watchEventLoop(server, idle));
      const before = server.cpu();
      const counts = await withStolenTime(() => load.measure({ seconds: phase.seconds }));
      const loop = await eventLoop?.();
      await sleep(SETTLE_MS);
      const cpu = cpuSince(before, server.cpu());
      return { ...counts, cpu, loop, callsPerCpuSecond: counts.calls / (cpu.node + cpu.postgres) };
    });
  });
}

/**
 * The same stations, but every call is due at a set time, `callsPerSecond` together. Its latency begins when it was due,
 * so a server that keeps stations from sending does not look quick.
 */
export function measureAtRate(server, phase, { idle, callsPerSecond }) {
  return withLoad(server, `${phase.scenario} ${phase.subprotocol} at half load`, async (load) => {
    await putToWork(load, server, phase);
    await load.warmUp({ seconds: WARM_UP_AT_SET_TIMES_SECONDS, callsPerSecond });
    const endWatch = await watchEventLoop(server, idle);
    const counts = await withStolenTime(() => load.measure({ seconds: phase.seconds, due: true }));
    return { ...counts, wantedPerSecond: callsPerSecond, loop: await endWatch() };
  });
}
