import fc from 'fast-check';
import { pieces } from './pieces.js';

async function* stream(parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

describe('Pieces of a file', () => {
  it('are the same bytes, all of the size asked for but the last', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 40 })),
        fc.integer({ min: 1, max: 16 }),
        async (parts, size) => {
          const cut: Buffer[] = [];
          for await (const piece of pieces(stream(parts), size)) cut.push(piece);

          expect(Buffer.concat(cut)).toEqual(Buffer.concat(parts));
          expect(cut.slice(0, -1).every((piece) => piece.length === size)).toBe(true);
          expect(cut.every((piece) => piece.length > 0 && piece.length <= size)).toBe(true);
        },
      ),
    );
  });
});
