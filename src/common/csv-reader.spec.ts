import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { csvCell } from './csv.js';
import { readCsv } from './csv-reader.js';

const LIMITS = { bytes: 100_000, rows: 1000 };
const COLUMNS = ['a', 'b', 'c'];

async function* pieces(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text as string);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = (text: string | Uint8Array, limits = LIMITS, size?: number) =>
  readCsv(pieces(text, size), COLUMNS, limits);

describe('Reading CSV', () => {
  it.each<[string, string]>([
    ['line feeds', 'a,b\n1,2\n3,4\n'],
    ['carriage returns too', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['no line end at the end', 'a,b\n1,2\n3,4'],
    ['semicolons', 'a;b\n1;2\n3;4\n'],
    ['a byte order mark', '\ufeffa,b\n1,2\n3,4\n'],
    ['empty lines', 'a,b\n\n1,2\n\n\n3,4\n\n'],
    ['quotes where none are needed', '"a","b"\n"1","2"\n"3","4"\n'],
    ['spaces around the names', ' a , b \n1,2\n3,4\n'],
  ])('takes %s', async (_what, text) => {
    expect((await read(text)).map(({ cells }) => cells)).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ]);
  });

  it('reads no line of any number of cells', async () => {
    await expect(read(','.repeat(50_000))).rejects.toMatchObject({ code: 'csv-unreadable' });
  });

  it('knows the line of each row, whatever its cells hold', async () => {
    const rows = await read('a,b\r\n"1\r\n2","say ""x"", y"\r\n\r\n3,ü\r\n', LIMITS, 1);

    expect(rows).toEqual([
      { line: 2, cells: { a: '1\r\n2', b: 'say "x", y' } },
      { line: 5, cells: { a: '3', b: 'ü' } },
    ]);
  });

  it('reads back what an export wrote, formulas too', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: fc.constantFrom("'", '=', '-', '1'), maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (given, size) => {
          const text = stringify(
            [COLUMNS, ...given].map((row, i) => (i === 0 ? row : row.map(csvCell))),
            { record_delimiter: 'windows', quoted: true },
          );

          const rows = await read(text, LIMITS, size);

          expect(rows.map(({ cells }) => [cells['a'], cells['b'], cells['c']])).toEqual(given);
        },
      ),
    );
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /empty/],
    ['a column that nobody knows', 'a,__proto__\n1,2\n', /__proto__/],
    ['a column twice', 'a,a\n1,2\n', /twice/],
    ['too few cells', 'a,b\n1,2\n3\n', /Line 3 has 1 cells/],
    ['too many cells', 'a,b\n1,2,3\n', /Line 2 has 3 cells/],
    ['a quote that stays open', 'a,b\n1,"2\n3,4\n', /never closed/],
    ['something behind a quote', 'a,b\n"1"x,2\n', /line 2/],
    ['bytes that are no UTF-8', Buffer.from('a,b\n1,\xff\n', 'latin1'), /UTF-8/],
    ['half a character at the end', Buffer.from([0x61, 0x0a, 0xc3]), /UTF-8/],
    ['an endless cell', `a\n${'x'.repeat(10_001)}\n`, /too long/],
  ])('refuses %s', async (_what, text, reason) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'csv-unreadable', message: expect.stringMatching(reason) });
  });

  it.each([
    { ...LIMITS, rows: 1 },
    { ...LIMITS, bytes: 10 },
  ])('refuses more than %p', async (limits) => {
    await expect(read('a,b\n1,2\n3,4\n', limits)).rejects.toMatchObject({ code: 'too-large', status: 413 });
  });
});
