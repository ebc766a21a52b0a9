import fc from 'fast-check';
import { decodeCursor, encodeCursor, isTime, pageOf } from './pagination.js';
import { ValidationFailedError } from './problems.js';

const anything = (): boolean => true;

describe('Pages that follow keys', () => {
  it('say where the next page begins while there is one', () => {
    const { items, nextCursor } = pageOf(['a', 'b', 'c'], 2, (row) => [row]);

    expect(items).toEqual(['a', 'b']);
    expect(decodeCursor(nextCursor!, anything)).toEqual(['b']);
  });

  it('end with the last row, also on a full page', () => {
    expect(pageOf(['a', 'b'], 2, (row) => [row])).toEqual({ items: ['a', 'b'], nextCursor: null });
    expect(pageOf([], 2, (row: string) => [row])).toEqual({ items: [], nextCursor: null });
  });

  it('give back every key that went into a cursor', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 3 }), (position) => {
        expect(decodeCursor(encodeCursor(position), ...position.map(() => anything))).toEqual(position);
      }),
    );
  });

  it('begin at the beginning without a cursor', () => {
    expect(decodeCursor(undefined, anything)).toBeUndefined();
  });

  it('refuse a cursor that no page has given', () => {
    for (const made of ['', '%', 'W10', encodeCursor(['a', 'b']), Buffer.from('[1]').toString('base64url'), 'bnVsbA'])
      expect(() => decodeCursor(made, anything)).toThrow(ValidationFailedError);
    expect(() => decodeCursor(encodeCursor(['x']), (text) => text === 'y')).toThrow(ValidationFailedError);
  });

  it('take for a time what a page has written, and nothing else that JavaScript reads as one', () => {
    const [min, max] = [new Date('0001-01-01T00:00:00Z'), new Date('9999-12-31T23:59:59.999Z')];
    fc.assert(fc.property(fc.date({ min, max, noInvalidDate: true }), (time) => isTime(time.toISOString())));

    const made = [
      '1',
      '',
      'now',
      '2026',
      '2026-02-30T00:00:00.000Z',
      '2026-01-01T00:00:00Z',
      '0000-01-01T00:00:00.000Z',
    ];
    for (const text of [...made, '-200000-01-01T00:00:00.000Z', '+010000-01-01T00:00:00.000Z', 'Jan 1 2026'])
      expect(isTime(text)).toBe(false);
  });
});
