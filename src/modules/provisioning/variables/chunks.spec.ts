import fc from 'fast-check';
import { chunksOf, halvesOf } from './chunks.js';

const total = (items: readonly number[]): number => items.reduce((sum, size) => sum + size, 0);

describe('Messages for a list of items', () => {
  it('hold all of them in their order, and no more than the limits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 })),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 100 }),
        (sizes, items, bytes) => {
          const chunks = chunksOf(sizes, { items, bytes }, total);

          expect(chunks.flat()).toEqual(sizes);
          for (const chunk of chunks) {
            expect(chunk.length).toBeGreaterThan(0);
            expect(chunk.length).toBeLessThanOrEqual(items);
            if (chunk.length > 1) expect(total(chunk)).toBeLessThanOrEqual(bytes);
          }
        },
      ),
    );
  });

  it('are cut in halves, none of them empty', () => {
    expect(halvesOf([1, 2, 3])).toEqual([[1, 2], [3]]);
    expect(halvesOf([1, 2])).toEqual([[1], [2]]);
  });
});
