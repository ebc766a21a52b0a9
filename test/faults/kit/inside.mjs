// What a fault test does inside of TAU's own process. Loaded by `node --import` beside the built application, which
// knows nothing of it; driven over the IPC channel of the test, where each request `{ id, op, args }` gets `{ id, result }`.
// The same script in an idle process tells what the machine itself delays.
import 'reflect-metadata';
import path from 'node:path';
import { createHistogram } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';
import vm from 'node:vm';

const REPORT_EVERY_MS = 200;
const TICK_MS = 10;
const built = (file) => import(pathToFileURL(path.join(path.dirname(process.argv[1]), file)).href);

/** Nanoseconds from tick to tick. Not Node's own monitor: that counts all time, also what it is told to leave out. */
const loop = createHistogram();
let lastTick;
setInterval(() => {
  const now = process.hrtime.bigint();
  if (lastTick !== undefined) loop.record(now - lastTick);
  lastTick = now;
}, TICK_MS).unref();

const inMs = (nanoseconds) => nanoseconds / 1e6;
const figures = () => ({ p99: inMs(loop.percentile(99)), max: inMs(loop.max), rss: process.memoryUsage.rss() });

const RealDate = Date;

/** Shifts the wall clock of this process; timers go on by the monotonic one. */
function shiftClock({ ms }) {
  globalThis.Date = class Date extends RealDate {
    constructor(...args) {
      if (args.length > 0) super(...args);
      else super(RealDate.now() + ms);
    }

    static now() {
      return RealDate.now() + ms;
    }
  };
}

/** Named places where something can go wrong, for the next `times` calls of an action. */
const failpoints = new Map();
let armed;

/** Every handler is fetched here, so one place is enough to make any of them fail. */
async function armHandlers() {
  const { OcppRegistry } = await built('ocpp/dispatch/ocpp-registry.service.js');
  const { OcppError } = await built('ocpp/errors.js');
  const faulty = {
    throws: () => {
      throw new TypeError('a mistake in a handler');
    },
    rejects: () => Promise.reject(new Error('a mistake in a handler, later')),
    // the answer itself is fine, what runs beside it is not
    'forgets-a-rejection': (handler, args) => {
      void Promise.reject(new Error('nobody waits for this'));
      return handler(...args);
    },
    'answers-what-no-json-can-say': () => ({ status: 1n }),
    'fails-with-an-error-that-no-json-can-say': () => {
      const details = {};
      details.self = details;
      throw new OcppError('InternalError', 'x'.repeat(100_000), details);
    },
    'fails-with-something-that-is-no-error': () => {
      throw undefined;
    },
  };
  const original = OcppRegistry.prototype.get;
  OcppRegistry.prototype.get = function get(version, action) {
    const handler = original.call(this, version, action);
    const failpoint = failpoints.get(action);
    if (!handler || !failpoint || failpoint.times-- <= 0) return handler;
    return (...args) => faulty[failpoint.how](handler, args);
  };
}

/** A collection that a test asks for holds up the event loop, and is none of TAU's doing. */
function unmeasured(collection) {
  try {
    return collection();
  } finally {
    lastTick = undefined;
  }
}

/** How many objects of a class are alive after a full collection. */
async function alive(file, name) {
  const exported = (await built(file))[name];
  return unmeasured(() => v8.queryObjects(exported, { format: 'count' }));
}

function collect() {
  v8.setFlagsFromString('--expose-gc');
  const gc = vm.runInNewContext('gc');
  unmeasured(() => {
    for (let i = 0; i < 3; i++) gc();
  });
  return { ...process.memoryUsage() };
}

const operations = {
  resetLoop: () => {
    loop.reset();
    lastTick = undefined;
  },
  figures,
  shiftClock,
  fail: async ({ action, how, times }) => {
    await (armed ??= armHandlers());
    failpoints.set(action, { how, times });
  },
  alive: ({ file, name }) => alive(file, name),
  collect,
};

if (process.send) {
  process.on('message', ({ id, op, args }) => {
    void Promise.resolve(operations[op](args ?? {})).then((result) => process.send?.({ id, result }));
  });
  // neither the channel nor the reports keep TAU from ending
  process.channel.unref();
  setInterval(() => process.connected && process.send({ figures: figures() }), REPORT_EVERY_MS).unref();
}
