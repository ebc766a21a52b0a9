import fc from 'fast-check';
import { DAY, MONTH, overlaps, spansFrom } from './period.js';

describe('Spans of partitions', () => {
  it('are named after their day or month', () => {
    expect(DAY.suffix(DAY.first(new Date('2026-11-22T23:59:59.999Z')))).toBe('2026_11_22');
    expect(MONTH.suffix(MONTH.first(new Date('2026-01-31T00:00:00Z')))).toBe('2026_01');
  });

  it('go on over the ends of months and years', () => {
    const days = spansFrom(DAY, new Date('2027-02-27T12:00:00Z'), 3).map(({ from }) => DAY.suffix(from));
    const months = spansFrom(MONTH, new Date('2026-11-30T12:00:00Z'), 3).map(({ from }) => MONTH.suffix(from));

    expect(days).toEqual(['2027_02_27', '2027_02_28', '2027_03_01']);
    expect(months).toEqual(['2026_11', '2026_12', '2027_01']);
  });

  it.each([
    ['days', DAY],
    ['months', MONTH],
  ])('follow each other without a gap, the first holds the time: %s', (_, period) => {
    const times = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 40 }), (at, count) => {
        const spans = spansFrom(period, at, count);

        expect(spans).toHaveLength(count);
        expect(overlaps(spans[0]!, { from: at, to: new Date(at.getTime() + 1) })).toBe(true);
        for (let i = 1; i < count; i++) expect(spans[i]!.from).toEqual(spans[i - 1]!.to);
        expect(new Set(spans.map(({ from }) => period.suffix(from))).size).toBe(count);
      }),
      { seed: 17, numRuns: 200 },
    );
  });
});
