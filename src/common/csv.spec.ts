import { csvCell } from './csv.js';

describe('a CSV cell', () => {
  it.each(['=HYPERLINK("x")', '+1+1', '-1+1', '@SUM(A1)', '\tx', '\rx', '\0x'])('disarms %j', (text) => {
    expect(csvCell(text)).toBe(`'${text}`);
  });

  it.each([
    ['-12.5', '-12.5'],
    [-3, '-3'],
    ['A-1', 'A-1'],
    [null, ''],
    [['a', 'b'], 'a b'],
    [new Date('2026-11-22T10:00:00Z'), '2026-11-22T10:00:00.000Z'],
    [{ a: 1 }, '{"a":1}'],
  ])('leaves %j as %s', (value, text) => {
    expect(csvCell(value)).toBe(text);
  });
});
