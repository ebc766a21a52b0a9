import {
  type AuthorizationDecision,
  decide,
  type DecisionRules,
  type RegisteredToken,
} from './authorization-decision.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const PAST = new Date('2026-11-22T11:59:59.999Z');
const FUTURE = new Date('2026-11-22T12:00:00.001Z');

const registered: RegisteredToken = {
  status: 'Accepted',
  groupId: null,
  expiresAt: null,
  concurrentTransactions: null,
};
const rules: DecisionRules = {
  now: NOW,
  unregistered: 'Unknown',
  concurrentTransactions: 'allowed',
  at: { stationId: 'CS001' },
};

interface Case {
  name: string;
  token: Partial<RegisteredToken> | undefined;
  rules?: Partial<DecisionRules>;
  decision: Partial<AuthorizationDecision>;
}

const CASES: Case[] = [
  { name: 'a registered token is Accepted', token: {}, decision: { status: 'Accepted' } },
  { name: 'a token that nobody registered is Unknown', token: undefined, decision: { status: 'Unknown' } },
  {
    name: 'a token that nobody registered is Accepted where every token is',
    token: undefined,
    rules: { unregistered: 'Accepted' },
    decision: { status: 'Accepted' },
  },
  { name: 'a blocked token is Blocked', token: { status: 'Blocked' }, decision: { status: 'Blocked' } },
  {
    name: 'a blocked token stays Blocked where every token is accepted',
    token: { status: 'Blocked' },
    rules: { unregistered: 'Accepted' },
    decision: { status: 'Blocked' },
  },
  { name: 'a token declared invalid is Invalid', token: { status: 'Invalid' }, decision: { status: 'Invalid' } },
  {
    name: 'a token whose expiry has passed is Expired, and says when',
    token: { expiresAt: PAST },
    decision: { status: 'Expired', expiresAt: PAST },
  },
  {
    name: 'a token is Expired from the very moment of its expiry',
    token: { expiresAt: NOW },
    decision: { status: 'Expired', expiresAt: NOW },
  },
  {
    name: 'a token whose expiry is to come is Accepted until then',
    token: { expiresAt: FUTURE },
    decision: { status: 'Accepted', expiresAt: FUTURE },
  },
  {
    name: 'the word of the operator counts before the expiry',
    token: { status: 'Blocked', expiresAt: PAST },
    decision: { status: 'Blocked', expiresAt: PAST },
  },
  {
    name: 'the group is told with an accepted token',
    token: { groupId: 'FLEET' },
    decision: { status: 'Accepted', groupId: 'FLEET' },
  },
  {
    name: 'the group is told with a refused token',
    token: { status: 'Blocked', groupId: 'FLEET' },
    decision: { status: 'Blocked', groupId: 'FLEET' },
  },
  {
    name: 'the rule of the group counts before that of the installation',
    token: { groupId: 'FLEET', concurrentTransactions: 'allowed' },
    rules: { concurrentTransactions: 'refused' },
    decision: { status: 'Accepted', groupId: 'FLEET', concurrentTransactions: 'allowed' },
  },
  {
    name: 'the rule of the installation holds for a token whose group says nothing',
    token: {},
    rules: { concurrentTransactions: 'refused' },
    decision: { status: 'Accepted', concurrentTransactions: 'refused' },
  },
];

describe('Decision about a token', () => {
  it.each(CASES)('$name', ({ token, rules: differing, decision }) => {
    expect(decide(token && { ...registered, ...token }, { ...rules, ...differing })).toEqual({
      concurrentTransactions: 'allowed',
      ...decision,
    });
  });
});
