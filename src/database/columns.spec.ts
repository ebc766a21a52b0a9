import { columns } from './columns.js';

interface Row {
  id: string;
  at: Date | null;
  bytes: Uint8Array;
  words: string[];
  text: string | null;
}

const ROWS = columns<Row>({
  id: ['uuid', ({ id }) => id],
  at: ['timestamptz', ({ at }) => at],
  bytes: ['bytes', ({ bytes }) => bytes],
  words: ['list', ({ words }) => words],
  text: ['text', ({ text }) => text],
});

describe('rows as columns', () => {
  it('are one parameter for each column', () => {
    expect(ROWS.names).toBe('id, at, bytes, words, text');
    expect(ROWS.unnest).toBe(
      'unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[]) AS t(id, at, bytes, words, text)',
    );
    expect(ROWS.select).toBe(`t.id, t.at, decode(t.bytes, 'hex'), string_to_array(t.words, ','), t.text`);
  });

  it('leave quoting to the driver only where there is something to quote', () => {
    const at = new Date('2026-11-22T10:00:00Z');

    expect(
      ROWS.values([
        { id: 'a', at, bytes: Buffer.from([1, 255]), words: ['x', 'y'], text: 'q"' },
        { id: 'b', at: null, bytes: Buffer.alloc(0), words: [], text: null },
      ]),
    ).toEqual(['{a,b}', '{2026-11-22T10:00:00.000Z,NULL}', '{01ff,""}', ['x,y', ''], ['q"', null]]);
  });
});
