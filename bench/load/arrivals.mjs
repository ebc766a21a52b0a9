import { setTimeout as sleep } from 'node:timers/promises';
import { Histogram } from '../measure/histogram.mjs';
import { CallFailed } from './station.mjs';

const TIMEOUT_MS = 30_000;
const PATIENCE_MS = 120_000;
/** Seconds until a station tries again whose connection failed. A refused one asks Retry-After. */
const RETRY_AFTER_FAILURE = 1;

/** Stations that connect and boot, and come back when they are refused. */
export class Arrivals {
  #begin = performance.now();
  #times = new Histogram();
  #longestAnswerMs = 0;
  #refused = 0;
  #missing = 0;

  /**
   * @param server {{ url: string, secureContext?: SecureContext }}
   * @param greeting functions of a station's identity that give `[action, payload]`, to be said one after the other
   * @param random spreads the retries
   * @param fail counts a failure, given as a few words
   */
  constructor({ server, greeting, random, fail }) {
    this.server = { ...server, timeoutMs: TIMEOUT_MS };
    this.greeting = greeting;
    this.random = random;
    this.fail = fail;
  }

  /** Tries until the station is there, or patience is at an end. */
  async arrive(station) {
    const deadline = this.#begin + PATIENCE_MS;
    while (performance.now() < deadline) {
      const retryAfter = await this.#attempt(station);
      if (retryAfter === undefined) return this.#times.add(performance.now() - this.#begin);
      station.drop();
      await sleep(retryAfter * 1000 * (1 + this.random() / 2)); // the refused do not come back all at once
    }
    this.#missing += 1;
  }

  /** Times count from the beginning for all. */
  summary() {
    const { count } = this.#times;
    const { p50, p99, max } = this.#times.summary();
    const seconds = (max ?? 0) / 1000;
    return {
      arrived: count,
      missing: this.#missing,
      refused: this.#refused,
      seconds,
      arrivalsPerSecond: seconds > 0 ? count / seconds : 0,
      p50,
      p99,
      longestAnswerMs: this.#longestAnswerMs,
    };
  }

  /** @returns undefined when the station is there, else the seconds after which it should try again */
  async #attempt(station) {
    const outcome = await station.connect(this.server);
    if ('refusedFor' in outcome) {
      this.#refused += 1;
      return outcome.refusedFor;
    }
    if ('failed' in outcome) {
      this.fail(`connection: ${outcome.failed}`);
      return RETRY_AFTER_FAILURE;
    }
    try {
      for (const say of this.greeting) await this.#call(station, ...say(station.identity.id));
      return undefined;
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error; // counted where it failed
      return RETRY_AFTER_FAILURE;
    }
  }

  async #call(station, action, payload) {
    const sentAt = performance.now();
    await station.call(action, payload);
    this.#longestAnswerMs = Math.max(this.#longestAnswerMs, performance.now() - sentAt);
  }
}
