// The tables of figures: Markdown of what was measured.
import { medianOf } from '../measure/statistics.mjs';
import { efficiency, lateness, ratio, stormsByKind } from './figures.mjs';
import { kib, left, ms, percent, right, table, two, version, whole } from './markdown.mjs';

const ofBoth = ({ baseline, rounds }) =>
  Object.entries({ baseline, tau: 'TAU' }).map(([which, name]) => ({
    name,
    isTau: which === 'tau',
    own: rounds.map((pair) => pair[which]),
  }));

function ratioText({ median, least, greatest }) {
  const spread = least === greatest ? '' : ` (${two(least)}-${two(greatest)})`;
  return `**${two(median)}**${spread}`;
}

/** What the host took for others, in the worst of the rounds, and how many were left out because it took more. */
function stolenText(rounds, discarded) {
  const share = percent(Math.max(...rounds.map(({ stolen }) => stolen)));
  return discarded > 0 ? `${share} (${discarded} left out)` : share;
}

const ofPostgres = ({ cpu }) => cpu.postgres / (cpu.node + cpu.postgres);

export function callsTable(calls) {
  const columns = [
    ...['scenario', 'OCPP', 'server'].map(left),
    ...['calls/s', 'calls per CPU-second', "PostgreSQL's part", 'p50 ms', 'p99 ms'].map(right),
    ...['loop delay p99 ms', 'load generator', 'stolen'].map(right),
    left('ratio'),
  ];
  const rows = calls.flatMap((result) =>
    ofBoth(result).map(({ name, isTau, own }) => [
      isTau ? '' : result.scenario,
      isTau ? '' : version(result.subprotocol),
      name,
      whole(medianOf(own, ({ callsPerSecond }) => callsPerSecond)),
      whole(medianOf(own, ({ callsPerCpuSecond }) => callsPerCpuSecond)),
      percent(medianOf(own, ofPostgres)),
      ms(medianOf(own, ({ p50 }) => p50)),
      ms(medianOf(own, ({ p99 }) => p99)),
      ms(lateness(own)),
      percent(medianOf(own, ({ generatorCpu }) => generatorCpu)),
      stolenText(own, result.discarded),
      isTau ? ratioText(efficiency(result)) : '',
    ]),
  );
  return table(columns, rows);
}

export function halfLoadTable(halfLoad) {
  const columns = [
    ...['scenario', 'OCPP'].map(left),
    ...['at its limit calls/s', 'sent calls/s', 'answered calls/s', 'p50 ms', 'p99 ms', 'max ms'].map(right),
    ...['loop delay p99 ms', 'sent too late p99 ms', 'load generator', 'stolen'].map(right),
  ];
  const rows = halfLoad.map(({ scenario, subprotocol, saturated, rounds, discarded }) => [
    scenario,
    version(subprotocol),
    whole(saturated),
    whole(rounds[0].wantedPerSecond),
    whole(medianOf(rounds, ({ callsPerSecond }) => callsPerSecond)),
    ms(medianOf(rounds, ({ p50 }) => p50)),
    `**${ms(medianOf(rounds, ({ p99 }) => p99))}**`,
    ms(Math.max(...rounds.map(({ max }) => max))),
    ms(lateness(rounds)),
    ms(medianOf(rounds, ({ latenessP99 }) => latenessP99)),
    percent(medianOf(rounds, ({ generatorCpu }) => generatorCpu)),
    stolenText(rounds, discarded),
  ]);
  return table(columns, rows);
}

export function connectsTable(connects) {
  const columns = [
    ...['server', 'OCPP'].map(left),
    ...['stations', 'connects/s', 'connects per CPU-second', "PostgreSQL's part"].map(right),
    ...['loop delay p99 ms', 'refused', 'load generator', 'stolen'].map(right),
    left('ratio'),
  ];
  const rows = connects.flatMap((result) =>
    ofBoth(result).map(({ name, isTau, own }) => [
      name,
      version(result.subprotocol),
      whole(result.connections),
      whole(medianOf(own, ({ arrivalsPerSecond }) => arrivalsPerSecond)),
      whole(medianOf(own, ({ connectsPerCpuSecond }) => connectsPerCpuSecond)),
      percent(medianOf(own, ofPostgres)),
      ms(lateness(own)),
      whole(Math.max(...own.map(({ refused }) => refused))),
      percent(medianOf(own, ({ generatorCpu }) => generatorCpu)),
      stolenText(own, result.discarded),
      isTau ? ratioText(ratio(result.rounds, ({ connectsPerCpuSecond }) => connectsPerCpuSecond)) : '',
    ]),
  );
  return table(columns, rows);
}

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const failuresOf = (instants) => sum(instants.flatMap(({ failures }) => Object.values(failures)));

/** What went wrong in storms, as a sentence below their table; empty where nothing did. */
function stormFailures(storms) {
  const counts = new Map();
  for (const { server, transport, connections, instants } of storms) {
    for (const [reason, count] of instants.flatMap(({ failures }) => Object.entries(failures))) {
      const key = `${reason} (${server}, ${whole(connections)} over ${transport})`;
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
  }
  const list = [...counts].map(([reason, count]) => `${whole(count)} x ${reason}`);
  return list.length === 0 ? '' : `\n\nFailed and tried again: ${list.join('; ')}.`;
}

/** Stations start once and come back again and again; of that the middle time and the worst of the rest is shown. */
export function stormsTable(storms) {
  const columns = [
    ...['at the same instant', 'OCPP', 'over', 'server'].map(left),
    ...['stations', 'all booted s', 'boots/s', 'p50 ms', 'p99 ms', 'longest answer ms'].map(right),
    ...['refused (503)', 'failed', 'loop delay p99 ms', 'load generator', 'stolen'].map(right),
  ];
  const rows = stormsByKind(storms).map(({ what, subprotocol, transport, server, connections, rounds, discarded }) => [
    what,
    version(subprotocol),
    transport,
    server,
    whole(connections),
    two(medianOf(rounds, ({ seconds }) => seconds)),
    `**${whole(medianOf(rounds, ({ arrivalsPerSecond }) => arrivalsPerSecond))}**`,
    ms(medianOf(rounds, ({ p50 }) => p50)),
    ms(medianOf(rounds, ({ p99 }) => p99)),
    ms(Math.max(...rounds.map(({ longestAnswerMs }) => longestAnswerMs))),
    whole(Math.max(...rounds.map(({ refused }) => refused))),
    whole(failuresOf(rounds)),
    ms(lateness(rounds)),
    percent(medianOf(rounds, ({ generatorCpu }) => generatorCpu)),
    stolenText(rounds, discarded),
  ]);
  return table(columns, rows) + stormFailures(storms);
}

export function memoryTable(memory) {
  const columns = [
    ...['server', 'over', 'OCPP'].map(left),
    ...['stations', 'private KiB each', 'PSS KiB each', 'RSS KiB each', 'heap KiB each'].map(right),
    ...['process MiB', 'CPU of one core', 'loop delay p99 ms', 'connects/s', 'refused'].map(right),
  ];
  const rows = memory.map((measured) => [
    measured.server,
    measured.transport,
    version(measured.subprotocol),
    whole(measured.connections),
    `**${kib(measured.each.private)}**`,
    ...['pss', 'rss', 'heap'].map((measure) => kib(measured.each[measure])),
    whole(measured.after.private / 2 ** 20),
    percent(measured.cpuShare),
    ms(measured.loop.excess),
    whole(measured.arrivalsPerSecond),
    whole(measured.refused),
  ]);
  return table(columns, rows);
}
