import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../../system/tau-process.js';
import type { Fault } from '../fault.js';
import { knock, Visitor } from '../kit/visitor.js';
import type { Mistake } from '../kit/watched-tau.js';
import { WORDS, type Charge, type Message } from '../kit/words.js';
import type { World } from '../kit/world.js';

const MIB = 2 ** 20;
const TOO_BIG = [1008, 1009];
/** More bytes than a frame may have. */
const FRAGMENTS = 1_500_000;

/** Sends what is too long, in one frame or in endless fragments of one byte, until it is closed. */
async function floods({ socket, closed }: Visitor, how: 'frame' | 'fragments'): Promise<number> {
  const fragments = how === 'frame' ? 0 : FRAGMENTS;
  if (how === 'frame') socket.send('x'.repeat(2 * MIB));
  for (let i = 0; i < fragments && socket.readyState === socket.OPEN; i++) {
    socket.send('x', { fin: false });
    if (i % 1000 === 0) await wait(0);
  }
  return Promise.race([closed, wait(5000, 0)]);
}

async function tooBig(world: World, round: number): Promise<void> {
  const { operator, url, tau } = world;
  const stationId = `VISIT-${round}`;
  const password = (await operator.register({ stationId })).password!;
  const flood = async (how: 'frame' | 'fragments'): Promise<void> => {
    const code = await floods(await Visitor.connectWith(password, url, stationId, '2.0.1'), how);
    world.expect(`closes with 1008 or 1009 (${how})`, TOO_BIG.includes(code), code);
  };
  const settled = async (): Promise<number> => (await tau.collect()).rss;
  for (let i = 0; i < 4; i++) await flood(i % 2 === 0 ? 'frame' : 'fragments');
  const before = await settled();
  for (let i = 0; i < 6; i++) await flood(i % 2 === 0 ? 'frame' : 'fragments');
  const grown = (await settled()) - before;
  world.expect('keeps its memory within 10 MB', grown < 10 * MIB, grown);
}

export const F17: Fault = {
  id: 'F17',
  title: 'a station sends frames of 2 MiB, and endless fragments of one byte',
  expected: 'closed with 1009 or 1008, memory within 10 MB',
  world: { stations: 10 },
  strike: tooBig,
};

const HOUR_MS = 3_600_000;

/** Jumps an hour ahead, two back, and to the truth. */
async function jumps(world: World, round: number): Promise<void> {
  const { operator, tau, fleet } = world;
  const visitor = await Visitor.booted(operator, world.url, `VISIT-${round}`, '1.6');
  const silent = await Visitor.booted(operator, world.url, `SILENT-${round}`, '1.6');
  silent.answersCommands = false;
  const value = `EXPIRES${round}`;
  const expiresAt = new Date(Date.now() + HOUR_MS / 2).toISOString();
  await operator.post('/id-tokens', { value, type: 'ISO14443', expiresAt });
  const status = async (): Promise<unknown> => {
    const [, , answer] = await visitor.ask(['Authorize', { idTag: value }]);
    return (answer as { idTagInfo?: { status: string } }).idTagInfo?.status;
  };
  fleet.seen.forget();
  for (const [shift, expected] of [
    [HOUR_MS, 'Expired'],
    [-HOUR_MS, 'Accepted'],
    [0, 'Accepted'],
  ] as const) {
    const began = performance.now();
    const asked = operator.post(`/stations/${silent.stationId}/ocpp/ClearCache`, {});
    await wait(300);
    await tau.shiftClock(shift);
    const found = await status();
    world.expect(`a token of half an hour is ${expected} at ${shift} ms`, found === expected, found);
    const { body } = await asked;
    const took = performance.now() - began;
    world.expect('a call of 2 s times out after 2 s', body.code === 'station-timeout', body);
    world.expect('timers do not run early', took > 1900, Math.round(took));
    world.expectWithin(4000, 'timers do not run late', took);
  }
  world.expect('closes no line', fleet.seen.closedLines === 0, [...fleet.seen.closes]);
  world.expect('pings go on', visitor.isOpen && silent.isOpen);
  await Promise.all([visitor.close(), silent.close()]);
}

export const F19: Fault = {
  id: 'F19',
  title: "the server's clock jumps an hour ahead, two back, and to the right time",
  expected: 'no line closes, timeouts last as long as ever, tokens expire by the new time',
  world: { env: { OCPP_CALL_TIMEOUT_SECONDS: '2', OCPP_PING_INTERVAL_SECONDS: '1' } },
  strike: jumps,
};

const DRAIN_SECONDS = 3;
/** Few connections take less than the window: so much for each. */
const SPREAD_MS_EACH = 20;
const RESTART = [1001, 1012];

