import { ClockDifferences } from './clock-difference.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000);

describe('difference of a station clock', () => {
  it('is the station time minus the time of receipt', () => {
    const differences = new ClockDifferences();

    expect(differences.observe('a', at(90), at(0))).toBe(90_000);
    expect(differences.observe('b', at(-5), at(0))).toBe(-5000);
  });

  it('is not taken from a message that waited on its way', () => {
    const differences = new ClockDifferences();
    differences.observe('a', at(1), at(0));

    expect(differences.observe('a', at(-3600), at(10))).toBeUndefined();
  });

  it('is corrected by a message that waited less', () => {
    const differences = new ClockDifferences();
    differences.observe('a', at(-3600), at(0));

    expect(differences.observe('a', at(9), at(10))).toBe(-1000);
  });

  it('is measured anew after a quarter of an hour, and after the clock was set', () => {
    const differences = new ClockDifferences();
    differences.observe('a', at(3600), at(0));

    expect(differences.observe('a', at(900), at(900))).toBe(0);
    differences.observe('a', at(4600), at(1000));
    differences.forget('a');
    expect(differences.observe('a', at(1001), at(1001))).toBe(0);
  });
});
