import { medianOf } from './measure/statistics.mjs';

/** What TAU is to reach: its calls per CPU-second over those of the bare server. */
const TARGETS = { heartbeat: 0.35, transaction: 0.1 };

const whole = (number) => Math.round(number).toLocaleString('en');
const ms = (number) => (number < 10 ? number.toFixed(1) : String(Math.round(number)));
const kib = (bytes) => (bytes / 1024).toFixed(1);

/** Prints rows of texts, the first row as the head; all but the first two columns flush right. */
function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (text, column) => (column < 3 ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  const line = (row) => row.map(pad).join('  ').trimEnd();
  const [head, ...body] = rows;
  console.log(['', line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n'));
}

/** The median over the rounds of TAU's figure over that of the bare server, with the least and the greatest. */
function ratio(rounds, read) {
  const ratios = rounds.map(({ baseline, tau }) => read(tau) / read(baseline));
  const two = (number) => number.toFixed(2);
  const spread = rounds.length > 1 ? ` (${two(Math.min(...ratios))}-${two(Math.max(...ratios))})` : '';
  const median = medianOf(ratios, (value) => value);
  return { median, text: two(median) + spread };
}

const share = ({ cpu }) => cpu.postgres / (cpu.node + cpu.postgres);

function target(scenario, reached) {
  const wanted = TARGETS[scenario];
  if (wanted === undefined) return '';
  return `${wanted} ${reached >= wanted ? 'reached' : 'MISSED'}`;
}

export function printSettings(settings) {
  const { date, commit, node, postgresql, fsync, synchronousCommit, cores, cpu, loadAverage } = settings;
  const database = postgresql
    ? `PostgreSQL ${postgresql}: fsync ${fsync}, synchronous_commit ${synchronousCommit}, shared_buffers ${settings.sharedBuffers}`
    : 'no PostgreSQL';
  const connections = settings.connections ? `, ${settings.connections} connections` : '';
  console.log(`
TAU ${commit}, built in ${settings.build}, ${date}
node ${node}, ${database}
${cores} cores, ${cpu ?? 'unknown CPU'}, load average ${loadAverage} before the start
${settings.stations} stations${connections}, ${settings.rounds} rounds of ${settings.seconds} s; the middle round is shown, of ratios also the spread
CPU is that of the node and PostgreSQL processes of the server; the load generator's is not counted. No errors: a run with any fails.`);
}

export function printCalls(results) {
  const head = [
    'scenario',
    'OCPP',
    'server',
    'calls/s',
    'calls/CPU-s',
    'PG share',
    'p50 ms',
    'p99 ms',
    'ratio calls/s',
  ];
  const rows = [[...head, 'RATIO calls/CPU-s', 'target']];
  for (const { scenario, subprotocol, baseline, rounds } of results) {
    for (const [which, name] of Object.entries({ baseline, tau: 'TAU' })) {
      const own = rounds.map((pair) => pair[which]);
      const perCpuSecond = ratio(rounds, ({ callsPerCpuSecond }) => callsPerCpuSecond);
      const compared = [
        ratio(rounds, ({ callsPerSecond }) => callsPerSecond).text,
        perCpuSecond.text,
        target(scenario, perCpuSecond.median),
      ];
      rows.push([
        scenario,
        subprotocol.replace('ocpp', ''),
        name,
        whole(medianOf(own, ({ callsPerSecond }) => callsPerSecond)),
        whole(medianOf(own, ({ callsPerCpuSecond }) => callsPerCpuSecond)),
        `${whole(medianOf(own, share) * 100)} %`,
        ms(medianOf(own, ({ p50 }) => p50)),
        ms(medianOf(own, ({ p99 }) => p99)),
        ...(which === 'tau' ? compared : ['', '', '']),
      ]);
    }
  }
  printTable(rows);
}

export function printConnections(results) {
  const head = ['scenario', 'OCPP', 'server', 'connects/s', 'connects/CPU-s', 'heap KiB each', 'RSS KiB each'];
  const rows = [[...head, 'RATIO connects/CPU-s']];
  for (const { scenario, subprotocol, baseline, rounds } of results) {
    for (const [which, name] of Object.entries({ baseline, tau: 'TAU' })) {
      const own = rounds.map((pair) => pair[which]);
      rows.push([
        scenario,
        subprotocol.replace('ocpp', ''),
        name,
        whole(medianOf(own, ({ connectsPerSecond }) => connectsPerSecond)),
        whole(medianOf(own, ({ connectsPerCpuSecond }) => connectsPerCpuSecond)),
        kib(medianOf(own, ({ heapPerConnection }) => heapPerConnection)),
        kib(medianOf(own, ({ rssPerConnection }) => rssPerConnection)),
        which === 'tau' ? ratio(rounds, ({ connectsPerCpuSecond }) => connectsPerCpuSecond).text : '',
      ]);
    }
  }
  printTable(rows);
}
