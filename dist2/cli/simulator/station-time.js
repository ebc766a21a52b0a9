/** Corrections below this are left alone, so that the station's time does not jitter with every heartbeat. */
const TOLERATED_MS = 2000;
/** The clock of the station itself: set by the CSMS at boot and heartbeat, unless it is broken. */
export class StationTime {
    clock;
    stuckOffsetMs;
    offsetMs;
    constructor(clock, 
    /** A clock that is wrong by this much and does not listen. */
    stuckOffsetMs) {
        this.clock = clock;
        this.stuckOffsetMs = stuckOffsetMs;
        this.offsetMs = stuckOffsetMs ?? 0;
    }
    now() {
        return new Date(this.clock.now().getTime() + this.offsetMs);
    }
    /** Follows the `currentTime` of the CSMS. */
    set(csmsTime) {
        const given = Date.parse(String(csmsTime));
        if (this.stuckOffsetMs !== undefined || Number.isNaN(given))
            return;
        if (Math.abs(given - this.now().getTime()) > TOLERATED_MS)
            this.offsetMs = given - this.clock.now().getTime();
    }
}
//# sourceMappingURL=station-time.js.map