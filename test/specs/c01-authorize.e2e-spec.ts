import { OCPP_VERSIONS, type OcppVersion } from '../../src/ocpp/versions.js';
import { startCsms } from '../support/csms.js';

const EXPIRY = '2027-01-01T00:00:00.000Z';
const CARD = { value: 'ABCD1234', type: 'ISO14443' } as const;
const PIN = { value: '471147', type: 'KeyCode' } as const;

/** What a station of each version sends when a card is held to its reader. */
const presenting: Record<OcppVersion, (value: string) => object> = {
  '1.6': (value) => ({ idTag: value }),
  '2.0': (value) => ({ idToken: { idToken: value, type: 'ISO14443' } }),
  '2.0.1': (value) => ({ idToken: { idToken: value, type: 'ISO14443' } }),
};

/** What it is answered about a card of a group, with an expiry. */
const IN_2X = {
  idTokenInfo: {
    status: 'Accepted',
    groupIdToken: { idToken: 'FLEET', type: 'Central' },
    cacheExpiryDateTime: EXPIRY,
  },
};
const ACCEPTED: Record<OcppVersion, object> = {
  '1.6': { idTagInfo: { status: 'Accepted', parentIdTag: 'FLEET', expiryDate: EXPIRY } },
  '2.0': IN_2X,
  '2.0.1': IN_2X,
};

describe('C01 · Authorization of a token', () => {
  const csms = startCsms({ now: '2026-11-22T12:00:00Z' });

  it.each(OCPP_VERSIONS)('tells status, group and expiry of a card, in any letter case (OCPP %s)', async (version) => {
    await csms.given.idToken({ value: 'Group0001', groupId: 'FLEET', expiresAt: EXPIRY });
    const station = await csms.station(`CARD-${version}`, version).boots();

    expect(await station.callAny('Authorize', presenting[version]('gROUP0001'))).toEqual(ACCEPTED[version]);
  });

  it.each(OCPP_VERSIONS)('refuses blocked, invalid, expired and unknown cards (OCPP %s)', async (version) => {
    await csms.given.idToken({ value: 'BLOCKED', status: 'Blocked' });
    await csms.given.idToken({ value: 'INVALID', status: 'Invalid' });
    await csms.given.idToken({ value: 'EXPIRED', expiresAt: '2026-11-22T12:00:00Z' });
    const station = await csms.station(`REFUSED-${version}`, version).boots();
    const statusOf = (value: string) => station.authorize({ value, type: 'ISO14443' });

    expect(await statusOf('BLOCKED')).toBe('Blocked');
    expect(await statusOf('INVALID')).toBe('Invalid');
    expect(await statusOf('EXPIRED')).toBe('Expired');
    expect(await statusOf('NOBODY')).toBe(version === '1.6' ? 'Invalid' : 'Unknown');
  });

  it('heeds what an operator changes from the next question on', async () => {
    const { id } = await csms.given.idToken({ value: 'CHANGING' });
    const station = await csms.station('CHANGE', '2.0.1').boots();
    const status = () => station.authorize({ value: 'CHANGING', type: 'ISO14443' });

    expect(await status()).toBe('Accepted');
    await csms.operator.patch(`/id-tokens/${id}`, { status: 'Blocked' });
    expect(await status()).toBe('Blocked');
    await csms.operator.delete(`/id-tokens/${id}`);
    expect(await status()).toBe('Unknown');
  });

  it('takes a card for expired once its time has come', async () => {
    await csms.given.idToken({ value: 'UNTIL-NOON', expiresAt: '2026-11-22T12:00:30Z' });
    const station = await csms.station('TIME', '1.6').boots();
    const status = () => station.authorize({ value: 'UNTIL-NOON', type: 'ISO14443' });

    expect(await status()).toBe('Accepted');
    csms.clock.wallTime = '2026-11-22T12:00:30Z';
    expect(await status()).toBe('Expired');
  });

  it('answers each station about its own token when many ask at once', async () => {
    await csms.given.idToken(CARD);
    const versions = [...OCPP_VERSIONS, ...OCPP_VERSIONS];
    const stations = await Promise.all(versions.map((version, i) => csms.station(`CROWD-${i}`, version).boots()));

    const answers = await Promise.all(
      stations.map((station, i) => station.authorize({ ...CARD, value: i % 2 ? CARD.value : `NOBODY${i}` })),
    );

    expect(answers.map((status) => status === 'Accepted')).toEqual([false, true, false, true, false, true]);
  });
});

