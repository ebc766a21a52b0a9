// Measures TAU against bare servers on the same machine in the same run. See docs/performance.md.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readOptions } from './options.mjs';
import { measureCalls, measureConnections } from './phases.mjs';
import { printCalls, printConnections, printSettings } from './report.mjs';
import { start } from './servers/start.mjs';
import { readSettings } from './settings.mjs';

/** What a scenario is compared with: the least that any server of this kind has to do for it. */
const BASELINES = { heartbeat: 'bare', meter: 'bare-pg', transaction: 'bare-pg', mixed: 'bare-pg', connect: 'bare' };

const options = readOptions();
const progress = (text) => process.stderr.write(`${text}\n`);

/** Starts the servers by their kinds, and stops those that run, whatever happens. */
async function withServers(kinds, startOptions, work) {
  const servers = new Map();
  try {
    for (const kind of kinds) {
      progress(`starting ${kind}`);
      servers.set(kind, await start[kind](startOptions));
    }
    return await work(servers);
  } finally {
    for (const server of servers.values()) await server.stop();
  }
}

/** Measures both servers in turn, in changing order: what disturbs a while disturbs both. */
async function alternate(baseline, tau, measure) {
  const rounds = [];
  for (let round = 0; round < options.rounds; round++) {
    const pair = {};
    const order = round % 2 === 0 ? ['baseline', 'tau'] : ['tau', 'baseline'];
    for (const which of order) pair[which] = await measure(which === 'tau' ? tau : baseline);
    rounds.push(pair);
  }
  return { baseline: baseline.name, rounds };
}

const combinations = (scenarios) =>
  options.subprotocols.flatMap((subprotocol) => scenarios.map((scenario) => ({ scenario, subprotocol })));

async function compareCalls(scenarios) {
  const kinds = new Set(scenarios.map((scenario) => BASELINES[scenario]));
  return withServers([...kinds, 'tau'], { build: options.build }, async (servers) => {
    const settings = await readSettings([...servers.values()], options);
    const tau = servers.get('tau');
    await tau.register(options.stations);
    const results = [];
    for (const phase of combinations(scenarios)) {
      progress(`${phase.scenario} ${phase.subprotocol}`);
      const measure = (server) => measureCalls(server, { ...phase, ...options });
      const compared = await alternate(servers.get(BASELINES[phase.scenario]), tau, measure);
      if (phase.scenario !== 'heartbeat') await tau.verify(phase.scenario);
      results.push({ ...phase, ...compared });
    }
    return { settings, results };
  });
}

async function compareConnections() {
  return withServers([BASELINES.connect, 'tau'], { build: options.build, inspect: true }, async (servers) => {
    const settings = await readSettings([...servers.values()], options);
    const tau = servers.get('tau');
    await tau.register(options.connections);
    const results = [];
    for (const phase of combinations(['connect'])) {
      progress(`connect ${phase.subprotocol}`);
      for (const server of servers.values()) {
        // what is only made once, such as compiled code, must not count as the memory of connections
        await measureConnections(server, { ...phase, connections: Math.min(100, options.connections) });
      }
      const measure = (server) => measureConnections(server, { ...phase, connections: options.connections });
      results.push({ ...phase, ...(await alternate(servers.get(BASELINES.connect), tau, measure)) });
    }
    return { settings: { ...settings, connections: options.connections }, results };
  });
}

async function main() {
  if (!existsSync(path.join(options.build, 'main.js'))) {
    throw new Error(`There is no ${options.build}/main.js. Build TAU first: npm run build`);
  }
  const scenarios = options.scenarios.filter((scenario) => scenario !== 'connect');
  const calls = scenarios.length > 0 ? await compareCalls(scenarios) : undefined;
  const connections = options.scenarios.includes('connect') ? await compareConnections() : undefined;
  if (options.json) return console.log(JSON.stringify({ calls, connections }, null, 2));
  printSettings({ ...connections?.settings, ...calls?.settings });
  if (calls) printCalls(calls.results);
  if (connections) printConnections(connections.results);
}

main().catch((error) => {
  console.error(`\nThe benchmark failed. ${error.stack}`);
  process.exitCode = 1;
});
