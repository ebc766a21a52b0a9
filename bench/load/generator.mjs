// The load generator: all stations in one process of its own, told what to do over the IPC channel of its parent.
import { setTimeout as sleep } from 'node:timers/promises';
import { createSecureContext } from 'node:tls';
import { Histogram } from '../measure/histogram.mjs';
import { Arrivals } from './arrivals.mjs';
import { Counts, DueCounts } from './counts.mjs';
import { Lane } from './lane.mjs';
import { pacesFor, randomNumbers } from './pace.mjs';
import { scenariosFor } from './scenarios.mjs';
import { CallFailed, Station } from './station.mjs';

const TIMEOUT_MS = 30_000;
const HANDSHAKES_AT_ONCE = 50;

const random = randomNumbers(1);
let failures = new Map();
const fail = (reason) => failures.set(reason, (failures.get(reason) ?? 0) + 1);
const run = { endsAt: Infinity, counts: undefined };
let server;
let scenarios;
let stations = [];
let lanes = [];
let work;
let lateness = new Histogram();

setInterval(() => {
  for (const station of stations) station.expire(performance.now() - TIMEOUT_MS);
}, 1000).unref();

function ignoreCounted(error) {
  if (!(error instanceof CallFailed)) throw error;
}

async function atMost(limit, items, task) {
  const rest = items.values();
  const worker = async () => {
    for (const item of rest) await task(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}

/** What this process used of one core while `task` ran: near 1 it is itself what limits the figures. */
async function withCpuShare(task) {
  const begin = performance.now();
  const before = process.cpuUsage();
  const result = await task();
  const { user, system } = process.cpuUsage(before);
  return { ...result, generatorCpu: (user + system) / 1000 / (performance.now() - begin) };
}

function takeFailures() {
  const taken = Object.fromEntries(failures);
  failures = new Map();
  return taken;
}

/** All stations at the same instant, which is when the time begins. */
const allAtOnce = () =>
  withCpuShare(async () => {
    const arrivals = new Arrivals({ server, greeting: [scenarios.boot, scenarios.available], random, fail });
    await Promise.all(stations.map((station) => arrivals.arrive(station)));
    return { ...arrivals.summary(), failures: takeFailures() };
  });

const steps = {
  /** Who the stations are, and where they connect. `ca`: the certificate to trust, for TLS */
  async stations({ url, ca, subprotocol, identities }) {
    server = { url, secureContext: ca && createSecureContext({ ca }) };
    scenarios = scenariosFor(subprotocol);
    stations = identities.map((identity) => new Station(identity, subprotocol, fail));
  },

  /** Opens and boots all stations, a limited number at a time. */
  connect: () =>
    withCpuShare(async () => {
      const arrivals = new Arrivals({ server, greeting: [scenarios.boot], random, fail });
      await atMost(HANDSHAKES_AT_ONCE, stations, (station) => arrivals.arrive(station));
      return arrivals.summary();
    }),

  /** Opens and boots all stations, every one at the same instant. */
  start: allAtOnce,

  /** All connections are lost, and all stations come back at once. */
  comeBack() {
    for (const station of stations) station.drop();
    return allAtOnce();
  },

  /** Brings the stations to where the scenario begins. */
  async prepare({ scenario }) {
    lanes = stations.map((station) => new Lane(station, scenarios[scenario], run));
    await Promise.all(lanes.map((lane) => lane.prepare().catch(ignoreCounted)));
  },

  /**
   * Sets all stations to work, unmeasured: both sides compile their code.
   * @param callsPerSecond all stations together; without it each sends as soon as it has its answer
   */
  async warmUp({ seconds, callsPerSecond }) {
    if (callsPerSecond) {
      const late = (ms) => lateness.add(ms);
      const paces = pacesFor({ count: lanes.length, callsPerSecond, spreadMs: seconds * 500, late });
      lanes.forEach((lane, index) => (lane.pace = paces[index]));
    }
    work = Promise.all(lanes.map((lane) => lane.work()));
    await sleep(seconds * 1000);
  },

  /** Measures for that long, then lets every station end what it is doing. `due`: counts what is due in the time */
  measure: ({ seconds, due }) =>
    withCpuShare(async () => {
      const beginsAt = performance.now();
      run.endsAt = beginsAt + seconds * 1000;
      const phase = { beginsAt, endsAt: run.endsAt, seconds };
      lateness = new Histogram();
      run.counts = due ? new DueCounts(phase) : new Counts(phase);
      await work;
      const { counts } = run;
      run.counts = undefined;
      return { ...counts.summary(), latenessP99: lateness.percentile(99) };
    }),

  /** Ends what runs and closes all sockets. Answers how many transactions were acknowledged, and what went wrong. */
  async close() {
    await Promise.all(lanes.map((lane) => lane.finish().catch(ignoreCounted)));
    await Promise.all(stations.map((station) => station.close()));
    const transactions = lanes.reduce((sum, lane) => sum + lane.transactions, 0);
    return { transactions, failures: takeFailures() };
  },
};

process.on('message', async ({ step, options }) => {
  try {
    process.send({ result: await steps[step](options) });
  } catch (error) {
    process.send({ error: error.stack });
  }
});
process.on('disconnect', () => process.exit(1));
