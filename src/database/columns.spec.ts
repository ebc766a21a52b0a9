import { columns } from './columns.js';

interface Row {
  id: string;
  at: Date | null;
  key: string;
  words: string[];
  text: string | null;
}

const ROWS = columns<Row>({
  id: ['uuid', ({ id }) => id],
  at: ['timestamptz', ({ at }) => at],
  key: ['digest', ({ key }) => key],
  words: ['list', ({ words }) => words],
  text: ['text', ({ text }) => text],
});

describe('rows as columns', () => {
  it('are one parameter for each column', () => {
    expect(ROWS.names).toBe('id, at, key, words, text');
    expect(ROWS.unnest).toBe(
      'unnest($1::uuid[], $2::float8[], $3::text[], $4::text[], $5::text[]) AS t(id, at, key, words, text)',
    );
    expect(ROWS.select).toBe(`t.id, to_timestamp(t.at), decode(t.key, 'hex'), string_to_array(t.words, ','), t.text`);
  });

  it('leave quoting to the driver only where there is something to quote', () => {
    const at = new Date('2026-11-22T10:00:00.500Z');

    expect(
      ROWS.values([
        { id: 'a', at, key: '01ff', words: ['x', 'y'], text: 'q"' },
        { id: 'b', at: null, key: '00', words: [], text: null },
      ]),
    ).toEqual(['{a,b}', '{1795341600.5,NULL}', '{01ff,00}', ['x,y', ''], ['q"', null]]);
  });

  it('carry bytes and documents in one binary parameter, with the place of each', () => {
    const packed = columns<{ raw: Uint8Array | null; said: string }>({
      raw: ['bytes', ({ raw }) => raw],
      said: ['json', ({ said }) => said],
    });

    expect(packed.unnest).toBe(
      'unnest($2::int[], $3::int[], $4::int[], $5::int[]) AS t(raw_at, raw_size, said_at, said_size)',
    );
    expect(packed.select).toBe(
      'substring($1::bytea FROM t.raw_at FOR t.raw_size), ' +
        `convert_from(substring($1::bytea FROM t.said_at FOR t.said_size), 'UTF8')::json`,
    );
    expect(
      packed.values([
        { raw: Buffer.from('ab'), said: '"é"' },
        { raw: null, said: '1' },
        { raw: Buffer.alloc(0), said: '2' },
      ]),
    ).toEqual([Buffer.from('ab"é"12'), '{1,NULL,3}', '{2,NULL,0}', '{3,7,8}', '{4,1,1}']);
  });
});
