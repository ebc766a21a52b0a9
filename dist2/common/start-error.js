/** TAU cannot start, and the message alone says why and what to do; no stack trace helps. */
export class StartError extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'StartError';
    }
}
//# sourceMappingURL=start-error.js.map