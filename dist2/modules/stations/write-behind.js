import { Logger } from '@nestjs/common';
/**
 * Notes things in memory and writes them together: every few seconds, when somebody is about to read them, and once
 * more at shutdown. One write at a time. For what may be lost with the process, never for what was acknowledged.
 */
export class WriteBehind {
    clock;
    everyMs;
    logger = new Logger(this.constructor.name);
    timer;
    current = Promise.resolve();
    next;
    failing = false;
    /** @param everyMs milliseconds between two writes */
    constructor(clock, everyMs) {
        this.clock = clock;
        this.everyMs = everyMs;
    }
    onModuleInit() {
        this.timer = this.clock.every(this.everyMs, () => void this.flushed());
    }
    /** The sockets are closed by now, the database is not. */
    async beforeApplicationShutdown() {
        this.timer?.cancel();
        await this.flushed();
    }
    /** Resolves when what was noted before the call has been written, or the attempt has failed. */
    flushed() {
        this.next ??= this.current.then(() => {
            this.next = undefined;
            return (this.current = this.attempt());
        });
        return this.next;
    }
    async attempt() {
        try {
            await this.write();
            this.failing = false;
        }
        catch (error) {
            // once per outage: the next turn comes soon, and it would say the same
            if (!this.failing)
                this.logger.warn(`could not write, will try again: ${String(error)}`);
            this.failing = true;
        }
    }
}
//# sourceMappingURL=write-behind.js.map