import { setTimeout as sleep } from 'node:timers/promises';
import { watchEventLoop } from '../measure/event-loop.mjs';
import { residentMemory } from '../measure/resident-memory.mjs';
import { quietRounds, withStolenTime } from '../measure/stolen-time.mjs';
import { cpuSince, SETTLE_MS, UncleanRun, withLoad } from './clean-run.mjs';

/** So many connections first: what is only made once, such as compiled code, is no memory of a connection. */
const FIRST_CONNECTIONS = 200;
const BETWEEN_STORMS_MS = 500;

/** Where the stations of a phase connect: `transport` is `ws` or `wss`. */
const addressOf = (server, { transport, certificate }) =>
  transport === 'wss' ? { url: server.tlsUrl, ca: certificate.text } : { url: server.url };

const stationsOf = (server, phase, identities) => ({
  ...addressOf(server, phase),
  subprotocol: phase.subprotocol,
  identities,
});

function allArrived(server, arrivals) {
  if (arrivals.missing > 0) throw new UncleanRun(`${server.name}: ${arrivals.missing} stations never got in.`);
  return arrivals;
}

async function memoryOf(server) {
  const heap = await server.probe.heapAfterCollection();
  return { heap, ...residentMemory(server.process.pid) };
}

/**
 * Stations that connect and boot, a limited number at a time.
 * @param phase {{ subprotocol, transport, certificate?, connections }}
 */
export function measureConnects(server, phase, { idle }) {
  return withLoad(server, `connect ${phase.subprotocol}`, async (load) => {
    await load.stations(stationsOf(server, phase, server.identities(phase.connections)));
    const endWatch = await watchEventLoop(server, idle);
    const before = server.cpu();
    const arrivals = allArrived(server, await withStolenTime(() => load.connect()));
    const loop = await endWatch();
    await sleep(SETTLE_MS);
    const cpu = cpuSince(before, server.cpu());
    return { ...arrivals, cpu, loop, connectsPerCpuSecond: phase.connections / (cpu.node + cpu.postgres) };
  });
}

/**
 * Stations that lose their connections and come back at the same instant.
 * @param phase `times`: how often they come back. With `first`, the number of the first station, they have never been
 *   there before, and start at the same instant too
 * @returns what happened in each of the instants: `{ instants: [{ what: 'start' or 'reconnect', ...arrivals, stolen,
 *   warnings, loop }], discarded }`
 */
export function measureStorm(server, { first, times, ...phase }, { idle }) {
  return withLoad(server, `reconnect ${phase.subprotocol}`, async (load) => {
    await load.stations(stationsOf(server, phase, server.identities(phase.connections, first)));
    const instant = async (what, step) => {
      const endWatch = await watchEventLoop(server, idle);
      const saidBefore = server.complaints.length;
      const arrivals = allArrived(server, await withStolenTime(step));
      const loop = await endWatch();
      await sleep(BETWEEN_STORMS_MS);
      const warnings = server.complaints.splice(saidBefore); // who is stormed may complain
      return { what, ...arrivals, warnings, loop };
    };
    const starts = [];
    if (first === undefined) allArrived(server, await load.connect());
    else starts.push(await instant('start', () => load.start()));
    const { rounds, discarded } = await quietRounds(times, () => instant('reconnect', () => load.comeBack()));
    return { instants: [...starts, ...rounds], discarded };
  });
}

/** Memory of stations that have booted and stay idle, and what it takes to keep them. The server must be fresh. */
export async function measureMemory(server, phase, { idle }) {
  const { connections, seconds } = phase;
  await withLoad(server, 'first connections', async (load) => {
    const few = Math.min(FIRST_CONNECTIONS, connections);
    await load.stations(stationsOf(server, phase, server.identities(few)));
    await load.connect();
  });
  return withLoad(server, `memory of ${phase.transport}`, async (load) => {
    await load.stations(stationsOf(server, phase, server.identities(connections)));
    await sleep(SETTLE_MS);
    const before = await memoryOf(server);
    const arrivals = allArrived(server, await load.connect());
    await sleep(2 * SETTLE_MS);
    const after = await memoryOf(server);
    const endWatch = await watchEventLoop(server, idle);
    const cpuBefore = server.cpu();
    await sleep(seconds * 1000);
    const cpu = cpuSince(cpuBefore, server.cpu());
    const loop = await endWatch();
    const each = Object.fromEntries(
      Object.keys(after).map((measure) => [measure, (after[measure] - before[measure]) / connections]),
    );
    return { ...arrivals, before, after, each, loop, cpuShare: (cpu.node + cpu.postgres) / seconds };
  });
}
