/** A CALL was answered with a CALLERROR; given as a planned answer, it makes the station answer with one. */
export class CallError extends Error {
    code;
    description;
    details;
    constructor(
    /** As spelled on the wire. */
    code, description = '', details = {}) {
        super(description ? `${code}: ${description}` : code);
        this.code = code;
        this.description = description;
        this.details = details;
        this.name = 'CallError';
    }
}
/** A CALL was not answered within the call timeout. */
export class CallTimeoutError extends Error {
    constructor(action) {
        super(`${action} was not answered in time`);
        this.name = 'CallTimeoutError';
    }
}
/** There is no connection, or it was lost before the answer came. */
export class OfflineError extends Error {
    constructor(action) {
        super(`${action} could not be delivered: the station is offline`);
        this.name = 'OfflineError';
    }
}
/** The handshake was refused with an HTTP status, or the server agreed to no version. */
export class ConnectionRefusedError extends Error {
    status;
    constructor(
    /** HTTP status; undefined where nobody listens or the line broke. */
    status, reason) {
        super(reason);
        this.status = status;
        this.name = 'ConnectionRefusedError';
    }
}
/** Exchanges that were planned did not happen. */
export class UnmetPlanError extends Error {
    constructor(stationId, actions) {
        super(`Station ${stationId} was never called with ${actions.join(', ')}`);
        this.name = 'UnmetPlanError';
    }
}
//# sourceMappingURL=errors.js.map