const MINUTE_MS = 60_000;
const EMPTY_PAYLOAD = Buffer.from('{}');
const toExchange = (stationUuid, { version, count, firstAt, lastAt }) => ({
    stationUuid,
    version,
    direction: 'from-station',
    action: 'Heartbeat',
    messageId: undefined,
    request: EMPTY_PAYLOAD,
    response: undefined,
    outcome: 'answered',
    receivedAt: firstAt,
    answeredAt: lastAt,
    count,
});
/** Counts Heartbeats per station and minute, so that one row stands for all of a minute. */
export class HeartbeatCounts {
    minutes = new Map();
    /** Counts one; gives the row of an earlier minute that this one completes. */
    add(stationUuid, version, at) {
        const minute = Math.floor(at.getTime() / MINUTE_MS);
        const current = this.minutes.get(stationUuid);
        if (current?.minute === minute && current.version === version) {
            current.count += 1;
            current.lastAt = at;
            return undefined;
        }
        this.minutes.set(stationUuid, { minute, version, count: 1, firstAt: at, lastAt: at });
        return current && toExchange(stationUuid, current);
    }
    /** Takes out the rows of all minutes that are over. */
    takeBefore(at) {
        const present = Math.floor(at.getTime() / MINUTE_MS);
        const rows = [];
        for (const [stationUuid, minute] of this.minutes) {
            if (minute.minute >= present)
                continue;
            rows.push(toExchange(stationUuid, minute));
            this.minutes.delete(stationUuid);
        }
        return rows;
    }
}
//# sourceMappingURL=heartbeat-counts.js.map