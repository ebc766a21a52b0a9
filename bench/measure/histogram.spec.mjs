import { Histogram } from './histogram.mjs';

function histogramOf(...durations) {
  const histogram = new Histogram();
  for (const ms of durations) histogram.add(ms);
  return histogram;
}

describe('Histogram', () => {
  it('knows a percentile to one per cent', () => {
    const histogram = histogramOf(...Array.from({ length: 1000 }, (_, i) => i + 1));

    const { p50, p99, max } = histogram.summary();

    expect(p50 / 500).toBeCloseTo(1, 1);
    expect(Math.abs(p99 / 990 - 1)).toBeLessThan(0.01);
    expect(max).toBe(1000);
  });

  it('shows one slow answer of a hundred in the maximum, and two of them in the p99', () => {
    const quick = Array.from({ length: 99 }, () => 1);

    expect(histogramOf(...quick, 500).summary()).toMatchObject({ p99: expect.closeTo(1, 1), max: 500 });
    expect(histogramOf(...quick, 500, 500).percentile(99)).toBeCloseTo(500, -1);
  });

  it('says nothing of nothing', () => {
    expect(histogramOf().summary()).toEqual({ p50: null, p99: null, max: null });
  });
});
