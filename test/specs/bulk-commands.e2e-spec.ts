import { NO_ANSWER, type SimulatedStation } from '../../src/cli/simulator/index.js';
import { startCsms } from '../support/csms.js';

const INOPERATIVE = { method: 'PUT', path: '/availability', body: { operationalStatus: 'Inoperative' } };

describe('Bulk commands', () => {
  const csms = startCsms();

  const create = (body: object, headers?: Record<string, string>) =>
    csms.operator.post('/bulk-commands', body, headers);
  const read = async (id: string) => (await csms.operator.get(`/bulk-commands/${id}`)).body;
  const stationsOf = async (id: string, query = '') =>
    (await csms.operator.get(`/bulk-commands/${id}/stations?${query}`)).body.items;
  const done = (id: string, expected: object = {}) =>
    csms.eventually(async () => expect(await read(id)).toMatchObject({ state: 'done', ...expected }));

  /** A station that has been called, and answers when the test says so. */
  function answeringLater(station: SimulatedStation<'2.0.1'>) {
    const called = deferred<void>();
    const answer = deferred<{ status: 'Accepted' }>();
    station.onCall('ChangeAvailability', () => (called.resolve(), answer.promise));
    return { called: called.promise, answer: answer.resolve };
  }

  const offline = async (stationId: string) =>
    csms.eventually(async () => expect((await csms.operator.station(stationId)).connected).toBe(false));

  it('ask the stations of a filter, whatever version each of them speaks, and count their answers', async () => {
    const registration = { labels: ['fleet'] };
    for (const version of ['1.6', '2.0', '2.0.1'] as const) {
      await csms.station(`BULK-${version}`, version, { registration }).boots();
    }
    const refusing = await csms.station('BULK-refuses', '2.0.1', { registration }).boots();
    refusing.onCall('ChangeAvailability', { status: 'Rejected' });
    const broken = await csms.station('BULK-breaks', '1.6', { registration }).boots();
    broken.onCall('ChangeAvailability', { status: 'Perhaps' } as never);
    await csms.given.station('BULK-away', registration);

    const { status, body } = await create({ filter: { label: ['fleet'] }, command: INOPERATIVE, note: 'winter' });

    expect({ status, body }).toMatchObject({
      status: 201,
      body: { state: 'running', note: 'winter', method: 'PUT', path: '/availability', progress: { total: 6 } },
    });
    await done(body.bulkCommandId, {
      progress: {
        total: 6,
        pending: 0,
        asking: 0,
        asked: 5,
        refused: 1,
        cancelled: 0,
        commands: { answered: 4, errored: 1 },
        statuses: { Accepted: 3, Rejected: 1 },
      },
    });
    const stations = await stationsOf(body.bulkCommandId);
    expect(stations).toMatchObject([
      { stationId: 'BULK-1.6', state: 'asked', commandState: 'answered', status: 'Accepted', problem: null },
      { stationId: 'BULK-2.0', state: 'asked', status: 'Accepted' },
      { stationId: 'BULK-2.0.1', state: 'asked', status: 'Accepted' },
      { stationId: 'BULK-away', state: 'refused', commandId: null, problem: { code: 'station-offline' } },
      { stationId: 'BULK-breaks', state: 'asked', commandState: 'errored', problem: { code: 'station-error' } },
      { stationId: 'BULK-refuses', state: 'asked', status: 'Rejected' },
    ]);
    expect(await csms.operator.command(stations[0].commandId)).toMatchObject({
      stationId: 'BULK-1.6',
      request: { connectorId: 0, type: 'Inoperative' },
    });
    expect(await stationsOf(body.bulkCommandId, 'state=refused')).toHaveLength(1);
  });

  it('keep their commands for stations that are away, if told so', async () => {
    const station = await csms.station('KEEPS-1', '1.6', { registration: { labels: ['keeps'] } }).boots();
    await station.goOffline();
    await offline('KEEPS-1');

    const { body } = await create({ filter: { label: ['keeps'] }, command: INOPERATIVE, whenOffline: 'queue' });

    await done(body.bulkCommandId, { progress: { asked: 1, commands: { queued: 1 } } });
    await station.boots();
    await csms.eventually(async () =>
      expect(await read(body.bulkCommandId)).toMatchObject({ progress: { statuses: { Accepted: 1 } } }),
    );
  });

  it('ask no more stations at a time than they may', async () => {
    const registration = { labels: ['slow'], rules: { callTimeoutSeconds: 600 } };
    const stations = await Promise.all(
      ['SLOW-1', 'SLOW-2', 'SLOW-3'].map((id) => csms.station(id, '2.0.1', { registration }).boots()),
    );
    const answers = stations.map(answeringLater);

    const { body } = await create({ filter: { label: ['slow'] }, command: INOPERATIVE, concurrency: 2 });
    await answers[0]!.called;
    await answers[1]!.called;
    expect((await read(body.bulkCommandId)).progress).toMatchObject({ asking: 2, pending: 1 });

    answers[1]!.answer({ status: 'Accepted' });
    await answers[2]!.called;
    answers[0]!.answer({ status: 'Accepted' });
    answers[2]!.answer({ status: 'Accepted' });

    await done(body.bulkCommandId, { progress: { statuses: { Accepted: 3 } } });
  });

  it('can be cancelled while they run: who was not asked is not asked, what was sent goes on', async () => {
    const registration = { labels: ['stopped'], rules: { callTimeoutSeconds: 600 } };
    const [first, second] = [
      await csms.station('STOPPED-1', '2.0.1', { registration }).boots(),
      await csms.station('STOPPED-2', '2.0.1', { registration }).boots(),
    ];
    const { called, answer } = answeringLater(first);
    const { body } = await create({ filter: { label: ['stopped'] }, command: INOPERATIVE, concurrency: 1 });
    await called;

    const cancelled = await csms.operator.delete(`/bulk-commands/${body.bulkCommandId}`);
    answer({ status: 'Accepted' });

    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled', progress: { cancelled: 1 } } });
    await csms.eventually(async () =>
      expect((await read(body.bulkCommandId)).progress).toMatchObject({ asked: 1, statuses: { Accepted: 1 } }),
    );
    expect(await stationsOf(body.bulkCommandId)).toMatchObject([{ state: 'asked' }, { state: 'cancelled' }]);
    expect(second.frames.some(({ action }) => action === 'ChangeAvailability')).toBe(false);
    // the other operator, who was a moment later
    expect(await csms.operator.delete(`/bulk-commands/${body.bulkCommandId}`)).toMatchObject({
      status: 409,
      body: { code: 'bulk-command-not-cancellable' },
    });
  });

  it('take back, when cancelled, what is kept for stations that never came back', async () => {
    const station = await csms.station('NEVER-BACK', '2.0.1').boots();
    await station.goOffline();
    await offline('NEVER-BACK');
    const { body } = await create({
      filter: { stationIds: ['never-back'] },
      command: INOPERATIVE,
      whenOffline: 'queue',
    });
    await done(body.bulkCommandId);

    expect(await csms.operator.delete(`/bulk-commands/${body.bulkCommandId}`)).toMatchObject({ status: 200 });

    expect(await csms.operator.commands('NEVER-BACK')).toMatchObject([{ state: 'cancelled' }]);
  });

  it('go on after a restart, and ask nobody twice', async () => {
    const registration = { labels: ['restart'] };
    const stations = [
      await csms.station('RESTART-1', '2.0.1', { registration }).boots(),
      await csms.station('RESTART-2', '2.0.1', { registration }).boots(),
      await csms.station('RESTART-3', '2.0.1', { registration }).boots(),
    ];
    stations[1]!.onCall('ChangeAvailability', NO_ANSWER);
    const { body } = await create({ filter: { label: ['restart'] }, command: INOPERATIVE, concurrency: 1 });
    await stations[1]!.nextCall('ChangeAvailability');
    // as the rows stand where the process dies after the first answer came and before it was noted
    await csms.sql(
      `UPDATE bulk_command_stations SET state = 'asking', command_id = NULL WHERE bulk_command_id = $1 AND position = 1`,
      body.bulkCommandId,
    );

    await csms.restart();
    expect((await read(body.bulkCommandId)).progress).toMatchObject({ pending: 2, asked: 1, refused: 0 });
    for (const station of stations) await station.goOnline();
    await csms.eventually(async () => expect((await csms.operator.station('RESTART-3')).connected).toBe(true));
    await csms.clock.advance(5000);

    await done(body.bulkCommandId, {
      progress: { asked: 3, commands: { answered: 2, errored: 1 }, statuses: { Accepted: 2 } },
    });
    for (const { frames } of stations) {
      const sent = frames.filter(
        ({ direction, kind, action }) => direction === 'received' && kind === 'CALL' && action === 'ChangeAvailability',
      );
      expect(sent).toHaveLength(1);
    }
  });

  it('go on where it could not be noted what came of a station, and ask it once', async () => {
    const station = await csms.station('UNNOTED-1', '2.0.1').boots();
    const mend = await refuses('bulk_command_stations', `NEW.state = 'asked'`);

    const { body } = await create({ filter: { stationIds: ['UNNOTED-1'] }, command: INOPERATIVE });
    await csms.eventually(async () =>
      expect(await csms.operator.commands('UNNOTED-1')).toMatchObject([{ state: 'answered' }]),
    );
    await mend();
    await csms.clock.advance(10_000);

    await done(body.bulkCommandId, { progress: { asked: 1, statuses: { Accepted: 1 } } });
    expect(await csms.operator.commands('UNNOTED-1')).toHaveLength(1);
    expect(
      station.frames.filter(({ kind, action }) => kind === 'CALL' && action === 'ChangeAvailability'),
    ).toHaveLength(1);
  });

  it('come to their end where a station cannot be asked for a reason of our own', async () => {
    await csms.station('OURS-1', '2.0.1').boots();
    const mend = await refuses('commands', `NEW.name = 'ChangeAvailability'`);

    const { body } = await create({ filter: { stationIds: ['OURS-1'] }, command: INOPERATIVE });
    await done(body.bulkCommandId, { progress: { refused: 1 } });
    await mend();

    expect(await stationsOf(body.bulkCommandId)).toMatchObject([{ problem: { code: 'internal-error' } }]);
  });

  /** The database refuses what rows of a table say. @returns what ends it */
  async function refuses(table: string, what: string): Promise<() => Promise<unknown>> {
    await csms.sql(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'refused by a test'; END $$`);
    await csms.sql(`CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW WHEN (${what})
      EXECUTE FUNCTION refuse()`);
    return () => csms.sql('DROP FUNCTION refuse CASCADE');
  }

  it('leave stations that are not back yet after a restart for two minutes', async () => {
    const registration = { labels: ['late'] };
    const first = await csms.station('LATE-0', '2.0.1', { registration }).boots();
    const station = await csms.station('LATE-1', '2.0.1', { registration }).boots();
    first.onCall('ChangeAvailability', NO_ANSWER);
    const { body } = await create({ filter: { label: ['late'] }, command: INOPERATIVE, concurrency: 1 });
    await first.nextCall('ChangeAvailability');

    await csms.restart();
    for (const each of [first, station]) {
      await each.goOffline();
      await offline(each.stationId);
    }
    // the time server was heard late
    csms.clock.wallTime = new Date(csms.clock.now().getTime() + 3_600_000);
    await csms.clock.advance(60_000);
    expect((await read(body.bulkCommandId)).progress).toMatchObject({ pending: 1, refused: 0 });
    await csms.clock.advance(65_000);

    await done(body.bulkCommandId, { progress: { refused: 1 } });
    expect(station.frames.some(({ action }) => action === 'ChangeAvailability')).toBe(false);
  });

  describe('whose API key is revoked', () => {
    const REVOKED = { code: 'api-key-revoked', detail: expect.stringContaining('Ask again with a valid key') };
    const rules = { callTimeoutSeconds: 600 };

    /** An operator who begins a bulk command, and leaves. */
    async function leaver() {
      const { body } = await csms.operator.post('/api/v1/api-keys', { name: 'leaver', role: 'operator' });
      return {
        id: body.id as string,
        headers: { authorization: `Bearer ${body.key}` },
        leaves: () => csms.operator.delete(`/api/v1/api-keys/${body.id}`),
      };
    }
    const wasAsked = ({ frames }: SimulatedStation<'2.0.1'>) =>
      frames.some(({ kind, action }) => kind === 'CALL' && action === 'ChangeAvailability');

    it('ask nobody else: what was sent goes on, the others are cancelled', async () => {
      const registration = { labels: ['left'], rules };
      const [first, second] = [
        await csms.station('LEFT-1', '2.0.1', { registration }).boots(),
        await csms.station('LEFT-2', '2.0.1', { registration }).boots(),
      ];
      const { called, answer } = answeringLater(first);
      const { headers, leaves } = await leaver();
      const { body } = await create({ filter: { label: ['left'] }, command: INOPERATIVE, concurrency: 1 }, headers);
      await called;

      expect((await leaves()).status).toBe(204);
      answer({ status: 'Accepted' });

      await csms.eventually(async () =>
        expect(await read(body.bulkCommandId)).toMatchObject({
          state: 'cancelled',
          finishedAt: expect.any(String),
          progress: { asked: 1, cancelled: 1, statuses: { Accepted: 1 } },
        }),
      );
      expect(await stationsOf(body.bulkCommandId)).toMatchObject([
        { state: 'asked', problem: null },
        { state: 'cancelled', commandId: null, problem: REVOKED },
      ]);
      expect(wasAsked(second)).toBe(false);
    });

    it('give up the others in the next round, whichever process revoked it, though a station has not answered', async () => {
      const registration = { labels: ['elsewhere'], rules };
      const [first] = [
        await csms.station('ELSEWHERE-1', '2.0.1', { registration }).boots(),
        await csms.station('ELSEWHERE-2', '2.0.1', { registration }).boots(),
      ];
      const { called, answer } = answeringLater(first);
      const { id, headers } = await leaver();
      const wish = { filter: { label: ['elsewhere'] }, command: INOPERATIVE, concurrency: 1 };
      const { body } = await create(wish, headers);
      await called;

      await csms.sql('UPDATE api_keys SET revoked_at = now() WHERE id = $1', id);
      await csms.clock.advance(5000);

      await csms.eventually(async () =>
        expect(await read(body.bulkCommandId)).toMatchObject({
          state: 'running',
          progress: { asking: 1, pending: 0, cancelled: 1 },
        }),
      );
      answer({ status: 'Accepted' });
      await csms.eventually(async () =>
        expect(await read(body.bulkCommandId)).toMatchObject({ state: 'cancelled', progress: { asked: 1 } }),
      );
    });

    it('take back what is kept for stations that are away', async () => {
      const station = await csms.station('LEFT-AWAY', '2.0.1').boots();
      await station.goOffline();
      await offline('LEFT-AWAY');
      const { headers, leaves } = await leaver();
      const wish = { filter: { stationIds: ['LEFT-AWAY'] }, command: INOPERATIVE, whenOffline: 'queue' };
      const { body } = await create(wish, headers);
      await done(body.bulkCommandId, { progress: { commands: { queued: 1 } } });

      await leaves();
      await csms.clock.advance(10_000);

      await csms.eventually(async () =>
        expect(await csms.operator.commands('LEFT-AWAY')).toMatchObject([
          { state: 'cancelled', error: { reason: 'api-key-revoked' }, sentAt: null },
        ]),
      );
      expect(await stationsOf(body.bulkCommandId)).toMatchObject([{ commandState: 'cancelled', problem: REVOKED }]);
      await station.boots();
      await csms.operator.triggerMessage('LEFT-AWAY', { requestedMessage: 'Heartbeat' });
      expect(wasAsked(station)).toBe(false);
    });

    it('take back what waits behind another command', async () => {
      const station = await csms.station('LEFT-BUSY', '2.0.1', { registration: { rules } }).boots();
      const [called, cleared] = [deferred<void>(), deferred<{ status: 'Accepted' }>()];
      station.onCall('ClearCache', () => (called.resolve(), cleared.promise));
      const clearing = csms.operator.clearCache('LEFT-BUSY');
      await called.promise;
      const { headers, leaves } = await leaver();
      const { body } = await create({ filter: { stationIds: ['LEFT-BUSY'] }, command: INOPERATIVE }, headers);
      await csms.eventually(async () =>
        expect(await csms.operator.commands('LEFT-BUSY', { state: 'queued' })).toHaveLength(1),
      );

      await leaves();
      await csms.clock.advance(10_000);
      await csms.eventually(async () =>
        expect(await csms.operator.commands('LEFT-BUSY', { state: 'cancelled' })).toHaveLength(1),
      );
      cleared.resolve({ status: 'Accepted' });
      await clearing;

      await done(body.bulkCommandId, { progress: { asked: 1, commands: { cancelled: 1 } } });
      expect(await stationsOf(body.bulkCommandId)).toMatchObject([{ state: 'asked', problem: REVOKED }]);
      expect(wasAsked(station)).toBe(false);
    });

    it('do not say of a station that was asked before a restart that it was not', async () => {
      const registration = { labels: ['crash'], rules };
      const stations = [
        await csms.station('CRASH-1', '2.0.1', { registration }).boots(),
        await csms.station('CRASH-2', '2.0.1', { registration }).boots(),
        await csms.station('CRASH-3', '2.0.1', { registration }).boots(),
      ];
      stations[1]!.onCall('ChangeAvailability', NO_ANSWER);
      const { headers, leaves } = await leaver();
      const { body } = await create({ filter: { label: ['crash'] }, command: INOPERATIVE, concurrency: 1 }, headers);
      await stations[1]!.nextCall('ChangeAvailability');
      // as the rows stand where the process dies after the first answer came and before it was noted
      await csms.sql(
        `UPDATE bulk_command_stations SET state = 'asking', command_id = NULL WHERE bulk_command_id = $1 AND position = 1`,
        body.bulkCommandId,
      );

      await leaves();
      await csms.restart();
      await csms.clock.advance(5000);

      await csms.eventually(async () =>
        expect(await stationsOf(body.bulkCommandId)).toMatchObject([
          { state: 'asked', commandState: 'answered', problem: null },
          { state: 'asked' },
          { state: 'cancelled', problem: REVOKED },
        ]),
      );
      expect(await read(body.bulkCommandId)).toMatchObject({ state: 'cancelled' });
    });
  });

  it('of one Idempotency-Key are one', async () => {
    await csms.station('ONCE-1', '2.0.1').boots();
    const wish = { filter: { stationIds: ['ONCE-1'] }, command: INOPERATIVE };
    const headers = { 'Idempotency-Key': 'bulk-once' };

    const answers = await Promise.all([create(wish, headers), create(wish, headers)]);
    const other = await create({ ...wish, note: 'another' }, headers);

    expect(new Set(answers.map(({ body }) => body.bulkCommandId)).size).toBe(1);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    await done(answers[0]!.body.bulkCommandId);
    expect(await csms.operator.commands('ONCE-1')).toHaveLength(1);
  });

  it('of one Idempotency-Key are two once the key is older than 24 hours', async () => {
    await csms.station('AGED-1', '2.0.1').boots();
    const wish = { filter: { stationIds: ['AGED-1'] }, command: INOPERATIVE };
    const headers = { 'Idempotency-Key': 'bulk-aged' };
    const begun = csms.clock.now().getTime();
    const first = await create(wish, headers);
    await done(first.body.bulkCommandId);

    csms.clock.wallTime = new Date(begun + 24 * 3_600_000 - 1);
    expect((await create(wish, headers)).body.bulkCommandId).toBe(first.body.bulkCommandId);
    csms.clock.wallTime = new Date(begun + 24 * 3_600_000);
    const second = await create({ ...wish, note: 'another day' }, headers);

    expect(second).toMatchObject({ status: 201, body: { note: 'another day' } });
    expect(second.body.bulkCommandId).not.toBe(first.body.bulkCommandId);
    await done(second.body.bulkCommandId, { progress: { asked: 1, statuses: { Accepted: 1 } } });
    expect(await csms.operator.commands('AGED-1')).toHaveLength(2);
    expect((await create({ ...wish, note: 'another day' }, headers)).body.bulkCommandId).toBe(
      second.body.bulkCommandId,
    );
  });

  it('hide the secrets of what they ask', async () => {
    const station = await csms.station('SECRET-1', '1.6').boots();
    station.onCall('ChangeConfiguration', { status: 'Accepted' });
    const payload = { key: 'AuthorizationKey', value: 'c0ffee00c0ffee00' };

    const { body } = await create({
      filter: { stationIds: ['SECRET-1'] },
      command: { method: 'POST', path: '/ocpp/ChangeConfiguration', body: payload },
    });

    expect(await station.nextCall('ChangeConfiguration')).toEqual(payload);
    await done(body.bulkCommandId);
    const [row] = await csms.sql<{ row: string }>(
      `SELECT b::text AS row FROM bulk_commands b WHERE id = $1`,
      body.bulkCommandId,
    );
    const [{ commandId }] = await stationsOf(body.bulkCommandId);
    const shown = [await read(body.bulkCommandId), await csms.operator.command(commandId), row];
    expect(JSON.stringify(shown)).not.toContain(payload.value);
  });

  describe('are refused', () => {
    const filter = { stationIds: ['REFUSED-1'] };
    beforeEach(() => csms.given.station('REFUSED-1'));

    it.each<[string, object, number, string]>([
      ['without a condition', { filter: {}, command: INOPERATIVE }, 400, 'validation-failed'],
      ['for all and some', { filter: { all: true, connected: true }, command: INOPERATIVE }, 400, 'validation-failed'],
      [
        'for a station that nobody knows',
        { filter: { stationIds: ['NOBODY'] }, command: INOPERATIVE },
        404,
        'station-unknown',
      ],
      ['for no station', { filter: { label: ['nowhere'] }, command: INOPERATIVE }, 422, 'no-station-matches'],
      [
        'for a route that commands nobody',
        { filter, command: { method: 'GET', path: '/commands' } },
        400,
        'validation-failed',
      ],
      [
        'with a body that the route refuses',
        { filter, command: { ...INOPERATIVE, body: { operationalStatus: 'Off' } } },
        400,
        'validation-failed',
      ],
      [
        'with fields that nobody knows',
        { filter: { ...filter, colour: 'red' }, command: INOPERATIVE },
        400,
        'validation-failed',
      ],
      ['for too many at a time', { filter, command: INOPERATIVE, concurrency: 1000 }, 400, 'validation-failed'],
      ['out of the path', { filter, command: { method: 'PUT', path: '/../../api-keys' } }, 400, 'validation-failed'],
    ])('%s', async (_what, wish, status, code) => {
      expect(await create(wish)).toMatchObject({ status, body: { code } });
    });

    it('for a route that the key may not use either', async () => {
      const { body: key } = await csms.operator.post('/api/v1/api-keys', { name: 'shift', role: 'operator' });
      const headers = { authorization: `Bearer ${key.key}` };
      const command = { method: 'POST', path: '/ocpp/ClearCache' };

      expect(await create({ filter, command }, headers)).toMatchObject({ status: 403, body: { code: 'role-too-low' } });
      expect((await create({ filter, command: INOPERATIVE }, headers)).status).toBe(201);
    });

    it('where nobody knows them', async () => {
      expect(await csms.operator.get('/bulk-commands/none')).toMatchObject({
        status: 404,
        body: { code: 'bulk-command-unknown' },
      });
    });
  });

  it('are listed newest first, page by page', async () => {
    await csms.given.station('LISTED-1');
    const made: string[] = [];
    for (let i = 0; i < 3; i++) {
      made.unshift((await create({ filter: { stationIds: ['LISTED-1'] }, command: INOPERATIVE })).body.bulkCommandId);
    }

    const first = (await csms.operator.get('/bulk-commands?limit=2')).body;
    const second = (await csms.operator.get(`/bulk-commands?limit=1&cursor=${first.nextCursor}`)).body;

    const ids = [...first.items, ...second.items].map(({ bulkCommandId }: { bulkCommandId: string }) => bulkCommandId);
    expect(ids).toEqual(made);
  });
});

function deferred<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}
