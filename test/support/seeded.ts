/** Random numbers that come again in the same order for the same seed (mulberry32). */
export class Seeded {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to, but not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  oneOf<T>(choices: readonly T[]): T {
    return choices[this.whole(0, choices.length - 1)]!;
  }
}

/**
 * The seed of a test: always the same one, so that a check that fails fails again. TAU_TEST_SEED takes another, and
 * `TAU_TEST_SEED=random` a new one each time. Put it into the name of the test.
 */
export function testSeed(): number {
  const wanted = process.env['TAU_TEST_SEED'] ?? '20261122';
  return wanted === 'random' ? Date.now() % 1_000_000_000 : Number(wanted);
}
