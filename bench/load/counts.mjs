import { Histogram } from '../measure/histogram.mjs';

/** The answers of a measured phase whose stations send as soon as they have their answer. */
export class Counts {
  #answered = 0;
  #answeredInTime = 0;
  #latency = new Histogram();

  /** @param phase {{ endsAt: number, seconds: number }} */
  constructor(phase) {
    this.phase = phase;
  }

  add(dueAt, answeredAt) {
    this.#answered += 1;
    if (answeredAt <= this.phase.endsAt) this.#answeredInTime += 1;
    this.#latency.add(answeredAt - dueAt);
  }

  /** `calls` counts all answers, to set against the CPU used; `callsPerSecond` only those within the time. */
  summary() {
    return {
      calls: this.#answered,
      callsPerSecond: this.#answeredInTime / this.phase.seconds,
      ...this.#latency.summary(),
    };
  }
}

/** The answers of a measured phase whose calls are due at set times: all calls that were due in it, and no others. */
export class DueCounts {
  #latency = new Histogram();

  /** @param phase {{ beginsAt: number, endsAt: number, seconds: number }} */
  constructor(phase) {
    this.phase = phase;
  }

  add(dueAt, answeredAt) {
    if (dueAt >= this.phase.beginsAt && dueAt < this.phase.endsAt) this.#latency.add(answeredAt - dueAt);
  }

  summary() {
    const calls = this.#latency.count;
    return { calls, callsPerSecond: calls / this.phase.seconds, ...this.#latency.summary() };
  }
}
