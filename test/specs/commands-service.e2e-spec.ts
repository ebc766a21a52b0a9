import { jest } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { CommandConditions } from '../../src/commands/command-conditions.js';
import { CommandKeeper } from '../../src/commands/command-keeper.js';
import type { CommandRequest } from '../../src/commands/command-request.js';
import { CommandRunner } from '../../src/commands/command-runner.js';
import { CommandStore } from '../../src/commands/command.store.js';
import { KeptCommandStore } from '../../src/commands/kept-command.store.js';
import { KeptCommands } from '../../src/commands/kept-commands.js';
import { CommandsService } from '../../src/commands/commands.service.js';
import { Command } from '../../src/commands/entities/command.entity.js';
import { CommandAnswered } from '../../src/commands/events.js';
import { DomainEvents } from '../../src/common/domain-events.js';
import { Secrets } from '../../src/common/secrets.js';
import { readConfig } from '../../src/config/read-config.js';
import {
  type CallOptions,
  type CallOutcome,
  type ConnectedStation,
  defineCommand,
  OcppError,
  StationClient,
} from '../../src/ocpp/index.js';
import type { StationsService } from '../../src/modules/stations/index.js';
import { FakeClock } from '../support/fake-clock.js';
import { freshDatabase } from '../support/fresh-database.js';

const STATION = { id: randomUUID(), stationId: 'CS001' };
const OPERATOR = randomUUID();

const requestStop = defineCommand<{ id: string }>()('RequestStopTransaction', {
  '2.0.1': {
    action: 'RequestStopTransaction',
    request: ({ id }) => ({ transactionId: id }),
    answer: ({ status, statusInfo }) => ({ status, statusInfo }),
  },
});

const resetWhenIdle = defineCommand<Record<string, never>>()('Reset', {
  '2.0.1': {
    action: 'Reset',
    request: () => ({ type: 'Immediate' }),
    answer: ({ status }) => ({ status }),
    waitsFor: () => 'no-transaction',
  },
});

/** A station whose answers the test gives. CALLs wait for their turn while it is `busy`. */
class ScriptedStation extends StationClient {
  connection: ConnectedStation | undefined = {
    stationUuid: STATION.id,
    stationId: STATION.stationId,
    version: '2.0.1',
    epoch: 1n,
    registration: 'Accepted',
    connectedAt: new Date(),
  };
  /** The connection that the last CALL was meant for. */
  meant: bigint | undefined;
  /** What left for the station. */
  readonly sent: Record<string, unknown>[] = [];
  refusal: OcppError | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private outcome = deferred<(sentAt: Date) => CallOutcome>();
  private arrived = deferred<void>();

  constructor(private readonly clock: FakeClock) {
    super();
  }

  connected(): ConnectedStation | undefined {
    return this.connection;
  }

  async call(_station: string, _action: string, payload: Record<string, unknown>, options: CallOptions = {}) {
    const { beforeSend, epoch } = options;
    this.meant = epoch;
    if (this.refusal) throw this.refusal;
    await this.turn;
    const sentAt = this.clock.now();
    if (!(await beforeSend?.())) return { kind: 'not-sent', reason: 'withdrawn' } as const;
    this.sent.push(payload);
    this.arrived.resolve();
    return (await this.outcome.promise)(sentAt);
  }

  /** Keeps CALLs in their queue until the returned function is called. */
  busy(): () => void {
    const free = deferred<void>();
    this.turn = free.promise;
    return free.resolve;
  }

  async receives(): Promise<void> {
    await this.arrived.promise;
  }

  answers(response: Record<string, unknown>): void {
    this.gives((sentAt) => ({ kind: 'answered', response, sentAt, answeredAt: this.clock.now() }));
  }

  gives(outcome: (sentAt: Date) => CallOutcome): void {
    this.outcome.resolve(outcome);
  }

  disconnect(): void {}
  changeSettings(): void {}
  changeRegistration(): void {}
}

function deferred<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}

const secretsOf = (secretKey: string) => new Secrets({ ...readConfig({}), secretKey });

const asked = (key?: string, body = 'a'): CommandRequest => ({
  operatorId: OPERATOR,
  route: 'POST /stop',
  ...(key === undefined ? {} : { idempotencyKey: key, canonicalBody: body }),
});

