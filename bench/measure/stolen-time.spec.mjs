import { quietRounds, stolenBetween } from './stolen-time.mjs';

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

describe('stolen time', () => {
  // user nice system idle iowait irq softirq steal guest guest_nice; those of guests are in user and nice as well
  const before = 'cpu  100 10 50 800 20 0 5 15 40 0\ncpu0 1 1 1 1 1 1 1 1 1 1\n';

  it('is told as a share of what passed on all cores together', () => {
    const after = 'cpu  180 10 80 860 20 0 5 45 90 0\ncpu0 9 9 9 9 9 9 9 9 9 9\n';
    expect(stolenBetween(before, after)).toBe(30 / 200);
  });

  it('is none where no time has passed', () => {
    expect(stolenBetween(before, before)).toBe(0);
  });
});
