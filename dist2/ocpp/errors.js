// OCPP-J 1.6 spells two codes its own way and lacks two; the wrong spelling is the standard's and stays.
const SPELLING_V16 = {
    FormatViolation: 'FormationViolation',
    OccurrenceConstraintViolation: 'OccurenceConstraintViolation',
    MessageTypeNotSupported: 'GenericError',
    RpcFrameworkError: 'FormationViolation',
};
/** The code as it is spelled on the wire of a version. */
export function spell(code, version) {
    return (version === '1.6' ? SPELLING_V16[code] : undefined) ?? code;
}
/** Refuses a CALL: the dispatcher turns it into a CALLERROR. */
export class OcppError extends Error {
    code;
    details;
    constructor(code, description, details = {}) {
        super(description);
        this.code = code;
        this.details = details;
        this.name = 'OcppError';
    }
}
/**
 * What the station said could not be kept just now (the database is away). A transaction message is then left
 * unanswered, so that the station keeps it and sends it again; everything else gets InternalError.
 */
export class NotKeptError extends Error {
    constructor(cause) {
        super('the message could not be stored', { cause });
        this.name = 'NotKeptError';
    }
}
//# sourceMappingURL=errors.js.map