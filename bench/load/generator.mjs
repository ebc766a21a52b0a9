// The load generator: all stations in one process of its own, told what to do over the IPC channel of its parent.
import { setTimeout as sleep } from 'node:timers/promises';
import { Counts } from './counts.mjs';
import { Lane } from './lane.mjs';
import { scenariosFor } from './scenarios.mjs';
import { CallFailed, Station } from './station.mjs';

const TIMEOUT_MS = 30_000;
const HANDSHAKES_AT_ONCE = 50;

const failures = new Map();
const fail = (reason) => failures.set(reason, (failures.get(reason) ?? 0) + 1);
const run = { endsAt: Infinity, counts: undefined };
let stations = [];
let lanes = [];
let work;

setInterval(() => {
  for (const station of stations) station.expire(performance.now() - TIMEOUT_MS);
}, 1000).unref();

async function connectAndBoot(station, url, boot) {
  await station.connect(url, TIMEOUT_MS);
  if (!station.isOpen) return;
  await station.call(...boot(station.identity.id)).catch(ignoreCounted);
}

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

const steps = {
  /** Opens and boots all stations. Answers the seconds that took. */
  async connect({ url, subprotocol, scenario, identities }) {
    const scenarios = scenariosFor(subprotocol);
    stations = identities.map((identity) => new Station(identity, subprotocol, fail));
    const begin = performance.now();
    await atMost(HANDSHAKES_AT_ONCE, stations, (station) => connectAndBoot(station, url, scenarios.boot));
    const seconds = (performance.now() - begin) / 1000;
    if (scenario) lanes = stations.map((station) => new Lane(station, scenarios[scenario], run));
    await Promise.all(lanes.map((lane) => lane.prepare().catch(ignoreCounted)));
    return { seconds };
  },

  /** Sets all stations to work, unmeasured: both sides compile their code. */
  async warmUp({ seconds }) {
    work = Promise.all(lanes.map((lane) => lane.work()));
    await sleep(seconds * 1000);
  },

  /** Measures for that long, then lets every station end what it is doing. */
  async measure({ seconds }) {
    const counts = new Counts();
    run.counts = counts;
    run.endsAt = performance.now() + seconds * 1000;
    await work;
    run.counts = undefined;
    return counts.summary(seconds);
  },

  /** Ends what runs and closes all sockets. Answers what went wrong since the start, as `{ reason: count }`. */
  async close() {
    await Promise.all(lanes.map((lane) => lane.finish().catch(ignoreCounted)));
    await Promise.all(stations.map((station) => station.close()));
    return Object.fromEntries(failures);
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