describe('A command', () => {
  let dataSource: DataSource;
  let clock: FakeClock;
  let station: ScriptedStation;
  let events: DomainEvents;
  let store: CommandStore;
  let runner: CommandRunner;
  let conditions: CommandConditions;
  let kept: KeptCommands;
  let commands: CommandsService;

  const execute = (request = asked(), id = 'tx-1') => commands.execute(STATION, requestStop, { id }, request);
  const only = async () => {
    const rows = await store.list({ stationUuid: STATION.id, limit: 10 });
    expect(rows).toHaveLength(1);
    return rows[0]!;
  };

  beforeAll(async () => {
    dataSource = await freshDatabase();
    await dataSource.query(
      `INSERT INTO stations (id, station_id, station_key, connection_epoch) VALUES ($1, $2, lower($2), 1)`,
      [STATION.id, STATION.stationId],
    );
  });

  afterAll(() => dataSource?.destroy());

  beforeEach(async () => {
    await dataSource.query('DELETE FROM commands');
    await dataSource.query('UPDATE stations SET connection_epoch = 1');
    clock = new FakeClock();
    station = new ScriptedStation(clock);
    events = new DomainEvents();
    conditions = new CommandConditions();
    store = new CommandStore(dataSource.getRepository(Command));
    runner = new CommandRunner(station, store, conditions, clock, events);
    commands = serviceWith('the-key');
  });

  function serviceWith(secretKey: string): CommandsService {
    const secrets = secretsOf(secretKey);
    const rows = new KeptCommandStore(dataSource);
    const inventory = { expectedVersion: () => Promise.resolve('2.0.1') } as unknown as StationsService;
    const keeper = new CommandKeeper(conditions, rows, inventory, secrets, clock);
    kept = new KeptCommands(store, rows, conditions, station, runner, secrets, events, clock);
    return new CommandsService(station, store, runner, keeper, kept, secrets, clock);
  }

  describe('and its answer', () => {
    it('is the station’s real answer, with its reason', async () => {
      const statusInfo = { reasonCode: 'UnknownTransaction', additionalInfo: 'never heard of' };
      station.answers({ status: 'Rejected', statusInfo });

      const command = await execute();

      expect(command).toMatchObject({
        stationId: 'CS001',
        name: 'RequestStopTransaction',
        action: 'RequestStopTransaction',
        ocppVersion: '2.0.1',
        state: 'answered',
        status: 'Rejected',
        statusInfo,
        request: { transactionId: 'tx-1' },
        response: { status: 'Rejected', statusInfo },
        error: null,
        createdAt: clock.now(),
        sentAt: clock.now(),
        answeredAt: clock.now(),
      });
      expect(await only()).toEqual(command);
    });

    it('takes any text of a station', async () => {
      station.answers({ status: 'No\u0000body', statusInfo: { reasonCode: '\ud800\u0000' } });

      const command = await execute();

      expect(command.status).toBe('No\ufffdbody');
      expect(command.response).toEqual({ status: 'No\u0000body', statusInfo: { reasonCode: '\ud800\u0000' } });
    });

    it('is told to other blocks once it is recorded', async () => {
      const told: CommandAnswered[] = [];
      events.on(CommandAnswered, (event) => void told.push(event));
      station.answers({ status: 'Accepted' });

      const { commandId } = await execute();

      expect(told).toEqual([
        new CommandAnswered(
          commandId,
          STATION.id,
          'RequestStopTransaction',
          'Accepted',
          { status: 'Accepted' },
          clock.now(),
          undefined,
        ),
      ]);
    });

    it('hides the secrets of request and answer', async () => {
      station.connection = { ...station.connection!, version: '1.6' };
      const configurationKey = [{ key: 'AuthorizationKey', readonly: false, value: 'secret-out' }];
      station.answers({ configurationKey });

      const command = await commands.call(STATION, 'GetConfiguration', { key: ['AuthorizationKey'] }, asked());

      expect(command.status).toBeNull();
      expect(JSON.stringify(command)).not.toContain('secret-out');
    });
  });

  it('is meant for the connection whose version and registration were looked at', async () => {
    await dataSource.query('UPDATE stations SET connection_epoch = 7');
    station.connection = { ...station.connection!, epoch: 7n };
    station.answers({ status: 'Accepted' });

    await execute();

    expect(station.meant).toBe(7n);
  });

  describe('that the operator does not wait for', () => {
    it('is returned as sent after 30 seconds, goes on, and is recorded when the station answers', async () => {
      const waiting = execute();
      await station.receives();

      await clock.advance(30_000);

      const command = await waiting;
      expect(command).toMatchObject({ state: 'sent', status: null, answeredAt: null });

      const settled = runner.settled(command.commandId);
      station.answers({ status: 'Accepted' });
      expect(await settled).toMatchObject({ commandId: command.commandId, state: 'answered', status: 'Accepted' });
    });

    it('is returned as queued while others are before it', async () => {
      station.busy();
      const waiting = execute();
      await until(async () => (await store.list({ stationUuid: STATION.id, limit: 1 })).length === 1);

      await clock.advance(30_000);

      expect(await waiting).toMatchObject({ state: 'queued', sentAt: null });
      expect(station.sent).toEqual([]);
    });
  });

  describe('that has no answer', () => {
    it.each<[string, (sentAt: Date) => CallOutcome, string, number, string]>([
      [
        'a CALLERROR',
        (sentAt) => ({
          kind: 'call-error',
          code: 'InternalError',
          description: 'x',
          details: {},
          sentAt,
          answeredAt: sentAt,
        }),
        'station-error',
        502,
        'errored',
      ],
      ['silence', (sentAt) => ({ kind: 'timed-out', sentAt }), 'station-timeout', 504, 'timed-out'],
      ['a lost socket', (sentAt) => ({ kind: 'disconnected', sentAt }), 'station-offline', 409, 'errored'],
      [
        'a broken answer',
        (sentAt) => ({ kind: 'broken-answer', response: [], reason: 'no object', sentAt, answeredAt: sentAt }),
        'station-error',
        502,
        'errored',
      ],
    ])('but %s is a problem that names the command', async (_what, outcome, code, status, state) => {
      station.gives(outcome);

      const problem = await refused(execute());

      const command = await only();
      expect(problem).toMatchObject({ code, status, members: { commandId: command.commandId } });
      expect(command).toMatchObject({ state, status: null, sentAt: clock.now() });
    });
  });

  describe('that cannot be sent leaves nothing behind', () => {
    afterEach(async () => {
      expect(station.sent).toEqual([]);
      expect(await store.list({ stationUuid: STATION.id, limit: 1 })).toEqual([]);
    });

    it('while the station is offline', async () => {
      station.connection = undefined;

      expect(await refused(execute())).toMatchObject({ code: 'station-offline', status: 409 });
    });

    it('B02 while the station is Pending', async () => {
      station.connection = { ...station.connection!, registration: 'Pending' };

      expect(await refused(execute())).toMatchObject({ code: 'station-not-accepted', status: 409 });
    });

    it('in a version that lacks it', async () => {
      station.connection = { ...station.connection!, version: '1.6' };

      expect(await refused(execute())).toMatchObject({ code: 'version-unsupported', status: 422 });
    });

    it('with a payload that breaks the schema', async () => {
      station.refusal = new OcppError('PropertyConstraintViolation', 'transactionId is too long');

      expect(await refused(execute())).toMatchObject({
        code: 'validation-failed',
        status: 400,
        members: { errors: ['transactionId is too long'] },
      });
    });
  });

  describe('with an Idempotency-Key', () => {
    it('is sent once, and a repetition gets the same answer', async () => {
      station.answers({ status: 'Accepted' });

      const first = await execute(asked('key'));
      station.connection = undefined;
      const again = await execute(asked('key'));

      expect(again).toEqual(first);
      expect(station.sent).toHaveLength(1);
    });

    it('is sent once when two come at the same moment', async () => {
      const both = Promise.all([execute(asked('key')), execute(asked('key'))]);
      await station.receives();
      station.answers({ status: 'Accepted' });

      const [first, second] = await both;

      expect(first).toEqual(second);
      expect(station.sent).toHaveLength(1);
    });

    it('gives a repetition the same problem', async () => {
      station.gives((sentAt) => ({ kind: 'timed-out', sentAt }));

      const first = await refused(execute(asked('key')));
      const again = await refused(execute(asked('key')));

      expect(again).toEqual(first);
      expect(again).toMatchObject({ code: 'station-timeout', members: first.members });
      expect(station.sent).toHaveLength(1);
    });

    it('lets a repetition wait for the answer that is under way', async () => {
      const first = execute(asked('key'));
      await station.receives();
      await clock.advance(30_000);
      expect(await first).toMatchObject({ state: 'sent' });

      const again = execute(asked('key'));
      station.answers({ status: 'Accepted' });

      expect(await again).toMatchObject({ state: 'answered', commandId: (await first).commandId });
    });

    it('is refused with another body', async () => {
      station.answers({ status: 'Accepted' });
      await execute(asked('key', 'a'));

      expect(await refused(execute(asked('key', 'b')))).toMatchObject({ code: 'idempotency-key-reused', status: 422 });
      expect(station.sent).toHaveLength(1);
    });

    it('leaves nothing behind from which its body could be guessed', async () => {
      station.answers({ status: 'Accepted' });
      const body = '{"idToken":{"type":"KeyCode","value":"4711"}}';

      await execute(asked('key', body));

      const [{ hash }] = await dataSource.query<[{ hash: Buffer }]>('SELECT body_hash AS hash FROM commands');
      expect(hash).toEqual(secretsOf('the-key').digest(body));
      expect(hash).not.toEqual(secretsOf('another-key').digest(body));
      expect(hash).not.toEqual(createHash('sha256').update(body).digest());
    });

    it('is recognised after SECRET_KEY was renewed', async () => {
      station.answers({ status: 'Accepted' });
      const first = await execute(asked('key'));

      commands = serviceWith('a-new-key, the-key');

      expect(await execute(asked('key'))).toEqual(first);
    });

    it('is another one for another operator', async () => {
      station.answers({ status: 'Accepted' });

      await execute(asked('key'));
      await execute({ ...asked('key'), operatorId: randomUUID() });

      expect(station.sent).toHaveLength(2);
    });

    it('is free again after 24 hours', async () => {
      station.answers({ status: 'Accepted' });
      const first = await execute(asked('key', 'a'));
      await clock.advance(24 * 60 * 60 * 1000);

      const second = await execute(asked('key', 'b'));

      expect(second.commandId).not.toBe(first.commandId);
      expect(station.sent).toHaveLength(2);
    });

    it('may be used again where nothing was sent', async () => {
      station.refusal = new OcppError('TypeConstraintViolation', 'wrong');
      await refused(execute(asked('key', 'a')));
      station.refusal = undefined;
      station.answers({ status: 'Accepted' });

      expect(await execute(asked('key', 'b'))).toMatchObject({ state: 'answered' });
    });
  });

  describe('that is cancelled', () => {
    it('while it is queued is never sent, and its operator learns it', async () => {
      const free = station.busy();
      const waiting = refused(execute());
      await until(async () => (await store.list({ stationUuid: STATION.id, limit: 1 })).length === 1);
      const { commandId } = await only();

      expect(await commands.cancel(commandId)).toMatchObject({ commandId, state: 'cancelled' });
      free();

      expect(await waiting).toMatchObject({ code: 'command-cancelled', members: { commandId } });
      expect(station.sent).toEqual([]);
    });

    it('after it was sent goes on', async () => {
      const waiting = execute();
      await station.receives();
      const { commandId } = await only();

      expect(await refused(commands.cancel(commandId))).toMatchObject({ code: 'command-not-cancellable', status: 409 });

      station.answers({ status: 'Accepted' });
      expect(await waiting).toMatchObject({ state: 'answered' });
    });

    it.each([randomUUID(), 'no-uuid'])('must exist', async (commandId) => {
      expect(await refused(commands.cancel(commandId))).toMatchObject({ code: 'command-unknown', status: 404 });
    });
  });

  describe('that waits for a condition', () => {
    let holds: boolean;

    beforeEach(() => {
      holds = false;
      conditions.add('no-transaction', () => Promise.resolve(holds));
    });

    const reset = () => commands.execute(STATION, resetWhenIdle, {}, asked());

    it('is kept, and sent when the condition holds', async () => {
      expect(await reset()).toMatchObject({ state: 'queued', waitsFor: 'no-transaction' });
      await commands.recheck(STATION.id);
      expect(station.sent).toEqual([]);

      holds = true;
      await commands.recheck(STATION.id);
      station.answers({ status: 'Accepted' });

      await until(async () => (await only()).state === 'answered');
      expect(await only()).toMatchObject({ status: 'Accepted', waitsFor: null });
    });

    it('is sent at once where it holds already', async () => {
      holds = true;
      station.answers({ status: 'Accepted' });

      expect(await reset()).toMatchObject({ state: 'answered' });
    });

    it('waits on where it no longer holds when its turn has come', async () => {
      holds = true;
      const free = station.busy();
      const asking = reset();
      await until(async () => (await store.list({ stationUuid: STATION.id, limit: 1 })).length === 1);

      holds = false;
      free();

      expect(await asking).toMatchObject({ state: 'queued' });
      expect(station.sent).toEqual([]);
    });

    it('does not hold up what was asked after it', async () => {
      await reset();
      station.answers({ status: 'Accepted' });

      expect(await execute()).toMatchObject({ state: 'answered' });
    });

    it('is looked at every ten seconds, without anybody telling', async () => {
      await reset();
      await kept.onApplicationBootstrap();
      station.answers({ status: 'Accepted' });

      holds = true;
      await clock.advance(10_000);

      await until(async () => (await only()).state === 'answered');
      kept.onModuleDestroy();
    });
  });

  it('is not sent over a connection that another process has replaced', async () => {
    await dataSource.query('UPDATE stations SET connection_epoch = 2');

    expect(await refused(execute())).toMatchObject({ code: 'command-cancelled' });
    expect(station.sent).toEqual([]);
  });

  it('that a process left behind is ended when TAU starts again', async () => {
    const sent = execute();
    await station.receives();
    station.busy();
    await clock.advance(1);
    const queued = execute(asked(), 'tx-2');
    await until(async () => (await store.list({ stationUuid: STATION.id, limit: 9 })).length === 2);
    void Promise.allSettled([sent, queued]);

    await new CommandRunner(station, store, conditions, clock, events).onApplicationBootstrap();

    const [second, first] = await store.list({ stationUuid: STATION.id, limit: 9 });
    expect(first).toMatchObject({ state: 'timed-out', error: { reason: 'restart' } });
    expect(second).toMatchObject({ state: 'cancelled', error: { reason: 'restart' } });
  });

  it('keeps its answer when the database is away for a moment', async () => {
    const settle = jest.spyOn(store, 'settle');
    settle.mockRejectedValueOnce(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));
    const waiting = execute();
    await station.receives();
    station.answers({ status: 'Accepted' });
    await until(() => Promise.resolve(settle.mock.calls.length === 1));

    await clock.advance(1000);

    expect(await waiting).toMatchObject({ state: 'answered', status: 'Accepted' });
  });

  it('is not sent when that cannot be recorded', async () => {
    jest.spyOn(store, 'claim').mockResolvedValueOnce(false);

    expect(await refused(execute())).toMatchObject({ code: 'command-cancelled' });
    expect(station.sent).toEqual([]);
    expect(await only()).toMatchObject({ state: 'cancelled', sentAt: null });
  });

  it('stands in the list of its station, newest first, page by page', async () => {
    station.answers({ status: 'Accepted' });
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      ids.unshift((await execute()).commandId);
      await clock.advance(1);
    }

    const first = await commands.list(STATION.id, { limit: 2 });
    const rest = await commands.list(STATION.id, { limit: 2, cursor: first.nextCursor! });

    expect([...first.items, ...rest.items].map(({ commandId }) => commandId)).toEqual(ids);
    expect(rest.nextCursor).toBeNull();
    expect((await commands.list(STATION.id, { limit: 2, state: 'queued' })).items).toEqual([]);
    expect((await commands.list(STATION.id, { limit: 5, name: 'RequestStopTransaction' })).items).toHaveLength(3);
  });
});

/** The problem that a promise ends with. */
async function refused(promise: Promise<unknown>): Promise<Error & { members: unknown }> {
  try {
    await promise;
  } catch (problem) {
    return problem as Error & { members: unknown };
  }
  throw new Error('it was not refused');
}

/** Waits for something that happens by itself, turn by turn of the event loop. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((turn) => setImmediate(turn));
}
