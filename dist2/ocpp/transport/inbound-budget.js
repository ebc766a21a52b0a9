const MOST_BYTES = 64 << 20;
/**
 * Bytes of CALLs that wait to be handled, of all stations together. Each station may have a little waiting; when
 * everybody's little becomes too much, because the database is away or slow, each is read one message at a time.
 */
export class InboundBudget {
    most;
    bytes = 0;
    constructor(most = MOST_BYTES) {
        this.most = most;
    }
    take(bytes) {
        this.bytes += bytes;
    }
    giveBack(bytes) {
        this.bytes -= bytes;
    }
    get isExceeded() {
        return this.bytes > this.most;
    }
    /** Bytes that wait. */
    get taken() {
        return this.bytes;
    }
}
//# sourceMappingURL=inbound-budget.js.map