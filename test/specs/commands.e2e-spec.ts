import { readFileSync } from 'node:fs';
import { CallError, NO_ANSWER } from '../../src/cli/simulator/index.js';
import { startCsms } from '../support/csms.js';

const TOKEN = { value: 'ABCD1234', type: 'ISO14443' } as const;
type Operations = Record<string, { readonly responses: object }>;

const SLOW = { rules: { callTimeoutSeconds: 60 } } as const;

describe('Commands', () => {
  const csms = startCsms();

  const raw = (stationId: string, action: string, payload?: unknown, headers?: Record<string, string>) =>
    csms.operator.post(`/stations/${stationId}/ocpp/${action}`, payload, headers);
  const start = (stationId: string, headers?: Record<string, string>) =>
    csms.operator.post(`/stations/${stationId}/transactions`, { idToken: TOKEN }, headers);

  it('are documented with 200 for an answer and 202 while they go on, whatever the method', () => {
    const document = JSON.parse(readFileSync('openapi.json', 'utf8')) as { paths: Record<string, Operations> };
    const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { responses }]) => ({ route: `${method} ${path}`, responses })),
    );

    const commands = routes.filter(({ responses }) => '202' in responses);

    expect(commands.map(({ route }) => route)).toContain('post /api/v1/stations/{stationId}/transactions');
    for (const { responses } of commands) {
      expect(Object.keys(responses).filter((status) => status.startsWith('2'))).toEqual(['200', '202']);
    }
  });

  describe('without an answer', () => {
    it('are a station-error with the CALLERROR of the station', async () => {
      const station = await csms.station('CMD-ERROR', '2.0.1').boots();
      station.onCall('RequestStartTransaction', new CallError('InternalError', 'out of order', { code: 7 }));

      const { status, body } = await start('CMD-ERROR');

      expect({ status, body }).toMatchObject({
        status: 502,
        body: {
          code: 'station-error',
          ocppError: { code: 'InternalError', description: 'out of order', details: { code: 7 } },
        },
      });
      expect(await csms.operator.command(body.commandId)).toMatchObject({
        state: 'errored',
        error: { reason: 'call-error', code: 'InternalError', description: 'out of order', details: { code: 7 } },
      });
    });

    it('are a station-error where the answer breaks its schema', async () => {
      const station = await csms.station('CMD-BROKEN', '1.6').boots();
      station.onCall('RemoteStartTransaction', { status: 'Perhaps' } as never);

      const { status, body } = await start('CMD-BROKEN');

      expect({ status, body }).toMatchObject({ status: 502, body: { code: 'station-error' } });
      expect(await csms.operator.command(body.commandId)).toMatchObject({
        state: 'errored',
        status: null,
        error: { reason: 'broken-answer', response: { status: 'Perhaps' } },
      });
    });

    it('are a station-timeout when the station is silent', async () => {
      const registration = { rules: { callTimeoutSeconds: 5 } } as const;
      const station = await csms.station('CMD-SILENT', '1.6', { registration }).boots();
      station.onCall('RemoteStartTransaction', NO_ANSWER);
      const asked = start('CMD-SILENT');
      await station.nextCall('RemoteStartTransaction');

      await csms.clock.advance(5000);

      const { status, body } = await asked;
      expect({ status, body }).toMatchObject({ status: 504, body: { code: 'station-timeout' } });
      expect(await csms.operator.command(body.commandId)).toMatchObject({ state: 'timed-out' });
    });

    it('are station-offline when the connection is lost while they wait', async () => {
      const station = await csms.station('CMD-LOST', '2.0.1').boots();
      station.onCall('RequestStartTransaction', NO_ANSWER);
      const asked = start('CMD-LOST');
      await station.nextCall('RequestStartTransaction');

      await station.goOffline();

      const { status, body } = await asked;
      expect({ status, body }).toMatchObject({ status: 409, body: { code: 'station-offline' } });
      expect(await csms.operator.command(body.commandId)).toMatchObject({
        state: 'errored',
        error: { reason: 'disconnected' },
      });
    });

    it('are station-offline when TAU stops while they wait', async () => {
      const station = await csms.station('CMD-STOP', '2.0.1', { registration: SLOW }).boots();
      station.onCall('RequestStartTransaction', NO_ANSWER);
      const asked = start('CMD-STOP').catch(() => undefined);
      await station.nextCall('RequestStartTransaction');

      await csms.restart();
      await asked;

      expect(await csms.operator.commands('CMD-STOP')).toMatchObject([
        { state: 'errored', error: { reason: 'disconnected' } },
      ]);
    });
  });

  it('that take longer than 30 seconds are accepted, go on, and can be read', async () => {
    const station = await csms.station('CMD-SLOW', '2.0.1', { registration: SLOW }).boots();
    const called = deferred<void>();
    const answer = deferred<{ status: 'Accepted' }>();
    station.onCall('RequestStartTransaction', () => (called.resolve(), answer.promise));
    const asked = start('CMD-SLOW');
    await called.promise;

    await csms.clock.advance(30_000);

    const { status, body } = await asked;
    expect({ status, body }).toMatchObject({
      status: 202,
      body: { state: 'sent', status: null, stationId: 'CMD-SLOW' },
    });

    answer.resolve({ status: 'Accepted' });
    await csms.eventually(async () => {
      expect(await csms.operator.command(body.commandId)).toMatchObject({ state: 'answered', status: 'Accepted' });
    });
  });

  it('with one Idempotency-Key are one CALL, even at the same moment', async () => {
    const station = await csms.station('CMD-ONCE', '2.0.1').boots();
    const headers = { 'Idempotency-Key': 'once' };

    const [first, second] = await Promise.all([start('CMD-ONCE', headers), start('CMD-ONCE', headers)]);
    const third = await start('CMD-ONCE', headers);

    expect(first).toMatchObject({ status: 200, body: { status: 'Accepted' } });
    expect(second.body).toMatchObject({ commandId: first.body.commandId, status: 'Accepted' });
    expect(third.body.commandId).toBe(first.body.commandId);
    expect(await csms.operator.commands('CMD-ONCE')).toHaveLength(1);
    expect(
      station.frames.filter(
        ({ direction, action }) => direction === 'received' && action === 'RequestStartTransaction',
      ),
    ).toHaveLength(1);
  });

  it('with one Idempotency-Key and two bodies are refused', async () => {
    await csms.station('CMD-REUSED', '2.0.1').boots();
    const headers = { 'Idempotency-Key': 'reused' };
    await raw('CMD-REUSED', 'ClearCache', {}, headers);

    const answer = await raw('CMD-REUSED', 'ClearCache', { customData: { vendorId: 'x' } }, headers);

    expect(answer).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it('that still wait for their turn can be cancelled, and are never sent', async () => {
    const station = await csms
      .station('CMD-CANCEL', '2.0.1', { registration: { rules: { callTimeoutSeconds: 10 } } })
      .boots();
    station.onCall('RequestStartTransaction', NO_ANSWER);
    const blocking = start('CMD-CANCEL');
    await station.nextCall('RequestStartTransaction');
    const waiting = raw('CMD-CANCEL', 'ClearCache');
    const { commandId } = await csms.eventually(async () => {
      const [queued] = await csms.operator.commands('CMD-CANCEL', { state: 'queued' });
      expect(queued).toBeDefined();
      return queued!;
    });

    expect(await csms.operator.delete(`/commands/${commandId}`)).toMatchObject({
      status: 200,
      body: { commandId, state: 'cancelled' },
    });
    await csms.clock.advance(10_000);

    expect(await waiting).toMatchObject({ status: 409, body: { code: 'command-cancelled', commandId } });
    expect(await blocking).toMatchObject({ status: 504 });
    expect(station.frames.some(({ action }) => action === 'ClearCache')).toBe(false);
    expect(await csms.operator.delete(`/commands/${commandId}`)).toMatchObject({
      status: 409,
      body: { code: 'command-not-cancellable' },
    });
  });

  it('are listed newest first, page by page, by name and state', async () => {
    await csms.station('CMD-LIST', '1.6').boots();
    for (const action of ['ClearCache', 'GetConfiguration', 'ClearCache']) {
      await raw('CMD-LIST', action);
      await csms.clock.advance(1);
    }

    const first = (await csms.operator.get('/stations/CMD-LIST/commands?limit=2')).body;
    const rest = (await csms.operator.get(`/stations/CMD-LIST/commands?limit=2&cursor=${first.nextCursor}`)).body;

    const names = [...first.items, ...rest.items].map(({ name }: { name: string }) => name);
    expect(names).toEqual(['ClearCache', 'GetConfiguration', 'ClearCache']);
    expect(rest.nextCursor).toBeNull();
    expect(await csms.operator.commands('CMD-LIST', { name: 'GetConfiguration', state: 'answered' })).toHaveLength(1);
    expect(await csms.operator.get('/stations/CMD-LIST/commands?cursor=made-up')).toMatchObject({
      status: 400,
      body: { code: 'validation-failed' },
    });
  });

  describe('as raw payloads', () => {
    it('reach the station as they are, and bring its answer', async () => {
      const station = await csms.station('RAW-16', '1.6').boots();
      station.onCall('DataTransfer', { status: 'Accepted', data: 'pong' });

      const { status, body } = await raw('RAW-16', 'DataTransfer', { vendorId: 'org.example', data: 'ping' });

      expect({ status, body }).toMatchObject({
        status: 200,
        body: { name: 'DataTransfer', status: 'Accepted', response: { status: 'Accepted', data: 'pong' } },
      });
      expect(await station.nextCall('DataTransfer')).toEqual({ vendorId: 'org.example', data: 'ping' });
    });

    it('need no body where the message has no fields', async () => {
      await csms.station('RAW-EMPTY', '1.6').boots();

      expect(await raw('RAW-EMPTY', 'ClearCache')).toMatchObject({ status: 200, body: { request: {} } });
    });

    it('keep their secrets out of everything that is stored', async () => {
      const station = await csms.station('RAW-SECRET', '1.6').boots();
      station.onCall('ChangeConfiguration', { status: 'Accepted' });

      const { body } = await raw('RAW-SECRET', 'ChangeConfiguration', { key: 'AuthorizationKey', value: 'c0ffee' });

      expect(await station.nextCall('ChangeConfiguration')).toEqual({ key: 'AuthorizationKey', value: 'c0ffee' });
      expect(JSON.stringify(body)).not.toContain('c0ffee');
      expect(JSON.stringify(await csms.operator.command(body.commandId))).not.toContain('c0ffee');
    });

    it.each([
      ['breaks the schema', 'Reset', { type: 'Now' }],
      ['is no object', 'ClearCache', []],
    ])('are refused where the payload %s', async (_what, action, payload) => {
      await csms.station('RAW-INVALID', '1.6').boots();

      expect(await raw('RAW-INVALID', action, payload)).toMatchObject({
        status: 400,
        body: { code: 'validation-failed' },
      });
      expect(await csms.operator.commands('RAW-INVALID')).toEqual([]);
    });

    it.each(['GetVariables', 'StartTransaction', 'NoSuchThing', '__proto__'])(
      'are refused for %s, which the CSMS cannot send in 1.6',
      async (action) => {
        await csms.station('RAW-UNKNOWN', '1.6').boots();

        expect(await raw('RAW-UNKNOWN', action, {})).toMatchObject({
          status: 422,
          body: { code: 'version-unsupported' },
        });
      },
    );

    it('B02 pass to a station that is Pending where its registration allows them', async () => {
      await csms.station('RAW-PENDING', '1.6', { registration: { registrationStatus: 'Pending' } }).boots();

      expect(await raw('RAW-PENDING', 'GetConfiguration')).toMatchObject({ status: 200 });
      expect(await raw('RAW-PENDING', 'Reset', { type: 'Soft' })).toMatchObject({
        status: 409,
        body: { code: 'station-not-accepted' },
      });
    });

    it('are for admins alone', async () => {
      await csms.station('RAW-ROLE', '1.6').boots();
      const { body } = await csms.operator.post('/api/v1/api-keys', { name: 'shift', role: 'operator' });

      const headers = { authorization: `Bearer ${body.key}` };

      expect(await raw('RAW-ROLE', 'ClearCache', {}, headers)).toMatchObject({
        status: 403,
        body: { code: 'role-too-low' },
      });
    });
  });
});

function deferred<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}
