import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';

const WINDOW_MS = 60_000;
const MOST_FAILURES = 20;
const MOST_ADDRESSES = 10_000;

/**
 * Counts wrong API keys per address. Only wrong ones are ever held back: a right key passes, whoever else shares the
 * address.
 */
@Injectable()
export class FailedAttempts {
  private readonly counts = new Map<string, { failures: number; until: number }>();

  constructor(private readonly clock: Clock) {}

  /**
   * Counts a failure.
   * @returns seconds until the address may fail again; 0 while it may
   */
  count(address: string): number {
    const now = this.clock.monotonic();
    let entry = this.counts.get(address);
    if (!entry || entry.until <= now) {
      if (this.counts.size >= MOST_ADDRESSES) this.counts.clear();
      entry = { failures: 0, until: now + WINDOW_MS };
      this.counts.set(address, entry);
    }
    entry.failures++;
    return entry.failures > MOST_FAILURES ? Math.ceil((entry.until - now) / 1000) : 0;
  }
}
