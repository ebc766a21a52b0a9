import { outcomeOfCancel, outcomeOfReserve } from './settlement.js';

const at = new Date(0);
const ASKED = { state: 'answered', status: 'Accepted', sentAt: at, error: null } as const;

describe('What a command says about its reservation', () => {
  it.each<[string, Partial<Parameters<typeof outcomeOfReserve>[0]>, object | undefined]>([
    ['Accepted', {}, { to: 'active', reason: 'answered' }],
    ['Occupied', { status: 'Occupied' }, { to: 'refused', reason: 'answered' }],
    ['a CALLERROR', { state: 'errored', error: { reason: 'call-error' } }, { to: 'refused', reason: 'call-error' }],
    [
      'a broken answer',
      { state: 'errored', error: { reason: 'broken-answer' } },
      { to: 'unknown', reason: 'no-answer' },
    ],
    ['a lost line', { state: 'errored', error: { reason: 'disconnected' } }, { to: 'unknown', reason: 'no-answer' }],
    ['a lost line before it was sent', { state: 'errored', sentAt: null }, { to: 'refused', reason: 'not-sent' }],
    ['silence', { state: 'timed-out' }, { to: 'unknown', reason: 'no-answer' }],
    ['a restart after it was sent', { state: 'timed-out', sentAt: null }, { to: 'unknown', reason: 'no-answer' }],
    [
      'kept for its station for too long',
      { state: 'timed-out', sentAt: null, error: { reason: 'expired' } },
      { to: 'refused', reason: 'not-sent' },
    ],
    ['taken back', { state: 'cancelled', sentAt: null }, { to: 'refused', reason: 'not-sent' }],
    ['waiting', { state: 'queued', sentAt: null }, undefined],
    ['under way', { state: 'sent' }, undefined],
  ])('ReserveNow: %s', (_, command, outcome) => {
    expect(outcomeOfReserve({ ...ASKED, ...command })).toEqual(outcome);
  });

  it.each([
    ['Accepted', 'active', true, { to: 'cancelled', reason: 'cancel-accepted' }],
    ['Rejected', 'active', true, { to: 'active', reason: 'cancel-rejected' }],
    ['Rejected', 'active', false, { to: 'removed', reason: 'unknown-to-station' }],
    ['Rejected', 'unknown', false, { to: 'refused', reason: 'unknown-to-station' }],
    [null, 'active', false, undefined],
  ] as const)('CancelReservation: %s while %s, shown as Reserved: %s', (status, state, shownAsReserved, outcome) => {
    expect(outcomeOfCancel(status, { state, shownAsReserved })).toEqual(outcome);
  });
});
