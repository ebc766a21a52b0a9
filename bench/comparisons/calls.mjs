import { medianOf } from '../measure/statistics.mjs';
import { quietRounds } from '../measure/stolen-time.mjs';
import { AT_WORK, HALF_LOAD } from '../options.mjs';
import { measureAtRate, measureCalls } from '../phases/calls.mjs';
import { withServers } from '../servers/start.mjs';
import { readServers } from '../settings.mjs';
import { alternate, progress } from './alternate.mjs';

/** What a scenario is compared with: the least that any server of this kind has to do for it. */
const BASELINES = { heartbeat: 'bare', meter: 'bare-pg', transaction: 'bare-pg', mixed: 'bare-pg' };

/**
 * Stations at work: what TAU and the bare servers can do, and how quickly TAU answers at half of what it can.
 * @returns `{ database, calls, halfLoad, acknowledged }`
 */
export function compareCalls(options, idle) {
  const scenarios = options.scenarios.filter((scenario) => AT_WORK.includes(scenario));
  const kinds = new Set(scenarios.map((scenario) => BASELINES[scenario]));
  return withServers([...kinds, 'tau'], { build: options.build }, async (servers) => {
    const database = await readServers([...servers.values()]);
    const tau = servers.get('tau');
    await tau.register(options.stations.atWork);
    await tau.registerTokens(options.stations.atWork);
    const calls = [];
    const halfLoad = [];
    for (const subprotocol of options.subprotocols) {
      for (const scenario of scenarios) {
        const phase = { scenario, subprotocol, stations: options.stations.atWork, seconds: options.seconds };
        progress(`${scenario} ${subprotocol}`);
        const pair = { baseline: servers.get(BASELINES[scenario]), tau };
        const compared = await alternate(options.rounds, pair, (server) => measureCalls(server, phase, { idle }));
        calls.push({ scenario, subprotocol, ...compared });
        if (HALF_LOAD.includes(scenario)) {
          const half = () => atHalfLoad(tau, phase, compared.rounds, idle);
          halfLoad.push(await alone(tau, [...servers.values()], half));
        }
        if (scenario !== 'heartbeat') await tau.verify(scenario);
      }
    }
    return { database, calls, halfLoad, acknowledged: tau.acknowledged };
  });
}

/** What `measure` gives while all servers but one stand still. */
async function alone(server, servers, measure) {
  const others = servers.filter((other) => other !== server);
  for (const other of others) other.pause();
  try {
    return await measure();
  } finally {
    for (const other of others) other.resume();
  }
}

async function atHalfLoad(tau, phase, rounds, idle) {
  const saturated = medianOf(rounds, (pair) => pair.tau.callsPerSecond);
  const callsPerSecond = saturated / 2;
  const own = await quietRounds(rounds.length, () => measureAtRate(tau, phase, { idle, callsPerSecond }));
  return { scenario: phase.scenario, subprotocol: phase.subprotocol, saturated, ...own };
}
