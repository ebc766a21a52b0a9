import { parseArgs } from 'node:util';

/** Scenarios of stations at work; those of `HALF_LOAD` are also measured at half of what TAU can do. */
export const AT_WORK = ['heartbeat', 'meter', 'transaction', 'mixed'];
export const HALF_LOAD = ['meter', 'transaction', 'mixed'];
const SCENARIOS = [...AT_WORK, 'connect', 'reconnect', 'memory'];
const VERSIONS = { 1.6: 'ocpp1.6', '2.0.1': 'ocpp2.0.1' };

/** Stations of each kind of scenario. */
const STATIONS = { atWork: 100, connect: 1000, reconnect: 1000, memory: 10_000 };
const FEW = { atWork: 100, connect: 300, reconnect: 300, memory: 1000 };

const USAGE = `npm run bench -- [options]        measures TAU against bare servers (needs a build: npm run build)
node bench/profile.mjs [options]  shows where TAU spends its time in one scenario

  --scenario NAME[,NAME]  ${SCENARIOS.join(', ')}; for run.mjs all of them
  --proto VERSION         1.6 or 2.0.1; for run.mjs both (memory is measured with the last one)
  --stations N            stations, instead of 100 at work, 1,000 that connect or reconnect, 10,000 whose memory counts
  --connections N         the same for connect, reconnect and memory alone
  --seconds S             length of one measured phase (4)
  --rounds N              alternations of bare server and TAU (3)
  --quick                 one round of 2 seconds, fewer connections
  --build DIR             the build of TAU to measure (dist)
  --json                  print everything as one JSON object
  --save FILE             keep the figures of every round, as JSON;
                          profile.mjs: keep the CPU profile, for Chrome's developer tools`;

function chosen(text, known, what) {
  const list = text.split(',');
  const unknown = list.find((item) => !known.includes(item));
  if (unknown !== undefined) throw new Error(`There is no ${what} ${unknown}; there are ${known.join(', ')}.`);
  return list;
}

function whole(text, name) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} takes a whole number above 0, not ${text}.`);
  return number;
}

function stationsOf({ stations, connections, quick }) {
  const usual = quick ? FEW : STATIONS;
  const atWork = stations === undefined ? usual.atWork : whole(stations, 'stations');
  const connecting = connections ?? stations;
  if (connecting === undefined) return usual;
  const number = whole(connecting, 'connections');
  return { atWork, connect: number, reconnect: number, memory: number };
}

function read(defaults) {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string', default: defaults.scenario },
      proto: { type: 'string', default: defaults.proto },
      stations: { type: 'string' },
      connections: { type: 'string' },
      seconds: { type: 'string' },
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      build: { type: 'string', default: 'dist' },
      json: { type: 'boolean', default: false },
      save: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  const { quick } = values;
  const versions = chosen(values.proto.replaceAll('ocpp', ''), Object.keys(VERSIONS), 'version');
  return {
    scenarios: chosen(values.scenario, SCENARIOS, 'scenario'),
    subprotocols: versions.map((version) => VERSIONS[version]),
    stations: stationsOf(values),
    seconds: whole(values.seconds ?? (quick ? '2' : '4'), 'seconds'),
    rounds: whole(values.rounds ?? (quick ? '1' : '3'), 'rounds'),
    build: values.build,
    json: values.json,
    save: values.save,
  };
}

/** The command line; a mistake in it ends the process with the usage. */
export function readOptions(defaults = { scenario: SCENARIOS.join(','), proto: '1.6,2.0.1' }) {
  try {
    return read(defaults);
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}
