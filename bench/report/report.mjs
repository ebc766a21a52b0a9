import { callsTable, connectsTable, halfLoadTable, memoryTable, stormsTable } from './tables.mjs';
import { targetsTable } from './targets.mjs';
import { whole } from './markdown.mjs';
import { START_FLAGS } from '../servers/start-flags.mjs';

function databaseText(database) {
  if (!database) return 'PostgreSQL: embedded, as TAU brings it';
  const { server_version: release, ...settings } = database;
  const list = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return `PostgreSQL ${release}, embedded: ${list.join(', ')}`;
}

function settings({ options, machine, database, minutes }) {
  const { stations } = options;
  const lines = [
    `TAU ${machine.commit}, built in \`${machine.build}\`, ${machine.date}, ${minutes.toFixed(1)} minutes`,
    `${machine.cores} cores of ${machine.cpu ?? 'an unknown CPU'}, ${machine.memoryGib} GiB, Linux ${machine.kernel}, load average ${machine.loadAverage} before the start`,
    `node ${machine.node}, \`${START_FLAGS.join(' ')}\` as in \`npm start\` for all servers, and \`--import\` of the probe that reads event loop and heap; TAU with its defaults, message log on`,
    databaseText(database),
    `${stations.atWork} stations at work, ${whole(stations.connect)} connecting, ${whole(stations.reconnect)} reconnecting, ${whole(stations.memory)} idle; one load generator, one core`,
    `${options.rounds} rounds of ${options.seconds} s; the middle round is shown, in brackets the spread of the ratio`,
    '`stolen` is what the host of this machine took of its CPU time; rounds with more than 2 % are measured again, within limits',
    'CPU is that of the node and PostgreSQL processes of the server, without the load generator',
    'no errors: a run with any fails',
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

const SECTIONS = [
  ['calls', 'At the limit', callsTable],
  ['halfLoad', 'At half load', halfLoadTable],
  ['connects', 'Connecting', connectsTable],
  ['storms', 'Starting and reconnecting at the same instant', stormsTable],
  ['memory', 'Idle stations', memoryTable],
];

/** Everything as Markdown, ready for docs/performance.md. */
export function report(results) {
  const measured = SECTIONS.filter(([key]) => results[key]?.length > 0);
  return [
    settings(results),
    '### Targets',
    targetsTable(results),
    ...measured.flatMap(([key, title, tableOf]) => [`### ${title}`, tableOf(results[key])]),
  ].join('\n\n');
}
