import { Histogram } from '../measure/histogram.mjs';

/** The answers of a measured phase. */
export class Counts {
  #answered = 0;
  #answeredInTime = 0;
  #latency = new Histogram();

  add(latencyMs, endsAt) {
    this.#answered += 1;
    if (performance.now() <= endsAt) this.#answeredInTime += 1;
    this.#latency.add(latencyMs);
  }

  /** `calls` counts all answers, to set against the CPU used; `callsPerSecond` only those within the time. */
  summary(seconds) {
    return {
      calls: this.#answered,
      callsPerSecond: this.#answeredInTime / seconds,
      p50: this.#latency.percentile(50),
      p99: this.#latency.percentile(99),
    };
  }
}