async function terminate(world: World): Promise<void> {
  const { fleet, tau, operator } = world;
  const stationId = `NEW-${world.ledger.sent}`;
  const { password } = await operator.register({ stationId });
  const { seen } = fleet;
  seen.forget();
  const errors = seen.errors.length;
  const began = performance.now();
  const exit = tau.process.stop('SIGTERM');
  await wait(100);
  const ready = await tau.process.status('/health/ready');
  world.expect('readiness is 503 at once', ready === 503 || ready === undefined, ready);
  const knocked = await knock(`ws://127.0.0.1:${world.tauPort}/ocpp`, stationId, password!);
  world.expect('takes no new handshakes', knocked !== 101, knocked);
  const code = await exit;
  const took = (performance.now() - began) / 1000;
  const codes = [...seen.closes.keys()];
  world.expect('exits with 0', code === 0, code);
  world.expect(
    'closes lines with 1012 or 1001',
    codes.every((each) => RESTART.includes(each)),
    codes,
  );
  world.expect('nobody sees an error', seen.errors.length === errors, seen.errors.slice(errors));
  const spread = seen.closedWithin;
  const windowMs = Math.min(DRAIN_SECONDS * 1000, world.fleet.all.length * SPREAD_MS_EACH);
  world.expect('spreads the closes over its window', spread > windowMs / 2, Math.round(spread));
  world.notes.push(`ended in ${took.toFixed(1)} s, closes spread over ${(spread / 1000).toFixed(1)} s`);
  const restarted = performance.now();
  await world.startTau();
  await world.recovers(restarted);
}

export const F21: Fault = {
  id: 'F21',
  title: 'SIGTERM under load',
  expected:
    'readiness 503 at once, no new handshakes, what is under way is answered, closes (1012) spread over the window, exit 0',
  world: { env: { DRAIN_SECONDS: String(DRAIN_SECONDS) } },
  strike: terminate,
};

/** What the database refuses: a value among the samples, and a message altogether. */
const POISON = 666_666_666;
const POISONED_TABLES = ['meter_samples', 'meter_values', 'transaction_events'];

async function poisonDatabase(world: World): Promise<void> {
  const { postgres, databaseName } = world;
  const hasTable = await postgres!.query(
    databaseName,
    `SELECT c.relname AS name FROM pg_class c WHERE c.relname IN (${POISONED_TABLES.map((t) => `'${t}'`).join()})`,
  );
  const refuse = `CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW::text LIKE '%${POISON}%' OR (TG_TABLE_NAME = 'transaction_events'
        AND position('UNSTORABLE'::bytea IN (to_jsonb(NEW)->>'payload')::bytea) > 0) THEN
      RAISE numeric_value_out_of_range USING MESSAGE = 'poisoned';
    END IF;
    RETURN NEW; END $$`;
  const triggers = hasTable.map(
    ({ name }) => `CREATE OR REPLACE TRIGGER refuse BEFORE INSERT ON ${name} FOR EACH ROW EXECUTE FUNCTION refuse()`,
  );
  await postgres!.query(databaseName, refuse, ...triggers);
}

async function sendPoison(world: World, round: number): Promise<void> {
  await poisonDatabase(world);
  const visitor = await Visitor.booted(world.operator, world.url, `VISIT-${round}`, '1.6');
  const words = WORDS['1.6'];
  const charge: Charge = {
    token: 'POISON',
    remoteStartId: undefined,
    id: undefined,
    meterStart: 0,
    meter: 0,
    seqNo: 0,
  };
  const [, , started] = await visitor.ask(words.start(charge));
  charge.id = (started as { transactionId: number }).transactionId;

  charge.meter = POISON;
  const poison = words.meterValues(charge);
  for (let i = 0; i < 3; i++) {
    const [type] = await visitor.ask(poison);
    world.expect('acknowledges a message of which a value is refused: its frame is kept', type === 3, type);
  }
  const unstorable: Message = ['MeterValues', { ...words.meterValues(charge)[1], vendorId: 'UNSTORABLE' }];
  for (let i = 0; i < 3; i++) {
    const [type] = await visitor.ask(unstorable);
    world.expect('never acknowledges what is not stored', type === 4, type);
  }
  charge.meter = 1000;
  const [type] = await visitor.ask(words.stop(charge));
  world.expect('goes on with the next message', type === 3, type);
  const [transaction] = await world.operator.transactions({ stationId: visitor.stationId });
  world.expect('counts the transaction', transaction?.energyWh === 1000, transaction);
  await visitor.close();
}

export const F23: Fault = {
  id: 'F23',
  title: 'a message with a value that the database refuses, repeated; one that it refuses altogether',
  expected: 'the first is kept without the value; the second gets InternalError; the station and its neighbours go on',
  rounds: 2,
  strike: sendPoison,
};

