// What TAU is to reach, beside what was measured.
import { medianOf } from '../measure/statistics.mjs';
import { efficiency, lateness, ofTau, stormsByKind } from './figures.mjs';
import { kib, left, ms, right, table, two, version, whole } from './markdown.mjs';

const KIB = 1024;

/** The worst of several figures decides. `better`: which end of the scale is wanted */
const worstOf = (values, better) => (better === 'more' ? Math.min(...values) : Math.max(...values));

const efficiencyOf = (scenario) => ({
  floor: { heartbeat: 0.45 }[scenario] ?? 0.25,
  aim: { heartbeat: 0.65 }[scenario] ?? 0.5,
  better: 'more',
  show: two,
  find: ({ calls = [] }) =>
    calls
      .filter((result) => result.scenario === scenario)
      .map((result) => ({ of: version(result.subprotocol), value: efficiency(result).median })),
});

const memoryOver = (transport, floor, aim) => ({
  floor: floor * KIB,
  aim: aim * KIB,
  better: 'less',
  show: kib,
  find: ({ memory = [] }) =>
    ofTau(memory)
      .filter((measured) => measured.transport === transport)
      .map(({ connections, each }) => ({ of: `${whole(connections)} stations`, value: each.private })),
});

const bootsOver = (transport) => ({
  floor: 400,
  aim: 1000,
  better: 'more',
  show: whole,
  find: ({ storms = [] }) => {
    const greatest = Math.max(...storms.map(({ connections }) => connections));
    const rate = ({ rounds }) => medianOf(rounds, ({ arrivalsPerSecond }) => arrivalsPerSecond);
    const asked = stormsByKind(storms).filter(
      (storm) => storm.connections === greatest && storm.transport === transport && storm.what === 'reconnect',
    );
    return ofTau(asked).map((storm) => {
      const { subprotocol } = storm;
      const bare = asked.find((other) => other.subprotocol === subprotocol && other.server !== storm.server);
      return { of: `${version(subprotocol)}; ${bare.server} ${whole(rate(bare))}`, value: rate(storm) };
    });
  },
});

/** The worst phase of each kind. */
function loopDelays({ calls = [], halfLoad = [], connects = [], storms = [], memory = [] }) {
  const tau = (pairs) => pairs.map((pair) => pair.tau);
  const kinds = {
    'at the limit': calls.map(({ rounds }) => tau(rounds)),
    'half load': halfLoad.map(({ rounds }) => rounds),
    connect: connects.map(({ rounds }) => tau(rounds)),
    'start and reconnect': stormsByKind(ofTau(storms)).map(({ rounds }) => rounds),
    idle: ofTau(memory).map((measured) => [measured]),
  };
  return Object.entries(kinds)
    .filter(([, phases]) => phases.length > 0)
    .map(([of, phases]) => ({ of, value: Math.max(...phases.map(lateness)) }));
}

const ROWS = {
  'heartbeat, calls per CPU-second against bare ws': efficiencyOf('heartbeat'),
  'meter values, likewise against bare ws + pg': efficiencyOf('meter'),
  'whole transactions, likewise against bare ws + pg': efficiencyOf('transaction'),
  'p99 at half load, ms': {
    floor: 50,
    aim: 20,
    better: 'less',
    show: ms,
    find: ({ halfLoad = [] }) =>
      halfLoad.map(({ scenario, subprotocol, rounds }) => ({
        of: `${scenario} ${version(subprotocol)}`,
        value: medianOf(rounds, ({ p99 }) => p99),
      })),
  },
  'memory per idle connection over ws, KiB': memoryOver('ws', 30, 15),
  'memory per idle connection over TLS, KiB': memoryOver('wss', 80, 60),
  'boots per second of reconnecting stations over ws': bootsOver('ws'),
  'boots per second of reconnecting stations over TLS': bootsOver('wss'),
  'event loop delay p99 less that of an idle process, ms': {
    floor: 50,
    aim: 30,
    better: 'less',
    show: ms,
    find: loopDelays,
  },
};

function reached({ floor, aim, better }, worst) {
  const holds = (wanted) => (better === 'more' ? worst >= wanted : worst <= wanted);
  if (holds(aim)) return 'aim';
  return holds(floor) ? 'floor' : '**no**';
}

/** `[{ name, floor, aim, measured, reached }]`, texts all of them. */
export function judge(results) {
  const rows = Object.entries(ROWS).map(([name, target]) => {
    const found = target.find(results);
    const texts = { name, floor: target.show(target.floor), aim: target.show(target.aim) };
    if (found.length === 0) return { ...texts, measured: 'not measured', reached: '' };
    const worst = worstOf(
      found.map(({ value }) => value),
      target.better,
    );
    return {
      ...texts,
      measured: found.map(({ of, value }) => `${target.show(value)} (${of})`).join(', '),
      reached: reached(target, worst),
    };
  });
  return results.acknowledged > 0 ? [...rows, nothingLost(results)] : rows;
}

/** Every comparison of counts has held, or the run would have failed. */
const nothingLost = ({ acknowledged }) => ({
  name: 'transactions acknowledged but lost or counted twice, without faults',
  floor: '0',
  aim: '0',
  measured: `0 of ${whole(acknowledged)}`,
  reached: 'aim',
});

export function targetsTable(results) {
  const columns = [left('target'), right('floor'), right('aim'), left('measured'), left('reached')];
  const rows = judge(results).map((row) => [row.name, row.floor, row.aim, row.measured, row.reached]);
  return table(columns, rows);
}
