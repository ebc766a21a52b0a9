import { OCPP_VERSIONS } from '../../src/ocpp/versions.js';
import { startCsms } from '../support/csms.js';
import { knock, type Knock } from '../support/knock.js';
import { rawStations } from '../support/raw-station.js';

const PASSWORD = 'a password: with colons';
const HEARTBEAT = '[2,"h","Heartbeat",{}]';

describe('The handshake', () => {
  const csms = startCsms({ env: { OCPP_MAX_FAILED_AUTHENTICATIONS: '5' } });
  const stations = rawStations(csms);
  const at = (path: string): string => `${csms.url.replace('http', 'ws')}${path}`;
  const ask = (stationId: string, given: Knock = {}) =>
    knock(at(`/ocpp/${stationId}`), { offers: ['ocpp1.6'], user: stationId, password: PASSWORD, ...given });
  const refusals = async (identity: string) =>
    (await csms.operator.get('/refused-identities?limit=500')).body.items.filter(
      (each: { identity: string }) => each.identity === identity,
    );

  beforeAll(() => csms.given.station('CS001', { password: PASSWORD }));

  it('opens the line where everything is right', async () => {
    expect(await ask('CS001')).toMatchObject({ status: 101, protocol: 'ocpp1.6' });
  });

  describe('is refused', () => {
    it('with 426 without an upgrade (B1)', async () => {
      const answer = await fetch(`${csms.url}/ocpp/CS001`);

      expect(answer.status).toBe(426);
      expect(answer.headers.get('upgrade')).toBe('websocket');
    });

    it('with 404 at any other address', async () => {
      for (const path of ['/', '/ocpp', '/ocpp/', '/ocpp/CS001/more', '/api/v1/stations', '/ocppCS001']) {
        expect(await knock(at(path), { offers: ['ocpp1.6'] })).toMatchObject({ status: 404 });
      }
    });

    it('with 404 for an identity that is not registered, which is listed and registered from there (B5)', async () => {
      expect((await ask('NEW01')).status).toBe(404);
      expect((await ask('NEW01')).status).toBe(404);

      const [knocked, ...others] = await refusals('NEW01');
      expect(others).toEqual([]);
      expect(knocked).toMatchObject({ reason: 'unknown-identity', count: 2, remoteAddress: expect.any(String) });
      await csms.operator.post(`/refused-identities/${knocked.id}/register`, { password: PASSWORD });

      expect((await ask('NEW01')).status).toBe(101);
      expect(await refusals('NEW01')).toEqual([]);
    });

    it.each<[string, Knock]>([
      ['no credentials', { user: undefined }],
      ['a bearer', { user: undefined, headers: { Authorization: 'Bearer abc' } }],
      ['Basic without anything', { user: undefined, headers: { Authorization: 'Basic' } }],
      ['Basic that is no Base64', { user: undefined, headers: { Authorization: 'Basic {}' } }],
      ['Basic without a colon', { user: undefined, headers: { Authorization: 'Basic Q1MwMDE=' } }],
      ['a wrong password', { password: `${PASSWORD}!` }],
      ['no password', { password: '' }],
      ['another user with the right password (B10)', { user: 'CS002' }],
      ['the identity as a part of the user', { user: 'CS001x' }],
    ])('with 401 before the upgrade: %s (B8)', async (what, given) => {
      // of its own, so that the limit of failures stays out of the way
      const stationId = `REFUSED${what.replace(/\W/g, '')}`.slice(0, 48);
      await csms.given.station(stationId, { password: PASSWORD });

      const { status, headers } = await ask(stationId, given);

      expect(status).toBe(401);
      expect(headers['www-authenticate']).toBe('Basic realm="ocpp", charset="UTF-8"');
      expect(await refusals(stationId)).toHaveLength(1);
    });

    it('with 401 without TLS for a station that must come over it, whatever it knows (B12)', async () => {
      await csms.given.station('TLS01', { password: PASSWORD, securityProfile: 2 });

      expect((await ask('TLS01')).status).toBe(401);
      expect(await refusals('TLS01')).toMatchObject([{ reason: 'insecure-transport' }]);
    });

    it.each<[string, string[] | undefined]>([
      ['nothing offered', undefined],
      ['an empty list', ['']],
      ['a version that nobody speaks', ['ocpp1.2']],
      ['another spelling', ['OCPP1.6', 'ocpp-1.6', 'ocpp16']],
    ])('with 400 before the upgrade: %s (B2, B3)', async (_, offers) => {
      expect(await ask('CS001', { offers })).toMatchObject({ status: 400, protocol: undefined });
    });

    it('with 400 where the identity is not percent-encoded correctly', async () => {
      expect((await knock(at('/ocpp/CS%E0%A4%A'), { offers: ['ocpp1.6'] })).status).toBe(400);
    });

    it('with 400 for a WebSocket of another version, and without a key', async () => {
      expect((await ask('CS001', { headers: { 'Sec-WebSocket-Version': '7' } })).status).toBe(400);
      expect((await ask('CS001', { headers: { 'Sec-WebSocket-Key': undefined } })).status).toBe(400);
    });
  });

  describe('chooses the version', () => {
    it.each<[string[], string]>([
      [['ocpp1.6', 'ocpp2.0.1'], 'ocpp1.6'],
      [['ocpp2.0.1', 'ocpp1.6'], 'ocpp2.0.1'],
      [['ocpp3.0', 'soap', 'ocpp2.0'], 'ocpp2.0'],
      [['ocpp2.0', 'ocpp2.0.1'], 'ocpp2.0.1'],
      [['ocpp2.0', 'ocpp1.6', 'ocpp2.0.1'], 'ocpp1.6'],
      [['ocpp2.0', 'ocpp1.6'], 'ocpp2.0'],
    ])('offered %j: %s (B4)', async (offers, chosen) => {
      expect(await ask('CS001', { offers })).toMatchObject({ status: 101, protocol: chosen });
    });

    it('and speaks the one that it chose', async () => {
      const subprotocols = ['ocpp2.0', 'ocpp2.0.1'];
      const station = await stations.booted('CHOOSER', '2.0.1', { subprotocols });

      // an action that only 2.0.1 has
      const events = '"generatedAt":"2026-11-22T12:00:00Z","seqNo":0,"eventData":[]';
      expect(await station.ask(`[2,"n","NotifyEvent",{${events}}]`)).not.toMatch('NotSupported');
      expect(await csms.operator.station('CHOOSER')).toMatchObject({ ocppVersion: '2.0.1' });
    });

    it('among those that are allowed for the station, from the next connection on', async () => {
      await csms.given.station('ALLOWED', { password: PASSWORD, allowedVersions: ['2.0'] });
      const offers = ['ocpp2.0.1', 'ocpp2.0'];

      expect(await ask('ALLOWED', { offers })).toMatchObject({ status: 101, protocol: 'ocpp2.0' });
      expect(await ask('ALLOWED', { offers: ['ocpp1.6'] })).toMatchObject({ status: 400 });
      await csms.operator.changeStation('ALLOWED', { allowedVersions: null });
      expect(await ask('ALLOWED', { offers })).toMatchObject({ status: 101, protocol: 'ocpp2.0.1' });
    });

    it('where none is offered, if the rule for it is on', async () => {
      await csms.given.station('SILENT', { password: PASSWORD, rules: { enabledRules: ['assume-ocpp1.6'] } });

      expect(await ask('SILENT', { offers: undefined })).toMatchObject({ status: 101, protocol: undefined });
    });
  });

  describe('finds the station', () => {
    it.each([
      '//ocpp/CS001',
      '/ocpp//CS001',
      '/ocpp/CS001/',
      '/ocpp/CS001?x=1&id=CS002',
      '/ocpp/cs001',
      '/ocpp/%43S001',
    ])('at %s (B6)', async (path) => {
      expect(await knock(at(path), { offers: ['ocpp1.6'], user: 'CS001', password: PASSWORD })).toMatchObject({
        status: 101,
      });
    });

    it('whose identity needs escapes, decoded once', async () => {
      const stationId = 'Säule 1/2 100%41';
      await csms.given.station(stationId, { password: PASSWORD, allowedVersions: ['1.6'] });
      const known = { offers: ['ocpp1.6'], user: stationId, password: PASSWORD };

      expect((await knock(at(`/ocpp/${encodeURIComponent(stationId)}`), known)).status).toBe(101);
      expect((await knock(at(`/ocpp/${encodeURIComponent(encodeURIComponent(stationId))}`), known)).status).toBe(404);
    });
  });

  describe('takes the password (B11)', () => {
    it('as bytes that are no text, with colons and zeros among them', async () => {
      const key = Buffer.from('00ff3a3a80c1f5fe0d0a00102030405060708090', 'hex');
      await csms.given.station('BINARY', { passwordHex: key.toString('hex') } as object);

      expect((await ask('BINARY', { password: key })).status).toBe(101);
      expect((await ask('BINARY', { password: key.toString('hex') })).status).toBe(101);
      expect((await ask('BINARY', { password: key.toString('hex').toUpperCase() })).status).toBe(101);
      expect((await ask('BINARY', { password: Buffer.from(key).reverse() })).status).toBe(401);
    });

    it('as text in UTF-8, of any letters', async () => {
      await csms.given.station('UNICODE', { password: 'pässwörter für 桩 🔌' });

      expect((await ask('UNICODE', { password: 'pässwörter für 桩 🔌' })).status).toBe(101);
      expect((await ask('UNICODE', { password: Buffer.from('pässwörter für', 'latin1') })).status).toBe(401);
    });

    it('as it was generated, from a station of each version', async () => {
      for (const version of OCPP_VERSIONS) {
        const { password, passwordHex } = await csms.operator.register({ stationId: `MADE-${version}` });

        for (const known of [password, passwordHex!]) {
          const answer = await ask(`MADE-${version}`, { offers: [`ocpp${version}`], password: known });
          expect(answer).toMatchObject({ status: 101, protocol: `ocpp${version}` });
        }
      }
    });
  });

  it('answers 429 to who guesses, lets the station in with the right password, and leaves its line alone (B9)', async () => {
    await csms.given.station('GUESSED', { password: PASSWORD });
    const live = await stations.booted('GUESSED', '1.6');

    const statuses: number[] = [];
    for (let i = 0; i < 8; i++) statuses.push((await ask('GUESSED', { password: `guess ${i}` })).status);

    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    expect((await ask('GUESSED', { password: 'one more guess' })).headers['retry-after']).toBe('60');
    expect(await live.ask(HEARTBEAT)).toMatch(/^\[3,"h"/);
    expect(await csms.operator.station('GUESSED')).toMatchObject({ connected: true });
    expect((await ask('GUESSED')).status).toBe(101);
    // and whoever lives behind the same address
    expect((await ask('CS001')).status).toBe(101);
    expect((await ask('CS001', { password: 'wrong' })).status).toBe(401);
  });
});

describe('The handshake, where no common version is to close the line', () => {
  const csms = startCsms({ env: { OCPP_SUBPROTOCOL_MISMATCH: 'close', OCPP_HIDE_UNKNOWN: 'true' } });
  const stations = rawStations(csms);

  it('is completed without a subprotocol, and the line closed (B2)', async () => {
    const station = await stations.connected('CS001', '1.6', { subprotocols: [] });

    expect(station.socket.protocol).toBe('');
    expect((await station.closed).code).toBe(1002);
    expect((await csms.operator.station('CS001')).connected).toBe(false);
  });

  it('is refused all the same without credentials', async () => {
    expect((await knock(`${csms.ocppUrl}/CS001`, { offers: ['ocpp9'] })).status).toBe(401);
  });

  it('does not tell which identities are registered, where that is hidden (B5)', async () => {
    await csms.given.station('CS001');
    const guess = (stationId: string) =>
      knock(`${csms.ocppUrl}/${stationId}`, { offers: ['ocpp1.6'], user: stationId, password: 'wrong' });
    const told = async (stationId: string) => {
      const { status, headers } = await guess(stationId);
      return { status, 'www-authenticate': headers['www-authenticate'], length: headers['content-length'] };
    };

    expect(await told('NOBODY')).toEqual(await told('CS001'));
  });
});
