import { quietRounds, watchStolenTime } from './stolen-time.mjs';

const measuring = (shares) => (number) => Promise.resolve({ number, stolen: shares[number] });
const numbers = ({ rounds }) => rounds.map(({ number }) => number).sort();

describe('rounds on a host that gives CPU time to others', () => {
  it('are not repeated where it took next to nothing', async () => {
    const kept = await quietRounds(3, measuring([0, 0.02, 0.01]));
    expect(numbers(kept)).toEqual([0, 1, 2]);
    expect(kept.discarded).toBe(0);
  });

  it('are repeated until enough of them were quiet', async () => {
    const kept = await quietRounds(2, measuring([0.3, 0, 0.2, 0.01]));
    expect(numbers(kept)).toEqual([1, 3]);
    expect(kept.discarded).toBe(2);
  });

  it('are those in which it took least, where it never stops', async () => {
    const kept = await quietRounds(2, measuring([0.3, 0.1, 0.2, 0.4, 0.05, 0.5]));
    expect(numbers(kept)).toEqual([1, 4]);
    expect(kept.discarded).toBe(4);
  });

  it('know the share that was stolen of several servers', async () => {
    const pairs = [{ stolen: [0, 0.3] }, { stolen: [0, 0] }];
    const kept = await quietRounds(
      1,
      (number) => pairs[number],
      ({ stolen }) => Math.max(...stolen),
    );
    expect(kept).toEqual({ rounds: [pairs[1]], discarded: 1 });
  });
});

it('the share of stolen time is read from the kernel', () => {
  const share = watchStolenTime()();
  expect(share).toBeGreaterThanOrEqual(0);
  expect(share).toBeLessThanOrEqual(1);
});
