import { maskFrame } from '../validation/mask-frame.js';
/** A CALL on its way through a handler. One is made for each message, so it holds as little as it can. */
export class DispatchedCall {
    connection;
    call;
    jobs;
    rules;
    needsReview;
    constructor(connection, call, jobs, rules, needsReview) {
        this.connection = connection;
        this.call = call;
        this.jobs = jobs;
        this.rules = rules;
        this.needsReview = needsReview;
    }
    get station() {
        return this.connection.station;
    }
    get version() {
        return this.connection.version;
    }
    get messageId() {
        return this.call.frame.messageId;
    }
    get receivedAt() {
        return this.call.receivedAt;
    }
    get frame() {
        return maskFrame(this.version, this.call.frame, this.call.bytes);
    }
    get originalPayload() {
        return (this.call.frame.payload ?? {});
    }
    afterReply(job) {
        this.jobs.push(job);
    }
    frameStoredAs(id) {
        this.call.storedAs = id;
    }
    register(status) {
        this.connection.register(status);
    }
}
//# sourceMappingURL=dispatched-call.js.map