import { ReconnectLimiter } from './reconnect-limiter.js';

describe('Connections of one station', () => {
  let now: number;
  let limiter: ReconnectLimiter;
  beforeEach(() => {
    now = 0;
    limiter = new ReconnectLimiter(60, () => now);
  });
  const connects = (stationUuid: string, times: number): number =>
    Array.from({ length: times }, () => limiter.count(stationUuid)).filter((tooSoon) => !tooSoon).length;

  it('are let in ten times within a second', () => {
    expect(connects('a', 15)).toBe(10);
    expect(limiter.count('a')).toMatchObject({ waitMs: 1000 });

    now = 1000;
    expect(connects('a', 15)).toBe(10);
  });

  it('are let in sixty times within a minute', () => {
    for (; now < 6000; now += 1000) connects('a', 10);

    expect(limiter.count('a')).toMatchObject({ waitMs: 54_000 });
    now = 60_000;
    expect(connects('a', 1)).toBe(1);
  });

  it('say nothing about other stations', () => {
    connects('a', 100);

    expect(connects('b', 1)).toBe(1);
  });

  it('are news once a minute when they are too many', () => {
    connects('a', 10);
    const news = () => limiter.count('a')?.isNews;
    expect([news(), news()]).toEqual([true, false]);

    now = 30_000;
    connects('a', 10);
    expect(news()).toBe(false);
    now = 60_000;
    connects('a', 10);
    expect(news()).toBe(true);
  });

  it('are forgotten after a minute', () => {
    for (let i = 0; i < 1000; i++) limiter.count(`station ${i}`);
    now = 60_000;

    limiter.count('another');

    expect(limiter.size).toBe(1);
  });
});
