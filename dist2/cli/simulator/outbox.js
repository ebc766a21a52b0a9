import { randomUUID } from 'node:crypto';
import { CallError, CallTimeoutError, OfflineError } from './errors.js';
/**
 * What the station wants to say: one CALL in flight, first in first out. Transaction messages survive a lost
 * connection and go out later, in their order; everything else fails when the line does.
 */
export class Outbox {
    options;
    items = [];
    inFlight;
    timeout;
    pause;
    whenDelivered = [];
    online = false;
    released = true;
    constructor(options) {
        this.options = options;
    }
    /** How many transaction messages are still to be delivered. */
    get undelivered() {
        return this.items.filter((item) => item.kept).length;
    }
    /** Whether a message is still to be delivered that is about this, or about anything at all. */
    holds(about) {
        return this.items.some((item) => item.kept && (about === undefined || item.about === about));
    }
    /** Resolves when no transaction message waits any more. */
    delivered() {
        return this.undelivered === 0 ? Promise.resolve() : new Promise((done) => this.whenDelivered.push(done));
    }
    /**
     * Asks and waits for the answer. Rejects with CallError, CallTimeoutError or OfflineError.
     * @param first goes before everything that waits, as a BootNotification does
     */
    ask(call, first = false) {
        return new Promise((answered, failed) => {
            if (!this.online)
                return failed(new OfflineError(call.action));
            const item = { build: () => call, kept: false, answered, failed, deferred: () => { }, refusals: 0 };
            if (first)
                this.items.unshift(item);
            else
                this.items.push(item);
            this.next();
        });
    }
    /**
     * Tells something that must not get lost. `build` is called at each attempt, so that a message can name what an
     * earlier answer told. Resolves when it is answered, given up, or clear that it has to wait for the connection.
     * @param about by which `holds` finds it
     * @param losesAnswer the line breaks just before the first answer is read
     */
    keep(build, answered, about, losesAnswer = false) {
        return new Promise((done) => {
            const whenAnswered = (response) => {
                answered(response);
                done();
            };
            const failed = () => done();
            const kept = { build, kept: true, answered: whenAnswered, failed, deferred: done, about };
            this.items.push({ ...kept, refusals: 0, losesAnswer });
            if (!this.online || !this.released || this.pause)
                done();
            this.next();
        });
    }
    /** The line is up. */
    opened() {
        this.online = true;
        this.next();
    }
    /** Transaction messages may go out, or wait until the station is accepted. */
    release(accepted) {
        this.released = accepted;
        this.next();
    }
    /** The line is down: what is not kept fails, what is kept goes out again later. */
    closed() {
        this.online = false;
        this.timeout?.cancel();
        this.pause?.cancel();
        this.pause = undefined;
        this.inFlight = undefined;
        for (const item of [...this.items]) {
            if (item.kept) {
                item.deferred();
            }
            else {
                this.remove(item);
                item.failed(new OfflineError(item.action ?? item.build().action));
            }
        }
    }
    /** Takes an answer; one that nobody waits for any more is ignored. */
    settle(frame) {
        const item = this.inFlight;
        if (!item || frame.messageId !== item.messageId)
            return;
        if (item.losesAnswer) {
            item.losesAnswer = false;
            return this.options.drop();
        }
        if (frame.kind === 'CALLERROR') {
            const { code, description, details } = frame.payload;
            return this.unanswered(item, new CallError(String(code), String(description ?? ''), details));
        }
        this.land(item);
        item.answered(frame.payload);
        this.next();
    }
    next() {
        if (this.inFlight || !this.online)
            return;
        const item = this.items.find(({ kept }) => !kept || (this.released && !this.pause));
        if (!item)
            return;
        const call = item.build();
        item.action = call.action;
        if (!item.messageId || this.options.resendWith === 'new-id')
            item.messageId = randomUUID();
        this.inFlight = item;
        this.timeout = this.options.clock.after(this.options.callTimeoutMs, () => this.unanswered(item, new CallTimeoutError(call.action)));
        this.options.send(JSON.stringify([2, item.messageId, call.action, call.payload]));
    }
    /** [OCPP 1.6 3.7.1, 2.0.1 E13] A transaction message is sent again after a growing pause, a bounded number of times. */
    unanswered(item, error) {
        const { attempts, retryMs, clock } = this.options;
        item.refusals++;
        if (!item.kept || item.refusals >= attempts) {
            this.land(item);
            item.failed(error);
        }
        else {
            this.timeout?.cancel();
            this.inFlight = undefined;
            for (const { deferred } of this.items)
                deferred();
            this.pause = clock.after(retryMs * item.refusals, () => {
                this.pause = undefined;
                this.next();
            });
        }
        this.next();
    }
    land(item) {
        this.timeout?.cancel();
        this.inFlight = undefined;
        this.remove(item);
    }
    remove(item) {
        this.items.splice(this.items.indexOf(item), 1);
        if (this.undelivered === 0)
            for (const tell of this.whenDelivered.splice(0))
                tell();
    }
}
//# sourceMappingURL=outbox.js.map