import { setTimeout as sleep } from 'node:timers/promises';
import { LoadGenerator } from './load/load-generator.mjs';
import { Inspector } from './measure/inspector.mjs';

const WARM_UP_SECONDS = 1;
/** What a server writes after its answers still counts as its CPU. */
const SETTLE_MS = 1500;

const cpuSince = (before, after) => ({ node: after.node - before.node, postgres: after.postgres - before.postgres });

/** One measurement of one server; throws where anything but the expected happened. */
export class UncleanRun extends Error {}

/** Runs `work` with a load generator, and refuses a result that was not clean. */
async function withLoad(server, what, work) {
  const load = new LoadGenerator();
  const complaintsBefore = server.complaints.length;
  try {
    const result = await work(load);
    const failures = Object.entries(await load.close()).map(([reason, count]) => `${count} x ${reason}`);
    const problems = [...failures, ...server.complaints.slice(complaintsBefore)];
    if (problems.length > 0)
      throw new UncleanRun(`${server.name}, ${what}, was not clean:\n  ${problems.join('\n  ')}`);
    return result;
  } finally {
    load.kill();
  }
}

/**
 * Stations at work on a scenario.
 * @param around called with the measured phase, for a profiler to begin and end with it
 */
export function measureCalls(server, { scenario, subprotocol, stations, seconds }, around = (phase) => phase()) {
  return withLoad(server, `${scenario} ${subprotocol}`, async (load) => {
    await load.connect({ url: server.url, subprotocol, scenario, identities: server.identities(stations) });
    await sleep(500); // what a boot sets off is not part of the load
    await load.warmUp(WARM_UP_SECONDS);
    return around(async () => {
      const before = server.cpu();
      const counts = await load.measure(seconds);
      await sleep(SETTLE_MS);
      const cpu = cpuSince(before, server.cpu());
      return { ...counts, cpu, callsPerCpuSecond: counts.calls / (cpu.node + cpu.postgres) };
    });
  });
}

/** Stations that connect, boot and stay idle. The server must run with an inspector. */
export async function measureConnections(server, { subprotocol, connections }) {
  const inspector = await Inspector.connect(server.inspectorUrl);
  try {
    return await withLoad(server, `connect ${subprotocol}`, async (load) => {
      const memoryBefore = await inspector.memory();
      const cpuBefore = server.cpu();
      const { seconds } = await load.connect({
        url: server.url,
        subprotocol,
        identities: server.identities(connections),
      });
      await sleep(SETTLE_MS);
      const cpu = cpuSince(cpuBefore, server.cpu());
      const memory = await inspector.memory();
      return {
        cpu,
        connectsPerSecond: connections / seconds,
        connectsPerCpuSecond: connections / (cpu.node + cpu.postgres),
        rssPerConnection: (memory.rss - memoryBefore.rss) / connections,
        heapPerConnection: (memory.heap - memoryBefore.heap) / connections,
      };
    });
  } finally {
    inspector.close();
  }
}
