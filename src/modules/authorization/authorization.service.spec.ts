import { SystemClock } from '../../common/clock.js';
import type { Config } from '../../config/config.js';
import type { AuthorizationCallback, CallbackAnswer, CallbackQuestion } from './authorization-callback.js';
import type { RegisteredToken } from './authorization-decision.js';
import { AuthorizationService, type Presentation } from './authorization.service.js';
import { type PresentedIdToken, tokenKeyOf } from './id-token.js';
import { PinGuesses } from './pin-guesses.js';
import type { TokenLookup } from './token-lookup.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const AT: Presentation = { stationUuid: 'uuid', stationId: 'CS001' };
const CARD: PresentedIdToken = { value: 'ABCD1234', type: 'ISO14443' };
const PIN: PresentedIdToken = { value: '4711', type: 'KeyCode' };
const CENTRAL: PresentedIdToken = { value: 'made-by-tau', type: 'Central' };

interface World {
  tokens?: [PresentedIdToken, Partial<RegisteredToken>][];
  groupRules?: Record<string, 'allowed' | 'refused'>;
  settings?: Partial<Config['authorization']>;
  /** What the callback answers; null: it fails; undefined: there is none. */
  callback?: CallbackAnswer | null;
}

function authorizationIn({ tokens = [], groupRules = {}, settings, callback }: World) {
  const asked: CallbackQuestion[] = [];
  const clock = Object.assign(new SystemClock(), { now: () => NOW });
  const nothing = { groupId: null, expiresAt: null, concurrentTransactions: null };
  const byKey = new Map(tokens.map(([token, row]) => [tokenKeyOf(token), { status: 'Accepted', ...nothing, ...row }]));
  const service = new AuthorizationService(
    {
      authorization: {
        policy: 'registered-tokens',
        callbackFallback: 'local',
        concurrentTransactions: 'allowed',
        ...settings,
      },
    } as Config,
    clock,
    {
      token: async (token: PresentedIdToken) => byKey.get(tokenKeyOf(token)),
      groupRules: async (groupId: string) =>
        groupRules[groupId] && { concurrentTransactions: groupRules[groupId], masterPass: groupId === 'MASTER' },
    } as unknown as TokenLookup,
    {
      configured: callback !== undefined,
      ask: async (question: CallbackQuestion) => (asked.push(question), callback ?? undefined),
    } as unknown as AuthorizationCallback,
    new PinGuesses(clock),
    { wasNamed: async (_station, remoteStartId, { value }) => remoteStartId === 7 && value === CENTRAL.value },
  );
  return { service, asked };
}

const statusIn = async (world: World, token: PresentedIdToken, at = AT): Promise<string> =>
  (await authorizationIn(world).service.authorize(token, at, 'transaction')).status;

describe('Authorization by the tables', () => {
  it.each([
    ['C01 a registered card, in any letter case', [[CARD, {}]], { ...CARD, value: 'abcd1234' }, 'Accepted'],
    ['C01 a card that nobody registered', [], CARD, 'Unknown'],
    ['C01 a card that the reader takes for another kind', [[CARD, {}]], { ...CARD, type: 'ISO15693' }, 'Accepted'],
    ['C02 the start button', [], { value: '', type: 'NoAuthorization' }, 'Accepted'],
    ['C02 a start button that names itself', [], { value: 'B1', type: 'NoAuthorization' }, 'Unknown'],
    ['C04 a right PIN code', [[PIN, {}]], PIN, 'Accepted'],
    ['C04 a wrong PIN code', [], PIN, 'Invalid'],
    ['C04 a card that reads like a PIN code', [[PIN, {}]], { ...PIN, type: 'ISO14443' }, 'Unknown'],
    ['C06 a parking ticket', [[{ value: 'T1', type: 'Local' }, {}]], { value: 'T1', type: 'Local' }, 'Accepted'],
    [
      'C06 a card that reads like a ticket',
      [[{ value: 'T1', type: 'Local' }, {}]],
      { ...CARD, value: 'T1' },
      'Unknown',
    ],
  ] satisfies [string, [PresentedIdToken, Partial<RegisteredToken>][], PresentedIdToken, string][])(
    '%s',
    async (_, tokens, token, status) => {
      expect(await statusIn({ tokens }, token)).toBe(status);
    },
  );

  it('C05 accepts a Central token that the operator asked a transaction for, and no other', async () => {
    const asked = { ...AT, remoteStartId: 7 };

    expect(await statusIn({}, CENTRAL, asked)).toBe('Accepted');
    expect(await statusIn({}, CENTRAL)).toBe('Unknown');
    expect(await statusIn({}, CENTRAL, { ...AT, remoteStartId: 8 })).toBe('Unknown');
    expect(await statusIn({}, { ...CENTRAL, value: 'OTHER' }, asked)).toBe('Unknown');
    expect(await statusIn({}, CARD, asked)).toBe('Unknown');
    expect(await statusIn({ tokens: [[CENTRAL, { status: 'Blocked' }]] }, CENTRAL, asked)).toBe('Blocked');
  });

  it('C07 does not accept a contract certificate that it cannot verify', async () => {
    const { service } = authorizationIn({ tokens: [[{ value: 'DE8AA001', type: 'eMAID' }, {}]] });

    const decision = await service.authorize(
      { value: 'DE8AA001', type: 'eMAID' },
      { ...AT, contractCertificate: true },
      'authorize',
    );

    expect(decision).toMatchObject({ status: 'Invalid', certificateStatus: 'CertChainError' });
  });

  it('refuses blocked and expired tokens where every token is accepted', async () => {
    const settings = { policy: 'accept-all' } as const;

    expect(await statusIn({ settings }, CARD)).toBe('Accepted');
    expect(await statusIn({ settings, tokens: [[CARD, { status: 'Blocked' }]] }, CARD)).toBe('Blocked');
    expect(await statusIn({ settings, tokens: [[CARD, { expiresAt: NOW }]] }, CARD)).toBe('Expired');
  });

  it('slows down PIN codes that drivers try, but not those of late transactions', async () => {
    const { service } = authorizationIn({ tokens: [[PIN, {}]] });
    const wrong = { ...PIN, value: '0000' };

    for (let i = 0; i < 5; i++) expect((await service.authorize(wrong, AT, 'authorize')).status).toBe('Invalid');

    expect((await service.authorize(PIN, AT, 'authorize')).status).toBe('NotAtThisTime');
    expect((await service.authorize(PIN, AT, 'transaction')).status).toBe('Accepted');
    expect((await service.authorize(PIN, { ...AT, stationUuid: 'another' }, 'authorize')).status).toBe('Accepted');
  });
});

