import { firstBytes, readRange } from './byte-range.js';

describe('A range of bytes', () => {
  it.each([
    ['bytes=0-9', { first: 0, last: 9 }],
    ['bytes=90-', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-1000', { first: 0, last: 99 }],
    ['bytes=50-1000', { first: 50, last: 99 }],
    ['Bytes= 5 - 6 ', { first: 5, last: 6 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-5', undefined],
    ['bytes=0-1,5-6', undefined],
    ['bytes=', undefined],
    ['bytes=a-b', undefined],
    ['items=0-1', undefined],
    [undefined, undefined],
  ])('of 100 bytes, as %s', (header, range) => {
    expect(readRange(header, 100)).toEqual(range);
  });

  it('ends in the middle of a piece', async () => {
    const content = (async function* () {
      yield Buffer.from('abc');
      yield Buffer.from('def');
      yield Buffer.from('ghi');
    })();

    const got: string[] = [];
    for await (const piece of firstBytes(content, 5)) got.push(piece.toString());

    expect(got).toEqual(['abc', 'de']);
  });
});
