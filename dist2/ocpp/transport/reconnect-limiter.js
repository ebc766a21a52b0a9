const MINUTE_MS = 60_000;
const SECOND_MS = 1000;
/** Of what a station may do in a minute, a sixth within one second. */
const SHARE_OF_A_SECOND = 6;
/**
 * Counts the connections of each station: one that connects over and over costs a handshake and a boot each time. Only
 * those are counted that had the right credentials, so that nobody locks out a station by knocking in its name, and only
 * those that were let in, so that a station that keeps trying is let in at the limit.
 */
export class ReconnectLimiter {
    mostPerMinute;
    monotonic;
    entries = new Map();
    /**
     * @param mostPerMinute of one station
     * @param monotonic milliseconds that only grow
     */
    constructor(mostPerMinute, monotonic) {
        this.mostPerMinute = mostPerMinute;
        this.monotonic = monotonic;
    }
    /** Counts a connection; says so where it is one too many, and does not count it. */
    count(stationUuid) {
        const now = this.monotonic();
        const entry = this.entryOf(stationUuid, now);
        const { minute, second } = entry;
        if (second.until <= now)
            Object.assign(second, { until: now + SECOND_MS, count: 0 });
        const full = this.fullOf(minute, second);
        if (full) {
            const isNews = entry.toldUntil <= now;
            if (isNews)
                entry.toldUntil = now + MINUTE_MS;
            return { waitMs: full.until - now, isNews };
        }
        minute.count += 1;
        second.count += 1;
        return undefined;
    }
    /** How many stations are remembered: those that connected within the last minute or so. */
    get size() {
        return this.entries.size;
    }
    fullOf(minute, second) {
        if (minute.count >= this.mostPerMinute)
            return minute;
        return second.count >= Math.ceil(this.mostPerMinute / SHARE_OF_A_SECOND) ? second : undefined;
    }
    entryOf(stationUuid, now) {
        const known = this.entries.get(stationUuid);
        if (known && known.minute.until > now)
            return known;
        this.entries.delete(stationUuid);
        const entry = {
            minute: { until: now + MINUTE_MS, count: 0 },
            second: { until: now + SECOND_MS, count: 0 },
            toldUntil: known?.toldUntil ?? 0,
        };
        this.entries.set(stationUuid, entry);
        this.forgetOldest(now);
        return entry;
    }
    forgetOldest(now) {
        for (const [key, { minute }] of this.entries) {
            if (minute.until > now)
                return;
            this.entries.delete(key);
        }
    }
}
//# sourceMappingURL=reconnect-limiter.js.map