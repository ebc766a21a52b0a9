import fc from 'fast-check';
import { decodeCursor, encodeCursor, pageOf } from './pagination.js';
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
});