const MISTAKES: readonly Mistake[] = [
  'throws',
  'rejects',
  'forgets-a-rejection',
  'answers-what-no-json-can-say',
  'fails-with-an-error-that-no-json-can-say',
  'fails-with-something-that-is-no-error',
];

async function makeMistakes(world: World, round: number): Promise<void> {
  for (const version of ['1.6', '2.0.1'] as const) {
    const visitor = await Visitor.booted(world.operator, world.url, `VISIT-${round}-${version}`, version);
    const idToken = { idToken: 'ABC', type: 'ISO14443' };
    const authorize: Message = ['Authorize', version === '1.6' ? { idTag: 'ABC' } : { idToken }];
    for (const mistake of MISTAKES) {
      await world.tau.fail('Authorize', mistake);
      const [type, , code] = await visitor.ask(authorize);
      const isRight = mistake === 'forgets-a-rejection' ? type === 3 : type === 4 && code === 'InternalError';
      world.expect(`${mistake}: InternalError to this call`, isRight, [type, code]);
      const [next] = await visitor.ask(authorize);
      world.expect(`${mistake}: the next call is answered`, next === 3, next);
    }
    await visitor.close();
  }
}

export const F24: Fault = {
  id: 'F24',
  title: 'a handler throws, rejects, forgets a rejection, or returns what cannot be sent; building its error fails',
  expected: 'InternalError to that call alone; TAU and all others go on',
  strike: makeMistakes,
};

/** Connects, boots and closes again and again; what is left of it is counted after a full collection. */
async function comeAndGo(world: World, round: number): Promise<void> {
  const { tau, operator, url } = world;
  const identities = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const stationId = `CYCLE-${round}-${i}`;
      return { stationId, password: (await operator.register({ stationId })).password! };
    }),
  );
  const cycles = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) {
      await Promise.all(
        identities.map(async ({ stationId, password }) => {
          const visitor = await Visitor.connectWith(password, url, stationId, '2.0.1');
          await visitor.ask(WORDS['2.0.1'].boot);
          await visitor.close();
        }),
      );
      await wait(50);
    }
  };
  const heap = async (): Promise<number> => (await tau.collect()).heapUsed;
  const [warmUp, measured] = world.isLong ? [50, 500] : [5, 15];
  await cycles(warmUp);
  const before = await heap();
  await cycles(measured);
  await wait(500);
  const grown = (await heap()) - before;
  const alive = await tau.alive('ocpp/transport/station-connection.js', 'StationConnection');
  // of the load, one each; one more for what was closed last
  const most = world.fleet.all.length + 2;
  world.expect('no connection is left behind', alive <= most, { alive, most });
  world.expect('the heap keeps its size within 2 MB', grown < 2 * MIB, grown);
  world.notes.push(`${measured * identities.length} cycles: heap ${(grown / 1024).toFixed(0)} KiB`);
}

export const F25: Fault = {
  id: 'F25',
  title: 'stations connect, boot and go, again and again',
  expected: 'no connection object is left after a collection; the heap keeps its size',
  world: { stations: 6, env: { OCPP_MAX_RECONNECTS: '100000' } },
  strike: comeAndGo,
};

/** Commands to stations that do not answer, all at once. */
async function timeOut(world: World, round: number): Promise<void> {
  const { operator, url } = world;
  const count = world.isLong ? 1000 : 50;
  const visitors: Visitor[] = [];
  for (let i = 0; i < count; i++) {
    visitors.push(await Visitor.booted(operator, url, `VISIT-${round}-${i}`, i % 2 === 0 ? '1.6' : '2.0.1'));
    visitors[i]!.answersCommands = false;
  }
  const ask = ({ stationId }: Visitor) => operator.post(`/stations/${stationId}/ocpp/ClearCache`, {});
  const began = performance.now();
  const answers = await Promise.all(visitors.map(ask));
  const took = performance.now() - began;
  const codes = [...new Set(answers.map(({ body }) => body.code as string))];
  world.expect('each command times out', codes.length === 1 && codes[0] === 'station-timeout', codes);
  world.expectWithin(world.isLong ? 20_000 : 6000, 'all at the same time', took);
  for (const visitor of visitors) visitor.answersCommands = true;
  const [again] = await Promise.all([ask(visitors[0]!), until(() => visitors[0]!.commands === 2)]);
  world.expect('the next command is answered', again.status === 200, again.body);
  await Promise.all(visitors.map((visitor) => visitor.close()));
}

export const F26: Fault = {
  id: 'F26',
  title: 'many stations do not answer their commands, all at once',
  expected: 'each command times out by itself; the load goes on; the next command is answered',
  world: { env: { OCPP_CALL_TIMEOUT_SECONDS: '2' } },
  strike: timeOut,
};
