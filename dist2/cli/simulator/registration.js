/** Where the CSMS leaves the interval to the station, or does not answer at all. */
const OWN_INTERVAL_S = 60;
/** Boot and heartbeat: how the station comes into the network and stays there. */
export class Registration {
    parts;
    status;
    /** A boot that has to be told as soon as the line is up. */
    due;
    /** Seconds between heartbeats, or until the next boot. */
    intervalS = OWN_INTERVAL_S;
    timer;
    constructor(parts) {
        this.parts = parts;
    }
    /** Rejects where the CSMS does not answer; the station tries again by itself. */
    async boot(reason) {
        const { dialect, plate, time, ask } = this.parts;
        this.due = reason;
        this.stop();
        try {
            const response = await ask(dialect.boot(plate, reason), true);
            const { status, interval, currentTime } = response;
            this.due = undefined;
            this.status = status;
            time.set(currentTime);
            this.follow(status, interval > 0 ? interval : OWN_INTERVAL_S, reason);
            await this.parts.changed(status);
            return { status, interval };
        }
        catch (error) {
            this.follow(undefined, OWN_INTERVAL_S, reason);
            throw error;
        }
    }
    async heartbeat() {
        const { currentTime } = await this.parts.ask({ action: 'Heartbeat', payload: {} });
        this.parts.time.set(currentTime);
    }
    stop() {
        this.timer?.cancel();
    }
    /** Heartbeats once accepted; until then another boot, and never before the interval is over (B02, B03). */
    follow(status, seconds, reason) {
        const { clock, heartbeats } = this.parts;
        this.intervalS = seconds;
        if (status !== 'Accepted')
            this.timer = clock.after(seconds * 1000, () => void this.boot(reason).catch(() => { }));
        else if (heartbeats)
            this.timer = clock.every(seconds * 1000, () => void this.heartbeat().catch(() => { }));
    }
}
//# sourceMappingURL=registration.js.map