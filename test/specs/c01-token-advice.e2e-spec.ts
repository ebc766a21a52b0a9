import { OCPP_VERSIONS, type OcppVersion } from '../../src/ocpp/versions.js';
import { startCsms } from '../support/csms.js';
import { ToldTransaction } from '../support/transaction-events.js';

const NOW = '2026-11-22T12:00:00.000Z';
const EXPIRY = '2027-01-01T00:00:00.000Z';
const SOONER = '2026-11-23T00:00:00.000Z';

const ADVICE = {
  chargingPriority: 5,
  language1: 'de-AT',
  language2: 'en',
  personalMessage: { format: 'UTF8', language: 'de', content: 'Grüß Gott' },
} as const;

const presented: Record<OcppVersion, (value: string) => object> = {
  '1.6': (value) => ({ idTag: value }),
  '2.0': (value) => ({ idToken: { idToken: value, type: 'ISO14443' } }),
  '2.0.1': (value) => ({ idToken: { idToken: value, type: 'ISO14443' } }),
};

describe('C01 · What stations are told about a token', () => {
  const csms = startCsms({ now: NOW });

  const authorize = async (version: OcppVersion, stationId: string, value: string) =>
    (await csms.station(stationId, version).boots()).callAny('Authorize', presented[version](value));
  const register = (token: object) => csms.operator.post('/id-tokens', { type: 'ISO14443', ...token });

  it.each(OCPP_VERSIONS)('is all that its version has words for (OCPP %s)', async (version) => {
    const value = `ADVICE-${version}`;
    await csms.given.idToken({ value, ...ADVICE, groupId: 'FLEET', expiresAt: EXPIRY, cacheExpiresAt: SOONER });

    const answer = await authorize(version, value, value);

    const inV2 = {
      idTokenInfo: {
        status: 'Accepted',
        groupIdToken: { idToken: 'FLEET', type: 'Central' },
        cacheExpiryDateTime: SOONER,
        ...ADVICE,
      },
    };
    const inV16 = { idTagInfo: { status: 'Accepted', parentIdTag: 'FLEET', expiryDate: SOONER } };
    expect(answer).toEqual(version === '1.6' ? inV16 : inV2);
  });

  it('is shown to operators, changed and cleared', async () => {
    const { body } = await register({ value: 'SHOWN', ...ADVICE, validAt: [{ stationId: 'CS001', evseIds: [1, 2] }] });
    expect(body).toMatchObject({ ...ADVICE, cacheExpiresAt: null, validAt: [{ stationId: 'CS001', evseIds: [1, 2] }] });

    const changed = await csms.operator.patch(`/id-tokens/${body.id}`, {
      language2: null,
      personalMessage: null,
      validAt: null,
      chargingPriority: 0,
    });

    expect(changed.body).toMatchObject({
      language1: 'de-AT',
      language2: null,
      personalMessage: null,
      validAt: null,
      chargingPriority: 0,
    });
  });

  describe('C10 · of the cache', () => {
    it.each(OCPP_VERSIONS)('is no later than the expiry of the token (OCPP %s)', async (version) => {
      const value = `LATER-${version}`;
      await csms.given.idToken({ value, expiresAt: SOONER, cacheExpiresAt: EXPIRY });

      expect(JSON.stringify(await authorize(version, value, value))).toContain(SOONER);
    });

    it('is a past time for a token that is to be in none (C10.FR.10)', async () => {
      await csms.given.idToken({ value: 'UNCACHED', cacheExpiresAt: '2026-11-22T11:00:00Z' });

      expect(await authorize('2.0.1', 'UNCACHED', 'UNCACHED')).toEqual({
        idTokenInfo: { status: 'Accepted', cacheExpiryDateTime: '2026-11-22T11:00:00.000Z' },
      });
    });

    it('is left to the station where nobody says anything', async () => {
      await csms.given.idToken({ value: 'PLAIN' });

      expect(await authorize('2.0.1', 'PLAIN', 'PLAIN')).toEqual({ idTokenInfo: { status: 'Accepted' } });
    });
  });

  describe('where it is valid at some stations alone', () => {
    const given = (value: string) =>
      csms.given.idToken({
        value,
        validAt: [{ stationId: 'here-1.6' }, { stationId: 'HERE-2.0' }, { stationId: 'HERE-2.0.1' }],
      });

    it.each(OCPP_VERSIONS)('is Accepted there, and NotAtThisLocation elsewhere (OCPP %s)', async (version) => {
      await given('PLACED');

      const here = JSON.stringify(await authorize(version, `HERE-${version}`, 'PLACED'));
      const elsewhere = JSON.stringify(await authorize(version, `ELSE-${version}`, 'PLACED'));

      expect(here).toContain('"Accepted"');
      expect(elsewhere).toContain(version === '1.6' ? '"Blocked"' : '"NotAtThisLocation"');
    });

    it('names the EVSEs, and is refused on the others (C01.FR.20, C01.FR.22)', async () => {
      await csms.given.idToken({ value: 'EVSE2', validAt: [{ stationId: 'EVSES', evseIds: [3, 2] }] });
      const station = await csms.station('EVSES', '2.0.1', { evses: [1, 1, 1] }).boots();
      const start = (evseId: number) =>
        new ToldTransaction(station, () => csms.clock.now()).started('Authorized', {
          idToken: 'EVSE2',
          evse: { id: evseId, connectorId: 1 },
        });

      expect(await station.callAny('Authorize', presented['2.0.1']('EVSE2'))).toEqual({
        idTokenInfo: { status: 'Accepted', evseId: [2, 3] },
      });
      expect(await start(2)).toMatchObject({ idTokenInfo: { status: 'Accepted' } });
      expect(await start(1)).toEqual({ idTokenInfo: { status: 'NotAtThisLocation' } });
    });

    it('names them beside the information in 2.0, and looks at the connector in 1.6', async () => {
      const validAt = [
        { stationId: 'E20', evseIds: [2] },
        { stationId: 'E16', evseIds: [2] },
      ];
      await csms.given.idToken({ value: 'EVSE-OLD', validAt });

      expect(await authorize('2.0', 'E20', 'EVSE-OLD')).toEqual({ idTokenInfo: { status: 'Accepted' }, evseId: [2] });
      const station = await csms.station('E16', '1.6', { evses: [1, 1] }).boots();
      const start = { idTag: 'EVSE-OLD', meterStart: 0, timestamp: NOW };
      expect(await station.call('StartTransaction', { ...start, connectorId: 1 })).toMatchObject({
        idTagInfo: { status: 'Blocked' },
      });
      expect(await station.call('StartTransaction', { ...start, connectorId: 2 })).toMatchObject({
        idTagInfo: { status: 'Accepted' },
      });
    });
  });

  it.each<[string, object]>([
    ['a second language without a first', { language2: 'en' }],
    ['a language twice', { language1: 'de', language2: 'DE' }],
    ['a language that is none', { language1: 'de at' }],
    ['a priority out of range', { chargingPriority: 10 }],
    ['a message without a format', { personalMessage: { content: 'x' } }],
    ['a message that is too long', { personalMessage: { format: 'UTF8', content: 'x'.repeat(513) } }],
    ['no place at all', { validAt: [] }],
    ['an EVSE 0', { validAt: [{ stationId: 'CS001', evseIds: [0] }] }],
    ['a place with more than is known of places', { validAt: [{ stationId: 'CS001', colour: 'red' }] }],
  ])('refuses %s', async (_what, fields) => {
    expect(await register({ value: 'WRONG', ...fields })).toMatchObject({
      status: 400,
      body: { code: 'validation-failed' },
    });
  });

  it('refuses a change that leaves the languages without sense', async () => {
    const { id } = await csms.given.idToken({ value: 'LANGUAGES', language1: 'de', language2: 'en' });

    expect(await csms.operator.patch(`/id-tokens/${id}`, { language1: null })).toMatchObject({ status: 400 });
    expect(await csms.operator.patch(`/id-tokens/${id}`, { language1: 'en' })).toMatchObject({ status: 400 });
    expect(await csms.operator.patch(`/id-tokens/${id}`, { language1: null, language2: null })).toMatchObject({
      status: 200,
    });
  });
});
