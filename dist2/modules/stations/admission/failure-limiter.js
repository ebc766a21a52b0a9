const WINDOW_MS = 60_000;
const MOST_KEYS = 20_000;
const keyOf = (address, identity) => `${address} ${identity.slice(0, 255).toLowerCase()}`;
/**
 * Counts failed authentications per minute for an address together with an identity: whole sites share one address,
 * so the address alone says nothing. Bounded: the oldest entries go first.
 */
export class FailureLimiter {
    most;
    monotonic;
    failures = new Map();
    /**
     * @param most failures within a minute that are still answered one by one
     * @param monotonic milliseconds that only grow
     */
    constructor(most, monotonic) {
        this.most = most;
        this.monotonic = monotonic;
    }
    /** Whether the next failure would be one too many. */
    isReached(address, identity) {
        const entry = this.failures.get(keyOf(address, identity));
        return entry !== undefined && entry.until > this.monotonic() && entry.count >= this.most;
    }
    /** Counts a failure; true when there were too many. */
    fail(address, identity) {
        const key = keyOf(address, identity);
        const now = this.monotonic();
        let entry = this.failures.get(key);
        if (!entry || entry.until <= now) {
            this.failures.delete(key);
            this.failures.set(key, (entry = { count: 0, until: now + WINDOW_MS }));
            this.forgetOldest(now);
        }
        entry.count += 1;
        return entry.count > this.most;
    }
    /** How many pairs are remembered. */
    get size() {
        return this.failures.size;
    }
    forgetOldest(now) {
        for (const [key, { until }] of this.failures) {
            if (until > now && this.failures.size <= MOST_KEYS)
                return;
            this.failures.delete(key);
        }
    }
}
//# sourceMappingURL=failure-limiter.js.map