import { isUuid, uuidv7 } from './uuid.js';

describe('UUIDv7', () => {
  it('is a UUID of version 7 and the RFC variant that tells its time', () => {
    const id = uuidv7(0x0123_4567_89ab);

    expect(isUuid(id)).toBe(true);
    expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab]/);
  });

  it('sorts by creation within a millisecond', () => {
    // so many that the counter begins anew once at most; the order holds on both sides of that
    const ids = Array.from({ length: 1000 }, () => uuidv7(1));
    const breaks = ids.slice(1).filter((id, i) => id < ids[i]!);

    expect(breaks.length).toBeLessThanOrEqual(1);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['', 'x', '01234567-89ab-7000-8000-00000000000', '01234567-89ab-7000-8000-0000000000000'])(
    'does not take %j for a UUID',
    (text) => {
      expect(isUuid(text)).toBe(false);
    },
  );
});
