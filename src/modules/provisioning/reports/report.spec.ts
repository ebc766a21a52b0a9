import { PART_WITHIN_MS, type ReportProgress, stateOf } from './report.js';

const asked = new Date('2026-11-22T12:00:00Z');
const after = (ms: number): Date => new Date(asked.getTime() + ms);
const report = (more: Partial<ReportProgress>): ReportProgress => ({
  answer: 'Accepted',
  requestedAt: asked,
  parts: 0,
  lastSeqNo: null,
  lastPartAt: null,
  completedAt: null,
  ...more,
});

describe('How far a report is', () => {
  it.each<[string, Partial<ReportProgress>, number]>([
    ['waiting', {}, 1],
    ['waiting', { answer: null }, 1],
    ['incomplete', {}, PART_WITHIN_MS + 1],
    ['receiving', { parts: 2, lastPartAt: after(PART_WITHIN_MS) }, PART_WITHIN_MS + 1],
    ['incomplete', { parts: 2, lastPartAt: after(1) }, PART_WITHIN_MS + 2],
    ['incomplete', { parts: 2, lastSeqNo: 2, lastPartAt: after(1) }, 2],
    ['complete', { parts: 3, lastSeqNo: 2, completedAt: after(1) }, 2 * PART_WITHIN_MS],
    ['refused', { answer: 'Rejected' }, 1],
    ['refused', { answer: 'NotSupported' }, 1],
    ['empty', { answer: 'EmptyResultSet' }, 1],
    ['failed', { answer: 'station-error' }, 1],
    ['waiting', { answer: 'station-timeout' }, 1],
    ['receiving', { answer: 'Rejected', parts: 1, lastPartAt: after(1) }, 2],
  ])('%s: %j after %i ms', (state, progress, ms) => {
    expect(stateOf(report(progress), after(ms))).toBe(state);
  });
});
