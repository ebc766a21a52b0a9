import { DataSource } from 'typeorm';
import { type Frame, NO_ANSWER } from '../../src/cli/simulator/index.js';
import type { OcppVersion } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';

const QUEUE = 'whenOffline=queue';
/** Longer than the rounds of what is kept. */
const ROUND_MS = 10_000;

describe('Commands that are kept for their station', () => {
  const csms = startCsms();

  const setEvse = (stationId: string, operationalStatus: string, query = QUEUE, headers?: Record<string, string>) =>
    csms.operator.put(`/stations/${stationId}/availability?${query}`, { operationalStatus, evseId: 1 }, headers);

  /** How often the station was sent what these tests keep. */
  const timesSent = ({ frames }: { frames: readonly Frame[] }) =>
    frames.filter(
      ({ direction, kind, action }) => direction === 'received' && kind === 'CALL' && action === 'ChangeAvailability',
    ).length;

  const ended = (commandId: string, expected: object) =>
    csms.eventually(async () => expect(await csms.operator.command(commandId)).toMatchObject(expected));

  /** Was connected before, so that its version is known, and is away now. */
  async function awayStation<V extends OcppVersion>(stationId: string, version: V) {
    const station = await csms.station(stationId, version).boots();
    await station.goOffline();
    await csms.eventually(async () => expect((await csms.operator.station(stationId)).connected).toBe(false));
    return station;
  }

  describe.each(['1.6', '2.0', '2.0.1'] as const)('OCPP %s', (version) => {
    const words = (status: string) =>
      version === '1.6' ? { connectorId: 1, type: status } : expect.objectContaining({ operationalStatus: status });

    it('are sent in their order once the boot is accepted', async () => {
      const stationId = `KEPT-ORDER-${version}`;
      const station = await awayStation(stationId, version);

      const first = await setEvse(stationId, 'Inoperative');
      const second = await setEvse(stationId, 'Operative');

      expect(first).toMatchObject({
        status: 202,
        body: { state: 'queued', waitsFor: 'station', status: null, sentAt: null, ocppVersion: version },
      });
      expect(new Date(first.body.expiresAt).getTime() - csms.clock.now().getTime()).toBe(24 * 3_600_000);
      expect(await csms.operator.commands(stationId, { state: 'queued' })).toHaveLength(2);

      await station.boots();

      expect(await station.nextCall('ChangeAvailability')).toEqual(words('Inoperative'));
      expect(await station.nextCall('ChangeAvailability')).toEqual(words('Operative'));
      await ended(second.body.commandId, { state: 'answered', status: 'Accepted', waitsFor: null });
    });

    it('are sent to an accepted station that comes back without a boot, after a moment', async () => {
      const stationId = `KEPT-BACK-${version}`;
      const station = await awayStation(stationId, version);
      const { body } = await setEvse(stationId, 'Inoperative');

      await station.goOnline();
      await csms.eventually(async () => expect((await csms.operator.station(stationId)).connected).toBe(true));
      expect(timesSent(station)).toBe(0);
      await csms.clock.advance(5000);

      await ended(body.commandId, { state: 'answered', status: 'Accepted' });
    });

    it('outlive a restart', async () => {
      const stationId = `KEPT-RESTART-${version}`;
      const station = await awayStation(stationId, version);
      const { body } = await setEvse(stationId, 'Inoperative');

      await csms.restart();
      expect(await csms.operator.command(body.commandId)).toMatchObject({ state: 'queued', waitsFor: 'station' });
      await station.boots();

      await ended(body.commandId, { state: 'answered', status: 'Accepted' });
      expect(timesSent(station)).toBe(1);
    });
  });

  it('are given up after their time to live, and never sent', async () => {
    const station = await awayStation('KEPT-TTL', '2.0.1');
    const { body } = await setEvse('KEPT-TTL', 'Inoperative', `${QUEUE}&ttlSeconds=60`, { 'Idempotency-Key': 'ttl' });

    await csms.clock.advance(60_000 + ROUND_MS);

    await ended(body.commandId, { state: 'timed-out', sentAt: null, error: { reason: 'expired' } });
    await station.boots();
    await csms.clock.advance(ROUND_MS);
    expect(timesSent(station)).toBe(0);
    // whoever asks again with the same key learns what became of it
    expect(await setEvse('KEPT-TTL', 'Inoperative', QUEUE, { 'Idempotency-Key': 'ttl' })).toMatchObject({
      status: 409,
      body: { code: 'command-expired', commandId: body.commandId },
    });
  });

  it('are not sent after their time even where nobody has looked yet', async () => {
    const station = await awayStation('KEPT-LATE', '2.0.1');
    const { body } = await setEvse('KEPT-LATE', 'Inoperative', `${QUEUE}&ttlSeconds=1`);

    csms.clock.wallTime = new Date(csms.clock.now().getTime() + 2000);
    await station.boots();

    await station.heartbeat();
    expect(timesSent(station)).toBe(0);
    await csms.clock.advance(ROUND_MS);
    await ended(body.commandId, { state: 'timed-out', error: { reason: 'expired' } });
  });

  it('can be cancelled while their station is away; the second of two operators learns it', async () => {
    const station = await awayStation('KEPT-CANCEL', '2.0.1');
    const { body } = await setEvse('KEPT-CANCEL', 'Inoperative');

    const both = await Promise.all([1, 2].map(() => csms.operator.delete(`/commands/${body.commandId}`)));

    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await station.boots();
    await station.heartbeat();
    expect(timesSent(station)).toBe(0);
  });

  it('are one command for one Idempotency-Key', async () => {
    const station = await awayStation('KEPT-ONCE', '2.0.1');
    const headers = { 'Idempotency-Key': 'kept-once' };

    const answers = await Promise.all([1, 2, 3].map(() => setEvse('KEPT-ONCE', 'Inoperative', QUEUE, headers)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(new Set(answers.map(({ body }) => body.commandId)).size).toBe(1);

    await station.boots();
    await ended(answers[0]!.body.commandId, { state: 'answered' });
    expect(await setEvse('KEPT-ONCE', 'Inoperative', QUEUE, headers)).toMatchObject({
      status: 200,
      body: { commandId: answers[0]!.body.commandId, status: 'Accepted' },
    });
    expect(timesSent(station)).toBe(1);
  });

  it('go before what is asked when the station is back', async () => {
    const station = await awayStation('KEPT-FIRST', '2.0.1');
    await setEvse('KEPT-FIRST', 'Inoperative');

    await station.goOnline();
    await csms.eventually(async () => expect((await csms.operator.station('KEPT-FIRST')).connected).toBe(true));
    await setEvse('KEPT-FIRST', 'Operative', '');

    expect(await station.nextCall('ChangeAvailability')).toMatchObject({ operationalStatus: 'Inoperative' });
    expect(await station.nextCall('ChangeAvailability')).toMatchObject({ operationalStatus: 'Operative' });
  });

  it('B02 wait for a station that is connected until it is accepted', async () => {
    const registration = { registrationStatus: 'Pending' } as const;
    const station = await csms.station('KEPT-PENDING', '2.0.1', { registration }).boots();

    const { status, body } = await setEvse('KEPT-PENDING', 'Inoperative');
    expect({ status, body }).toMatchObject({ status: 202, body: { state: 'queued', waitsFor: 'station' } });
    await csms.operator.changeStation('KEPT-PENDING', { registrationStatus: 'Accepted' });
    await csms.clock.advance(ROUND_MS);
    expect(timesSent(station)).toBe(0);

    await station.boot();

    await ended(body.commandId, { state: 'answered', status: 'Accepted' });
  });

  it('are said anew where the station comes back in another version', async () => {
    await awayStation('KEPT-VERSION', '2.0.1');
    const kept = await setEvse('KEPT-VERSION', 'Inoperative');
    const raw = await csms.operator.post(`/stations/KEPT-VERSION/ocpp/ChangeAvailability?${QUEUE}`, {
      operationalStatus: 'Inoperative',
    });

    const station = await csms.station('KEPT-VERSION', '1.6').boots();

    expect(await station.nextCall('ChangeAvailability')).toEqual({ connectorId: 1, type: 'Inoperative' });
    await ended(kept.body.commandId, { state: 'answered', ocppVersion: '1.6', request: { connectorId: 1 } });
    await ended(raw.body.commandId, {
      state: 'errored',
      sentAt: null,
      error: { reason: 'unsayable', code: 'version-unsupported' },
    });
  });

  it('are taken back when the API key that asked is revoked', async () => {
    const station = await awayStation('KEPT-REVOKED', '2.0.1');
    const { body: key } = await csms.operator.post('/api/v1/api-keys', { name: 'leaver', role: 'operator' });
    const { body } = await setEvse('KEPT-REVOKED', 'Inoperative', QUEUE, { authorization: `Bearer ${key.key}` });
    const { body: other } = await setEvse('KEPT-REVOKED', 'Operative');

    await csms.operator.delete(`/api/v1/api-keys/${key.id}`);
    await csms.clock.advance(ROUND_MS);
    await ended(body.commandId, { state: 'cancelled', error: { reason: 'api-key-revoked' }, sentAt: null });
    await station.boots();

    await ended(other.commandId, { state: 'answered' });
    expect(timesSent(station)).toBe(1);
  });

  describe('when the connection is lost before they were sent', () => {
    it('stay kept where they configure, and fail where they start', async () => {
      const station = await csms.station('KEPT-LOST', '2.0.1').boots();
      station.onCall('ClearCache', NO_ANSWER);
      const blocking = csms.operator.post('/stations/KEPT-LOST/ocpp/ClearCache');
      await station.nextCall('ClearCache');
      const configures = setEvse('KEPT-LOST', 'Inoperative');
      const starts = csms.operator.post(`/stations/KEPT-LOST/transactions?${QUEUE}`, {
        idToken: { value: 'ABCD1234', type: 'ISO14443' },
      });
      await csms.eventually(async () =>
        expect(await csms.operator.commands('KEPT-LOST', { state: 'queued' })).toHaveLength(2),
      );

      await station.goOffline();

      expect(await blocking).toMatchObject({ status: 409, body: { code: 'station-offline' } });
      expect(await starts).toMatchObject({ status: 409, body: { code: 'station-offline' } });
      const { status, body } = await configures;
      expect({ status, body }).toMatchObject({ status: 202, body: { state: 'queued', waitsFor: 'station' } });

      await station.boots();
      await ended(body.commandId, { state: 'answered', status: 'Accepted' });
    });

    it('stay kept where that happens while they are being claimed', async () => {
      const stationId = 'KEPT-CLAIM';
      const station = await awayStation(stationId, '2.0.1');
      const { body } = await setEvse(stationId, 'Inoperative');
      const claims = await holdClaims();

      await station.boots();
      await claims.begun();
      await station.goOffline();
      await csms.eventually(async () => expect((await csms.operator.station(stationId)).connected).toBe(false));
      await claims.letGo();

      await ended(body.commandId, { state: 'queued', waitsFor: 'station', sentAt: null });
      expect(timesSent(station)).toBe(0);
      await station.boots();
      await ended(body.commandId, { state: 'answered', status: 'Accepted' });
      expect(timesSent(station)).toBe(1);
    });

    /** The database is slow in the moment in which commands become `sent`. */
    async function holdClaims() {
      await csms.sql(`CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_advisory_xact_lock_shared(4711); RETURN NEW; END $$`);
      await csms.sql(`CREATE TRIGGER slow BEFORE UPDATE ON commands FOR EACH ROW
        WHEN (OLD.state = 'queued' AND NEW.state = 'sent') EXECUTE FUNCTION slow()`);
      const lock = csms.get(DataSource).createQueryRunner();
      await lock.query('SELECT pg_advisory_lock(4711)');
      return {
        begun: () =>
          csms.eventually(async () =>
            expect(await csms.sql(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).toHaveLength(
              1,
            ),
          ),
        letGo: async () => {
          await lock.query('SELECT pg_advisory_unlock(4711)');
          await lock.release();
          await csms.sql('DROP FUNCTION slow CASCADE');
        },
      };
    }

    it('fail where nobody said to keep them', async () => {
      const station = await csms.station('KEPT-NOT', '2.0.1').boots();
      station.onCall('ClearCache', NO_ANSWER);
      void csms.operator.post('/stations/KEPT-NOT/ocpp/ClearCache');
      await station.nextCall('ClearCache');
      const asked = setEvse('KEPT-NOT', 'Inoperative', 'whenOffline=refuse');
      await csms.eventually(async () =>
        expect(await csms.operator.commands('KEPT-NOT', { state: 'queued' })).toHaveLength(1),
      );

      await station.goOffline();

      expect(await asked).toMatchObject({ status: 409, body: { code: 'station-offline' } });
    });
  });

  it('hide their secrets while they wait, and bring them to the station', async () => {
    const station = await awayStation('KEPT-PIN', '2.0.1');

    const { status, body } = await csms.operator.post(`/stations/KEPT-PIN/transactions?${QUEUE}`, {
      idToken: { value: '47114711', type: 'KeyCode' },
    });

    expect(status).toBe(202);
    expect(JSON.stringify(body)).not.toContain('47114711');
    const [row] = await csms.sql<{ sealed: Buffer; rest: string }>(
      `SELECT sealed_asking AS sealed, commands::text AS rest FROM commands WHERE id = $1`,
      body.commandId,
    );
    expect(row!.sealed.length).toBeGreaterThan(0);
    expect(row!.sealed.includes('47114711')).toBe(false);
    expect(row!.rest).not.toContain('47114711');

    await station.boots();
    expect(await station.nextCall('RequestStartTransaction')).toMatchObject({ idToken: { idToken: '47114711' } });
    await ended(body.commandId, { state: 'answered' });
    expect(
      await csms.sql(`SELECT id FROM commands WHERE sealed_asking IS NOT NULL AND id = $1`, body.commandId),
    ).toEqual([]);
  });

  it('end with their station', async () => {
    await awayStation('KEPT-ARCHIVED', '2.0.1');
    const { body } = await setEvse('KEPT-ARCHIVED', 'Inoperative');

    await csms.operator.delete('/stations/KEPT-ARCHIVED');

    await ended(body.commandId, { state: 'cancelled', error: { reason: 'cancelled' } });
  });

  describe('are refused', () => {
    it('where the station was never connected and may speak several versions', async () => {
      await csms.given.station('KEPT-NEVER');

      expect(await setEvse('KEPT-NEVER', 'Inoperative')).toMatchObject({
        status: 409,
        body: { code: 'station-offline', detail: expect.stringContaining('allowedVersions') },
      });

      await csms.operator.changeStation('KEPT-NEVER', { allowedVersions: ['1.6'] });
      expect(await setEvse('KEPT-NEVER', 'Inoperative')).toMatchObject({ status: 202, body: { ocppVersion: '1.6' } });
    });

    it.each([true, false])('where five hundred are kept for a station already (connected: %s)', async (connected) => {
      const stationId = `KEPT-FULL-${connected}`;
      const station = await csms.station(stationId, '2.0.1').boots();
      if (!connected) await station.goOffline();
      await csms.eventually(async () => expect((await csms.operator.station(stationId)).connected).toBe(connected));
      await csms.sql(
        `INSERT INTO commands (id, station_id, name, state, ocpp_version, action, request, route, created_at, expires_at)
         SELECT gen_random_uuid(), s.id, 'ClearCache', 'queued', '2.0.1', 'ClearCache', '{}', 'a test', $2, $3
         FROM stations s, generate_series(1, 500) WHERE s.station_id = $1`,
        stationId,
        csms.clock.now(),
        new Date(csms.clock.now().getTime() + 3_600_000),
      );

      expect(await setEvse(stationId, 'Inoperative')).toMatchObject({ status: 503, body: { code: 'station-busy' } });
      // what is not to be kept has nothing to do with it
      expect((await setEvse(stationId, 'Inoperative', 'whenOffline=refuse')).status).toBe(connected ? 200 : 409);
      await csms.sql(`DELETE FROM commands WHERE route = 'a test'`);
    });

    it.each(['whenOffline=later', 'ttlSeconds=0', `${QUEUE}&ttlSeconds=99999999`])('with ?%s', async (query) => {
      await csms.given.station('KEPT-WRONG');

      expect(await setEvse('KEPT-WRONG', 'Inoperative', query)).toMatchObject({
        status: 400,
        body: { code: 'validation-failed' },
      });
    });

    it('where the version cannot say them, or a payload breaks its schema', async () => {
      await awayStation('KEPT-UNSAID', '1.6');
      const raw = (action: string, payload: object) =>
        csms.operator.post(`/stations/KEPT-UNSAID/ocpp/${action}?${QUEUE}`, payload);

      expect(await raw('GetVariables', {})).toMatchObject({ status: 422, body: { code: 'version-unsupported' } });
      expect(await raw('Reset', { type: 'Now' })).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
      expect(await csms.operator.commands('KEPT-UNSAID')).toEqual([]);
    });
  });

  it('of all stations stand in one list', async () => {
    await awayStation('KEPT-ALL', '2.0.1');
    const { body } = await setEvse('KEPT-ALL', 'Inoperative');

    const list = await csms.operator.get('/commands?state=queued&limit=1');

    expect(list).toMatchObject({
      status: 200,
      body: { items: [{ commandId: body.commandId, stationId: 'KEPT-ALL' }] },
    });
  });
});
