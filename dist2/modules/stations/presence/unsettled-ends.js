import { Logger } from '@nestjs/common';
const RETRY_MS = 1000;
/** A statement whose answer was lost may still be carried out; it has given up by then. */
const UNCERTAIN_MS = 60_000;
/**
 * Ends of connections that could not be written because the database was away. Without them their stations would be
 * shown as connected for ever; so they are tried again, every second and together, until they are written.
 */
export class UnsettledEnds {
    write;
    clock;
    logger = new Logger(UnsettledEnds.name);
    /** By station: only its latest connection can still be the one that is recorded. */
    ends = new Map();
    planned = false;
    constructor(write, clock) {
        this.write = write;
        this.clock = clock;
    }
    add(end) {
        if (this.ends.size === 0)
            this.logger.warn('ends of connections cannot be recorded, will try again');
        const now = this.clock.monotonic();
        this.ends.set(end.stationUuid, { end, until: end.epoch === undefined ? now + UNCERTAIN_MS : now });
        this.plan();
    }
    /** A newer connection of the station is recorded. */
    forget(stationUuid) {
        this.ends.delete(stationUuid);
    }
    /** Tries to write all of them; never rejects. */
    async settle() {
        if (this.ends.size === 0)
            return;
        const tried = [...this.ends];
        const now = this.clock.monotonic();
        try {
            await this.write(tried.map(([, { end }]) => end));
        }
        catch {
            return; // the database is still away
        }
        for (const [id, entry] of tried)
            if (entry.until <= now && this.ends.get(id) === entry)
                this.ends.delete(id);
    }
    get size() {
        return this.ends.size;
    }
    plan() {
        if (this.planned)
            return;
        this.planned = true;
        this.clock.after(RETRY_MS, () => void this.retry());
    }
    async retry() {
        await this.settle();
        this.planned = false;
        if (this.ends.size > 0)
            this.plan();
    }
}
//# sourceMappingURL=unsettled-ends.js.map