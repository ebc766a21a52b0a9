import { outcomeByTransaction, type UseSubject, type UsingTransaction } from './by-transaction.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 12, 0, seconds));

const RESERVATION: UseSubject = {
  state: 'active',
  reservationId: 7,
  evseId: 1,
  tokenKey: 'card',
  groupId: 'Family',
  createdAt: at(0),
  expiresAt: at(3600),
};
const TRANSACTION: UsingTransaction = {
  reservationId: null,
  evseId: 1,
  tokenKey: 'card',
  groupId: null,
  startedAt: at(60),
};

const USED = { to: 'used', reason: 'token-charges' };
const NAMED = { to: 'used', reason: 'named-by-transaction' };

describe('What a transaction says about a reservation', () => {
  it.each<[string, Partial<UseSubject>, Partial<UsingTransaction>, object | undefined]>([
    ['its number and its token', {}, { reservationId: 7 }, NAMED],
    ['its number and a token of its group', {}, { reservationId: 7, tokenKey: 'other', groupId: 'FAMILY' }, NAMED],
    ['its number and no token', {}, { reservationId: 7, tokenKey: null }, NAMED],
    ['its number long after its end', { state: 'expired' }, { reservationId: 7, startedAt: at(9000) }, NAMED],
    ['another number', {}, { reservationId: 8 }, undefined],
    [
      'its number and a token of nobody',
      {},
      { reservationId: 7, tokenKey: 'other' },
      { to: 'active', reason: 'named-by-other-token' },
    ],
    ['its token alone', {}, {}, USED],
    ['a token of its group alone', {}, { tokenKey: 'other', groupId: 'family' }, USED],
    [
      'no group is no common group',
      { groupId: null },
      { tokenKey: 'other' },
      { to: 'active', reason: 'other-token-charges' },
    ],
    ['its token at any EVSE', { evseId: null }, { evseId: 3 }, USED],
    ['its token at another EVSE', {}, { evseId: 2 }, undefined],
    ['its token from before it was made', {}, { startedAt: at(-61) }, undefined],
    ['its token by a clock that is a little late', {}, { startedAt: at(-59) }, USED],
    ['its token after its time', {}, { startedAt: at(3601) }, undefined],
    ['its token in time, told after its end', { state: 'expired' }, {}, USED],
    ['its token after it was cancelled', { state: 'cancelled' }, {}, undefined],
    ['another token', {}, { tokenKey: 'other' }, { to: 'active', reason: 'other-token-charges' }],
    [
      'another token where the station may not hold it',
      { state: 'unknown' },
      { tokenKey: 'other' },
      { to: 'refused', reason: 'other-token-charges' },
    ],
    ['another token where any EVSE is held', { evseId: null }, { tokenKey: 'other' }, undefined],
    ['no token yet', {}, { tokenKey: null }, undefined],
    ['some PIN code', { tokenKey: 'KeyCode:****' }, { tokenKey: 'KeyCode:****' }, undefined],
    ['a start button', { tokenKey: '' }, { tokenKey: '' }, undefined],
  ])('%s', (_, reservation, transaction, outcome) => {
    expect(outcomeByTransaction({ ...RESERVATION, ...reservation }, { ...TRANSACTION, ...transaction })).toEqual(
      outcome,
    );
  });
});
