import { setTimeout as sleep } from 'node:timers/promises';

/** Numbers from 0 to 1 that are the same in every run: mulberry32. */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Moments at which a station's calls are due, whatever the server does: one every `everyMs`. When an answer comes so late
 * that the next call is already due, that call is late too, and its latency begins when it was due.
 */
export class Pace {
  #nextAt;
  #everyMs;
  #late;

  /**
   * @param firstAt moment of the first call, by `performance.now()`
   * @param late told how many milliseconds after a due moment the waiting station was woken: the fault of this process
   */
  constructor({ firstAt, everyMs, late }) {
    this.#nextAt = firstAt;
    this.#everyMs = everyMs;
    this.#late = late;
  }

  /** Waits for the next call to be due. @returns the moment when it was due */
  async next() {
    const due = this.#nextAt;
    this.#nextAt += this.#everyMs;
    const wait = due - performance.now();
    if (wait <= 0) return due;
    await sleep(Math.ceil(wait));
    const woken = performance.now();
    this.#late(Math.max(0, woken - due));
    return Math.min(due, woken); // a timer may be early by a part of a millisecond, which must not shorten the latency
  }
}

/** Every call of a closed loop is due as soon as the last one was answered. */
export const AT_ONCE = { next: () => performance.now() };

/** A pace for each of `count` stations, `callsPerSecond` together; they begin at random within `spreadMs`. */
export function pacesFor({ count, callsPerSecond, spreadMs, late, seed = 1 }) {
  const random = randomNumbers(seed);
  const everyMs = (count * 1000) / callsPerSecond;
  const begin = performance.now();
  return Array.from({ length: count }, () => new Pace({ firstAt: begin + random() * spreadMs, everyMs, late }));
}
