import { FailureLimiter } from './failure-limiter.js';

describe('limit of failed authentications', () => {
  const limiterAt = (time: { ms: number }) => new FailureLimiter(3, () => time.ms);
  const times = (n: number, attempt: () => boolean): boolean[] => Array.from({ length: n }, attempt);

  it('lets a few failures pass and refuses the next ones within the minute', () => {
    const limiter = limiterAt({ ms: 0 });

    expect(times(5, () => limiter.fail('192.0.2.1', 'CS001'))).toEqual([false, false, false, true, true]);
  });

  it('tells in advance that the next failure would be one too many', () => {
    const limiter = limiterAt({ ms: 0 });

    expect(
      times(4, () => {
        const reached = limiter.isReached('192.0.2.1', 'cs001');
        limiter.fail('192.0.2.1', 'CS001');
        return reached;
      }),
    ).toEqual([false, false, false, true]);
    expect(limiter.isReached('192.0.2.2', 'CS001')).toBe(false);
  });

  it('starts again after a minute', () => {
    const time = { ms: 0 };
    const limiter = limiterAt(time);
    times(5, () => limiter.fail('192.0.2.1', 'CS001'));

    time.ms = 60_000;

    expect(limiter.isReached('192.0.2.1', 'CS001')).toBe(false);
    expect(limiter.fail('192.0.2.1', 'CS001')).toBe(false);
  });

  it('counts another station behind the same address, and the same identity elsewhere, on their own', () => {
    const limiter = limiterAt({ ms: 0 });
    times(5, () => limiter.fail('192.0.2.1', 'CS001'));

    expect(limiter.fail('192.0.2.1', 'CS002')).toBe(false);
    expect(limiter.fail('192.0.2.2', 'CS001')).toBe(false);
  });

  it('takes an identity in any letter case for the same', () => {
    const limiter = limiterAt({ ms: 0 });
    times(3, () => limiter.fail('192.0.2.1', 'CS001'));

    expect(limiter.fail('192.0.2.1', 'cs001')).toBe(true);
  });

  it('stays bounded when identities are made up', () => {
    const time = { ms: 0 };
    const limiter = limiterAt(time);

    for (let i = 0; i < 50_000; i++) limiter.fail('192.0.2.1', `X${i}`);
    expect(limiter.size).toBeLessThanOrEqual(20_000);

    time.ms = 120_000;
    limiter.fail('192.0.2.1', 'CS001');
    expect(limiter.size).toBe(1);
  });
});
