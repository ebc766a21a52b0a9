import { left, right, table } from './markdown.mjs';

describe('a table', () => {
  it('is laid out as the formatter of this repository lays it out', () => {
    const text = table(
      [left('server'), right('ms')],
      [
        ['bare ws', '1.5'],
        ['TAU', '1,200'],
      ],
    );

    expect(text).toBe(
      ['| server  |    ms |', '| ------- | ----: |', '| bare ws |   1.5 |', '| TAU     | 1,200 |'].join('\n'),
    );
  });
});