describe('Authorization by the callback of the operator', () => {
  it('is asked with the station, the EVSE, the token and the purpose', async () => {
    const { service, asked } = authorizationIn({ callback: { status: 'Accepted' } });

    await service.authorize(CARD, { ...AT, evseId: 2 }, 'authorize');
    await service.authorize(CARD, AT, 'transaction');

    expect(asked).toEqual([
      { stationId: 'CS001', evseId: 2, idToken: CARD, purpose: 'authorize' },
      { stationId: 'CS001', idToken: CARD, purpose: 'transaction' },
    ]);
  });

  it('overrides the tables, both ways', async () => {
    const blocked: World['tokens'] = [[CARD, { status: 'Blocked' }]];

    expect(await statusIn({ tokens: blocked, callback: { status: 'Accepted' } }, CARD)).toBe('Accepted');
    expect(await statusIn({ tokens: [[CARD, {}]], callback: { status: 'NoCredit' } }, CARD)).toBe('NoCredit');
  });

  it('brings group and expiry, and the rule of that group holds', async () => {
    const expiresAt = new Date('2026-12-01T00:00:00Z');
    const { service } = authorizationIn({
      callback: { status: 'Accepted', groupId: 'FLEET', expiresAt },
      groupRules: { FLEET: 'refused' },
    });

    expect(await service.authorize(CARD, AT, 'authorize')).toEqual({
      status: 'Accepted',
      groupId: 'FLEET',
      expiresAt,
      concurrentTransactions: 'refused',
    });
  });

  it('means one transaction at a time by ConcurrentTx, which no Authorize is answered', async () => {
    const { service } = authorizationIn({ callback: { status: 'ConcurrentTx' } });

    expect(await service.authorize(CARD, AT, 'authorize')).toEqual({
      status: 'Accepted',
      concurrentTransactions: 'refused',
    });
  });

  it('is not asked about the start button', async () => {
    const { service, asked } = authorizationIn({ callback: { status: 'Blocked' } });

    expect((await service.authorize({ value: '', type: 'NoAuthorization' }, AT, 'transaction')).status).toBe(
      'Accepted',
    );
    expect(asked).toEqual([]);
  });

  it.each([
    ['local', [[CARD, {}]], CARD, 'Accepted'],
    ['local', [], CARD, 'Unknown'],
    ['refuse', [[CARD, {}]], CARD, 'Unknown'],
    ['refuse', [[PIN, {}]], PIN, 'Invalid'],
    ['accept', [], CARD, 'Accepted'],
    ['accept', [[CARD, { status: 'Blocked' }]], CARD, 'Blocked'],
  ] satisfies [string, [PresentedIdToken, Partial<RegisteredToken>][], PresentedIdToken, string][])(
    'leaves it to the fallback "%s" when it fails: tokens %j, presented %j: %s',
    async (callbackFallback, tokens, token, status) => {
      const settings = { callbackFallback } as Config['authorization'];

      expect(await statusIn({ tokens, settings, callback: null }, token)).toBe(status);
    },
  );
});
