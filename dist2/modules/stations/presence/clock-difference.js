const WINDOW_MS = 15 * 60_000;
/**
 * Estimates how far a station's clock is off from messages that carry the station's present time. A message may have
 * waited on its way, which only ever makes the clock look slower; so the largest difference within a quarter of an
 * hour is the truest.
 */
export class ClockDifferences {
    windows = new Map();
    /** @returns station clock minus ours in milliseconds, where this message changed the estimate */
    observe(stationUuid, stationTime, receivedAt) {
        const now = receivedAt.getTime();
        const difference = stationTime.getTime() - now;
        const window = this.windows.get(stationUuid);
        if (window && now - window.since < WINDOW_MS && difference <= window.largest)
            return undefined;
        if (window && now - window.since < WINDOW_MS)
            window.largest = difference;
        else
            this.windows.set(stationUuid, { since: now, largest: difference });
        return difference;
    }
    /** The clock was just set, as after a boot; what was measured before says nothing any more. */
    forget(stationUuid) {
        this.windows.delete(stationUuid);
    }
}
//# sourceMappingURL=clock-difference.js.map