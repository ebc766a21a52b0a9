const LIMIT = 100;
/**
 * CALLs to one station: first in, first out, one in flight (OCPP-J, section 4.1.1), timed from the moment of sending.
 * Whatever the station does, each call is settled exactly once.
 */
export class OutboundQueue {
    clock;
    send;
    timeoutMs;
    isPaused;
    waiting = [];
    current;
    closed = false;
    idle = [];
    constructor(clock, send, timeoutMs, 
    /** While the socket is paused, answers cannot be read and the timer stands still. */
    isPaused) {
        this.clock = clock;
        this.send = send;
        this.timeoutMs = timeoutMs;
        this.isPaused = isPaused;
    }
    add(call) {
        if (this.closed)
            return call.settle({ kind: 'disconnected', sentAt: undefined }, undefined, undefined);
        if (this.waiting.length >= LIMIT) {
            return call.settle({ kind: 'not-sent', reason: `${LIMIT} calls wait already` }, undefined, undefined);
        }
        this.waiting.push(call);
        if (!this.current)
            void this.next();
    }
    /** Whether the reply belongs to the call in flight; anything else is for the caller to ignore and count. */
    reply(messageId, reply) {
        const { current } = this;
        if (!current?.sentAt || current.call.messageId !== messageId)
            return false;
        this.finish(current.call.read(reply, current.sentAt, this.clock.now()), reply);
        return true;
    }
    /** The socket is gone: everything that waits has failed. */
    close() {
        this.closed = true;
        if (this.current)
            this.finish({ kind: 'disconnected', sentAt: this.current.sentAt });
        for (const call of this.waiting.splice(0)) {
            call.settle({ kind: 'disconnected', sentAt: undefined }, undefined, undefined);
        }
        this.rest();
    }
    /** Resolves when no call is under way or waits. */
    settled() {
        if (!this.current && this.waiting.length === 0)
            return Promise.resolve();
        return new Promise((resolve) => this.idle.push(resolve));
    }
    async next() {
        const call = this.waiting.shift();
        if (!call)
            return this.rest();
        const current = { call, sentAt: undefined, timer: undefined };
        this.current = current;
        const wanted = await this.wanted(call);
        if (this.current !== current)
            return; // the socket was closed meanwhile
        if (!wanted)
            return this.finish({ kind: 'not-sent', reason: 'withdrawn' });
        current.sentAt = this.clock.now();
        this.send(call.text);
        this.arm(current);
    }
    rest() {
        for (const resolve of this.idle.splice(0))
            resolve();
    }
    async wanted(call) {
        try {
            return (await call.beforeSend?.()) ?? true;
        }
        catch {
            return false; // it could not be recorded as sent, so it is not sent
        }
    }
    arm(current) {
        current.timer = this.clock.after(this.timeoutMs(), () => {
            if (this.current !== current)
                return;
            if (this.isPaused())
                return this.arm(current);
            this.finish({ kind: 'timed-out', sentAt: current.sentAt });
        });
    }
    finish(outcome, reply) {
        const { call, sentAt, timer } = this.current;
        timer?.cancel();
        this.current = undefined;
        call.settle(outcome, sentAt, reply);
        if (!this.closed && !this.current)
            void this.next();
    }
}
//# sourceMappingURL=outbound-queue.js.map