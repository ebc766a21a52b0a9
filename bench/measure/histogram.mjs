const STEP = Math.log(1.01); // buckets 1 % wide: a percentile is right to 1 %

/** Counts durations (ms) in logarithmic buckets, so that its size does not depend on how many there are. */
export class Histogram {
  count = 0;
  max = 0;
  #buckets = new Uint32Array(2200); // 1 µs to about 50 minutes

  add(ms) {
    const us = ms * 1000;
    const bucket = us < 1 ? 0 : Math.min(this.#buckets.length - 1, Math.floor(Math.log(us) / STEP));
    this.#buckets[bucket] += 1;
    this.count += 1;
    if (ms > this.max) this.max = ms;
  }

  /** Milliseconds that `percent` of the durations do not exceed; null without any. */
  percentile(percent) {
    if (this.count === 0) return null;
    const rank = Math.ceil((percent / 100) * this.count);
    let seen = 0;
    const bucket = this.#buckets.findIndex((n) => (seen += n) >= rank);
    return Math.min(Math.exp((bucket + 0.5) * STEP) / 1000, this.max);
  }

  summary() {
    return { p50: this.percentile(50), p99: this.percentile(99), max: this.count === 0 ? null : this.max };
  }
}
