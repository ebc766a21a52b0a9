import { AUTHORIZATION_STATUSES, type AuthorizationDecision } from './authorization-decision.js';
import { toIdTagInfo } from './authorization.handlers.v16.js';
import { toIdTokenInfo } from './authorization.handlers.v2.js';
import { toIdTokenInfoV20 } from './authorization.handlers.v20.js';

const decision: AuthorizationDecision = {
  status: 'Accepted',
  groupId: 'FLEET',
  expiresAt: new Date('2026-12-01T00:00:00Z'),
  concurrentTransactions: 'allowed',
};
const bare: AuthorizationDecision = { status: 'Accepted', concurrentTransactions: 'allowed' };

describe('What a 1.6 station is told about a token', () => {
  it('is status, parentIdTag and expiryDate', () => {
    expect(toIdTagInfo(decision)).toEqual({
      status: 'Accepted',
      parentIdTag: 'FLEET',
      expiryDate: '2026-12-01T00:00:00.000Z',
    });
  });

  it('leaves out what the token does not have', () => {
    expect(toIdTagInfo(bare)).toEqual({ status: 'Accepted' });
  });

  it('leaves out a group id that is longer than an idTag', () => {
    expect(toIdTagInfo({ ...bare, groupId: 'x'.repeat(20) })).toHaveProperty('parentIdTag');
    expect(toIdTagInfo({ ...bare, groupId: 'x'.repeat(21) })).not.toHaveProperty('parentIdTag');
  });

  it('is Invalid for an unknown token, and Blocked for one that may not charge here and now', () => {
    const told = AUTHORIZATION_STATUSES.map((status) => [status, toIdTagInfo({ ...bare, status }).status]);

    expect(Object.fromEntries(told)).toEqual({
      Accepted: 'Accepted',
      Blocked: 'Blocked',
      ConcurrentTx: 'ConcurrentTx',
      Expired: 'Expired',
      Invalid: 'Invalid',
      NoCredit: 'Blocked',
      NotAllowedTypeEVSE: 'Blocked',
      NotAtThisLocation: 'Blocked',
      NotAtThisTime: 'Blocked',
      Unknown: 'Invalid',
    });
  });
});

describe.each([
  ['2.0.1', toIdTokenInfo],
  ['2.0', toIdTokenInfoV20],
])('What a %s station is told about a token', (_, toInfo) => {
  it('is status, a group token of type Central, and the expiry of its cache entry', () => {
    expect(toInfo(decision)).toEqual({
      status: 'Accepted',
      groupIdToken: { idToken: 'FLEET', type: 'Central' },
      cacheExpiryDateTime: '2026-12-01T00:00:00.000Z',
    });
  });

  it('leaves out what the token does not have', () => {
    expect(toInfo(bare)).toEqual({ status: 'Accepted' });
  });
});
