const MAX_JOBS = 64;
const MAX_BYTES = 256 * 1024;
/**
 * CALLs of one station, handled one at a time in the order of arrival. When the queue is full the socket is paused, so
 * that TCP pushes back: nothing is dropped, nothing reordered.
 */
export class InboundQueue {
    flow;
    budget;
    report;
    jobs = [];
    bytes = 0;
    busy = true;
    paused = false;
    stopped = false;
    idle = [];
    afterFirst;
    constructor(flow, 
    /** What all stations together may have waiting. */
    budget, 
    /** A job failed, which none should; the next ones are handled all the same. */
    report) {
        this.flow = flow;
        this.budget = budget;
        this.report = report;
    }
    /**
     * Begins to work; what came before waits in the queue.
     * @param afterFirst called once when a job is done
     */
    open(afterFirst) {
        this.busy = false;
        this.afterFirst = afterFirst;
        void this.work();
    }
    add(bytes, run) {
        this.jobs.push({ bytes, run });
        this.bytes += bytes;
        this.budget.take(bytes);
        if (!this.paused && this.isFull()) {
            this.paused = true;
            this.flow.pause();
        }
        if (!this.busy)
            void this.work();
    }
    /** Forgets what was not begun: an unanswered CALL is sent again. */
    clear() {
        for (const { bytes } of this.jobs.splice(0))
            this.release(bytes);
    }
    /** Reads nothing more; what has come is still handled. */
    stop() {
        this.stopped = true;
        this.flow.pause();
    }
    /** Nothing is under way or waits. */
    get isIdle() {
        return !this.busy && this.jobs.length === 0;
    }
    /** Resolves when nothing is under way or waits. */
    settled() {
        if (this.isIdle)
            return Promise.resolve();
        return new Promise((resolve) => this.idle.push(resolve));
    }
    async work() {
        this.busy = true;
        for (let job = this.jobs.shift(); job; job = this.jobs.shift()) {
            try {
                const pending = job.run();
                if (pending)
                    await pending;
            }
            catch (error) {
                this.report(error);
            }
            this.release(job.bytes);
            this.afterFirst?.();
            this.afterFirst = undefined;
            if (this.paused && !this.stopped && this.hasRoom()) {
                this.paused = false;
                this.flow.resume();
            }
        }
        this.busy = false;
        for (const resolve of this.idle.splice(0))
            resolve();
    }
    isFull() {
        return this.jobs.length >= MAX_JOBS || this.bytes >= MAX_BYTES || this.budget.isExceeded;
    }
    hasRoom() {
        // whoever has nothing left is read again, so that each moves on however much the others have waiting
        if (this.jobs.length === 0)
            return true;
        return this.jobs.length <= MAX_JOBS / 2 && this.bytes <= MAX_BYTES / 2 && !this.budget.isExceeded;
    }
    release(bytes) {
        this.bytes -= bytes;
        this.budget.giveBack(bytes);
    }
}
//# sourceMappingURL=inbound-queue.js.map