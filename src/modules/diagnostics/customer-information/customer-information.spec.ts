import { type CustomerInformationCourse, missingOf, PART_WITHIN_MS, stateOf } from './customer-information.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const ago = (ms: number): Date => new Date(NOW.getTime() - ms);

const course = (difference: Partial<CustomerInformationCourse> = {}): CustomerInformationCourse => ({
  report: true,
  command: { state: 'answered', answer: 'Accepted', at: NOW },
  parts: 0,
  lastPartAt: null,
  completedAt: null,
  erasedAt: null,
  ...difference,
});
const command = (state: string, answer: string | null = null, at = NOW) => ({ state, answer, at });
const LATE = ago(PART_WITHIN_MS + 1);

describe('A request for what a station holds about a customer', () => {
  it.each<[string, string, Partial<CustomerInformationCourse>]>([
    ['waiting', 'while its command is kept', { command: command('queued', null, LATE) }],
    ['waiting', 'while its command is under way', { command: command('sent') }],
    ['waiting', 'for the first part', {}],
    ['waiting', 'where there was no answer, for a while', { command: command('timed-out') }],
    ['failed', 'where nothing came after no answer', { command: command('timed-out', null, LATE) }],
    ['failed', 'after a CALLERROR', { command: command('errored') }],
    ['failed', 'where it was taken back', { command: command('cancelled') }],
    ['failed', 'where its command is gone and nothing came', { command: null }],
    ['refused', 'by the station', { command: command('answered', 'Rejected') }],
    ['invalid', 'to the station', { command: command('answered', 'Invalid') }],
    ['complete', 'where nothing was to be reported', { report: false }],
    ['incomplete', 'where nothing came in time', { command: command('answered', 'Accepted', LATE) }],
    ['receiving', 'between two parts', { parts: 1, lastPartAt: ago(PART_WITHIN_MS) }],
    [
      'receiving',
      'where parts came though nothing was answered',
      { command: command('errored'), parts: 1, lastPartAt: NOW },
    ],
    ['incomplete', 'where no other part came in time', { parts: 1, lastPartAt: LATE }],
    ['complete', 'with its last part', { parts: 2, lastPartAt: LATE, completedAt: LATE }],
    ['erased', 'whatever had come', { parts: 2, lastPartAt: NOW, completedAt: NOW, erasedAt: NOW }],
  ])('is %s %s', (state, _, difference) => {
    expect(stateOf(course(difference), NOW)).toBe(state);
  });

  it.each<[number[], number | null, number[]]>([
    [[], null, []],
    [[0, 1], 1, []],
    [[2], 2, [0, 1]],
    [[0, 3], null, [1, 2]],
    [[-1, 0], 1, [1]],
  ])('misses of %j with the last %s: %j', (come, last, missing) => {
    expect(missingOf(come, last)).toEqual(missing);
  });

  it('names a thousand missing parts at most', () => {
    expect(missingOf([2_000_000_000], null)).toHaveLength(1000);
  });
});
