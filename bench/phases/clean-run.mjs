import { LoadGenerator } from '../load/load-generator.mjs';

/** What a server writes after its answers still counts as its CPU. */
export const SETTLE_MS = 1500;

/** CPU seconds between two looks at a server. */
export const cpuSince = (before, after) => ({
  node: after.node - before.node,
  postgres: after.postgres - before.postgres,
});

/** A measurement in which anything but the expected happened. */
export class UncleanRun extends Error {}

const described = (failures) => Object.entries(failures).map(([reason, count]) => `${count} x ${reason}`);

/** Runs `work` with a load generator, and refuses a result that was not clean. */
export async function withLoad(server, what, work) {
  const load = new LoadGenerator();
  const complaintsBefore = server.complaints.length;
  try {
    const result = await work(load);
    const { transactions, failures } = await load.close();
    server.acknowledge(transactions);
    const problems = [...described(failures), ...server.complaints.slice(complaintsBefore)];
    if (problems.length > 0)
      throw new UncleanRun(`${server.name}, ${what}, was not clean:\n  ${problems.slice(0, 30).join('\n  ')}`);
    return result;
  } finally {
    load.kill();
  }
}
