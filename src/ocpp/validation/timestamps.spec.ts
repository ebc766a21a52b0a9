import fc from 'fast-check';
import { readTimestamp } from './timestamps.js';

const receivedAt = new Date('2026-05-01T12:00:00.000Z');
const read = (text: string | undefined) => {
  const { time, rule, substituted } = readTimestamp(text, receivedAt);
  return [time.toISOString(), rule, substituted];
};

describe('the time of a station', () => {
  it.each([
    ['2026-05-01T10:00:00Z', '2026-05-01T10:00:00.000Z', undefined],
    ['2026-05-01T10:00:00.123456789Z', '2026-05-01T10:00:00.123Z', undefined],
    ['2026-05-01T10:00:00.5+02:00', '2026-05-01T08:00:00.500Z', undefined],
    ['2026-05-01T10:00:00-05:30', '2026-05-01T15:30:00.000Z', undefined],
    ['2026-05-01t10:00:00z', '2026-05-01T10:00:00.000Z', undefined],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z', undefined],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z', undefined],
    ['2026-05-01T10:00:00', '2026-05-01T10:00:00.000Z', 'timestamp-without-zone'],
    ['2026-05-01T10:00:00+03', '2026-05-01T07:00:00.000Z', 'timestamp-short-offset'],
    ['2026-05-01T10:00:00+0300', '2026-05-01T07:00:00.000Z', 'timestamp-short-offset'],
    ['2026-05-01 10:00:00Z', '2026-05-01T10:00:00.000Z', 'timestamp-spelling'],
    ['2026-05-01T10:00Z', '2026-05-01T10:00:00.000Z', 'timestamp-spelling'],
    ['2026-05-01T10:00:00,25Z', '2026-05-01T10:00:00.250Z', 'timestamp-spelling'],
    ['2026-05-31T12:00:00Z', '2026-05-31T12:00:00.000Z', undefined],
  ])('%s is %s (%s)', (text, time, rule) => {
    expect(read(text)).toEqual([time, rule, false]);
  });

  it.each([
    ['1970-01-01T00:00:07Z', 'timestamp-out-of-range'],
    ['2000-01-01T00:00:00Z', 'timestamp-out-of-range'],
    ['2027-05-01T12:00:00Z', 'timestamp-out-of-range'],
    ['2026-06-02T12:00:00Z', 'timestamp-out-of-range'],
    ['0001-01-01T00:00:00Z', 'timestamp-unreadable'],
    ['222222017-10-12T10:00:00Z', 'timestamp-unreadable'],
    ['2026-00-01T10:00:00Z', 'timestamp-unreadable'],
    ['2026-13-01T10:00:00Z', 'timestamp-unreadable'],
    ['2025-02-29T10:00:00Z', 'timestamp-unreadable'],
    ['2026-05-01T24:00:00Z', 'timestamp-unreadable'],
    ['2026-05-01T10:61:00Z', 'timestamp-unreadable'],
    ['2026-05-01T10:00:00+24:00', 'timestamp-unreadable'],
    ['1777629600', 'timestamp-unreadable'],
    ['yesterday', 'timestamp-unreadable'],
    ['', 'timestamp-missing'],
    [undefined, 'timestamp-missing'],
  ])('%s is replaced by the time of receipt (%s)', (text, rule) => {
    expect(read(text)).toEqual([receivedAt.toISOString(), rule, true]);
  });

  it('is what any proper writer meant', () => {
    const anyTime = fc.date({ min: new Date('2010-01-01'), max: receivedAt, noInvalidDate: true });
    fc.assert(
      fc.property(anyTime, (time) => expect(read(time.toISOString())).toEqual([time.toISOString(), undefined, false])),
    );
  });

  it('is always a date that can be stored and shown', () => {
    const digits = fc.stringMatching(/^\d{1,9}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,9})?(Z|[+-]\d\d(:\d\d)?)?$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits), (text) => {
        const { time } = readTimestamp(text, receivedAt);
        expect(time.getUTCFullYear()).toBeGreaterThanOrEqual(2010);
        expect(time.getUTCFullYear()).toBeLessThanOrEqual(2026);
      }),
    );
  });
});
