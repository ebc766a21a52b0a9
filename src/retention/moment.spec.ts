import { after, isSteady, limitOf, type Rhythm } from './moment.js';

const HOUR_MS = 60 * 60 * 1000;
const START = new Date('2026-11-22T12:00:00Z');
const hoursLater = (hours: number): Date => new Date(START.getTime() + hours * HOUR_MS);

/** The rhythm after runs at these hours. */
const ranAt = (...hours: number[]): Rhythm =>
  hours.map(hoursLater).reduce<Rhythm | undefined>((rhythm, at) => after(rhythm, at), undefined)!;

const everyHour = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('The clock behind a deletion', () => {
  it('is trusted once it has gone evenly for a day', () => {
    expect(isSteady(ranAt(...everyHour(0, 23)))).toBe(false);
    expect(isSteady(ranAt(...everyHour(0, 24)))).toBe(true);
  });

  it('is trusted after a weekend in which TAU was off', () => {
    expect(isSteady(ranAt(...everyHour(0, 24), 24 + 60))).toBe(true);
  });

  it.each([
    ['years ahead', 90_000],
    ['years back', -90_000],
  ])('is not trusted for a day after it was set %s', (_, jump) => {
    const before = everyHour(0, 30);

    expect(isSteady(ranAt(...before, 30 + jump))).toBe(false);
    expect(isSteady(ranAt(...before, ...everyHour(30 + jump, 53 + jump)))).toBe(false);
    expect(isSteady(ranAt(...before, ...everyHour(30 + jump, 54 + jump)))).toBe(true);
  });

  it('is not trusted for a day after a jump was put right', () => {
    expect(isSteady(ranAt(...everyHour(0, 30), 90_000, 31))).toBe(false);
  });
});

describe('The age of what may be deleted', () => {
  const moment = { process: START, database: START, steady: true };

  it('counts by whichever clock is behind', () => {
    expect(limitOf(moment, 30)).toEqual(new Date('2026-10-23T12:00:00Z'));
    expect(limitOf({ ...moment, process: hoursLater(90_000) }, 30)).toEqual(new Date('2026-10-23T12:00:00Z'));
    expect(limitOf({ ...moment, database: hoursLater(90_000) }, 30)).toEqual(new Date('2026-10-23T12:00:00Z'));
  });

  it('has no bound while the clock is not trusted, or where everything is kept', () => {
    expect(limitOf({ ...moment, steady: false }, 30)).toBeUndefined();
    expect(limitOf(moment, 0)).toBeUndefined();
  });
});
