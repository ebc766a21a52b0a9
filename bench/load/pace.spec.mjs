import { AT_ONCE, Pace, pacesFor, randomNumbers } from './pace.mjs';

const never = () => {
  throw new Error('woken late');
};

describe('Pace', () => {
  it('keeps its moments when an answer came too late, and does not wait then', async () => {
    const pace = new Pace({ firstAt: -10_000, everyMs: 50, late: never });

    const due = [await pace.next(), await pace.next(), await pace.next()];

    expect(due).toEqual([-10_000, -9950, -9900]);
  });

  it('waits until a call is due, and says how late this process was', async () => {
    const late = [];
    const firstAt = performance.now() + 5;
    const pace = new Pace({ firstAt, everyMs: 50, late: (ms) => late.push(ms) });

    const due = await pace.next();

    expect(due).toBeLessThanOrEqual(firstAt);
    expect(due).toBeGreaterThan(firstAt - 1);
    expect(performance.now()).toBeGreaterThanOrEqual(due);
    expect(late).toHaveLength(1);
  });

  it('is at once in a closed loop', () => {
    const before = performance.now();

    expect(AT_ONCE.next()).toBeGreaterThanOrEqual(before);
  });
});

describe('the paces of all stations', () => {
  it('send together what was asked for, each beginning at a moment of its own', async () => {
    const begin = performance.now();
    const paces = pacesFor({ count: 20, callsPerSecond: 10_000, spreadMs: 10, late: () => {} });

    const first = await Promise.all(paces.map((pace) => pace.next()));
    const second = await Promise.all(paces.map((pace) => pace.next()));

    expect(new Set(first).size).toBe(20);
    expect(Math.max(...first) - begin).toBeLessThan(20);
    second.forEach((due, i) => expect(Math.abs(due - first[i] - 2)).toBeLessThan(1)); // a timer may be early
  });

  it('begin at the same moments in every run', () => {
    const numbers = (seed) => Array.from({ length: 3 }, randomNumbers(seed));

    expect(numbers(1)).toEqual(numbers(1));
    expect(numbers(1)).not.toEqual(numbers(2));
    expect(Math.max(...numbers(1))).toBeLessThan(1);
  });
});