describe.each(['2.0', '2.0.1'] as const)('Tokens that are no cards (OCPP %s)', (version) => {
  const csms = startCsms();

  it('C02: accepts the start button', async () => {
    const station = await csms.station('BUTTON', version).boots();

    expect(await station.authorize({ value: '', type: 'NoAuthorization' })).toBe('Accepted');
  });

  it('C04: accepts a right PIN code, refuses a wrong one, and shows neither', async () => {
    await csms.given.idToken(PIN);
    const station = await csms.station('KEYPAD', version).boots();

    expect(await station.authorize(PIN)).toBe('Accepted');
    expect(await station.authorize({ ...PIN, value: '081581' })).toBe('Invalid');

    const shown = await csms.eventually(async () => {
      const messages = await csms.operator.messages('KEYPAD');
      expect(messages.filter(({ action }) => action === 'Authorize')).toHaveLength(2);
      return JSON.stringify([messages, (await csms.operator.get('/id-tokens')).body]);
    });
    expect(shown).toContain('KeyCode');
    expect(shown).not.toMatch(/471147|081581/);
  });

  it('C04: slows down the guessing of PIN codes', async () => {
    const right = { ...PIN, value: '903154' };
    await csms.given.idToken(right);
    const station = await csms.station('GUESSED', version).boots();

    for (let i = 0; i < 5; i++) await station.authorize({ ...PIN, value: `00000${i}` });

    expect(await station.authorize(right)).toBe('NotAtThisTime');
    await csms.clock.advance(10_000);
    expect(await station.authorize(right)).toBe('Accepted');
  });

  it('C06: tells a ticket from a card with the same text', async () => {
    await csms.given.idToken({ value: 'TICKET-7', type: 'Local' });
    const station = await csms.station('GARAGE', version).boots();

    expect(await station.authorize({ value: 'TICKET-7', type: 'Local' })).toBe('Accepted');
    expect(await station.authorize({ value: 'TICKET-7', type: 'ISO14443' })).toBe('Unknown');
  });

  it('C07: accepts no contract whose certificate it has not verified', async () => {
    await csms.given.idToken({ value: 'DE8AA1A2B3C4D5', type: 'eMAID' });
    const station = await csms.station('CONTRACT', version).boots();
    const hashes = version === '2.0' ? '15118CertificateHashData' : 'iso15118CertificateHashData';
    const hash = { hashAlgorithm: 'SHA256', issuerNameHash: 'a1', issuerKeyHash: 'b2', serialNumber: 'c3' };

    const answer = await station.callAny('Authorize', {
      idToken: { idToken: 'DE8AA1A2B3C4D5', type: 'eMAID' },
      [hashes]: [{ ...hash, responderURL: 'http://ocsp.example.com' }],
    });

    expect(answer).toEqual({ idTokenInfo: { status: 'Invalid' }, certificateStatus: 'CertChainError' });
  });
});

describe('A token with a transaction open', () => {
  const csms = startCsms();

  it.each(OCPP_VERSIONS)(
    'is ConcurrentTx at a second start where its group refuses it, never at Authorize or its own stop (OCPP %s)',
    async (version) => {
      const token = { value: `ONE-${version}`, type: 'ISO14443' } as const;
      await csms.given.group('ONE-AT-A-TIME', { concurrentTransactions: 'refused' });
      await csms.given.idToken({ ...token, groupId: 'ONE-AT-A-TIME' });
      const first = await csms.station(`FIRST-${version}`, version).boots();
      const second = await csms.station(`SECOND-${version}`, version).boots();
      const told = (station: typeof first) =>
        station.frames
          .filter(({ kind, direction }) => kind === 'CALLRESULT' && direction === 'received')
          .map(({ payload }) => payload['idTagInfo'] ?? payload['idTokenInfo'])
          .filter((info) => info !== undefined)
          .map((info) => (info as { status: string }).status);

      await first.plugIn();
      await first.authorize(token);
      expect(await second.authorize(token)).toBe('Accepted');
      await second.plugIn();
      await first.stop(token);

      expect(told(second)).toContain('ConcurrentTx');
      expect(new Set(told(first))).toEqual(new Set(['Accepted']));
    },
  );
});

describe('Where every token is accepted', () => {
  const csms = startCsms({ env: { AUTHORIZATION_POLICY: 'accept-all' } });

  it.each(OCPP_VERSIONS)('those that are blocked or expired are not (OCPP %s)', async (version) => {
    await csms.given.idToken({ value: 'BLOCKED', status: 'Blocked' });
    await csms.given.idToken({ value: 'EXPIRED', expiresAt: '2020-01-01T00:00:00Z' });
    const station = await csms.station(`OPEN-${version}`, version).boots();
    const statusOf = (value: string) => station.authorize({ value, type: 'ISO14443' });

    expect(await statusOf('NOBODY')).toBe('Accepted');
    expect(await statusOf('BLOCKED')).toBe('Blocked');
    expect(await statusOf('EXPIRED')).toBe('Expired');
  });
});
