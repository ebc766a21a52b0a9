import { nestsTooDeep } from './nesting.js';
export { encodeCall, encodeError, encodeResult } from './encode.js';
const CALL = 2;
const CALL_RESULT = 3;
const CALL_ERROR = 4;
/** Longest message id of the standard. */
const ID_LIMIT = 36;
/** Longest id that 1.6 stations are forgiven; longer ones count as unreadable in every version. */
const FORGIVEN_ID_LIMIT = 255;
/** Reads one OCPP-J frame. Never throws; what cannot be read says what to answer, if anything. */
export function parseFrame(text, version) {
    if (nestsTooDeep(text))
        return unreadable(version, undefined, 'The message is nested too deeply');
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        return unreadable(version, undefined, 'The message is not JSON');
    }
    if (!Array.isArray(json) || json.length === 0)
        return unreadable(version, undefined, 'The message is not a JSON array');
    const [type, id] = json;
    const wireId = readId(id);
    switch (type) {
        case CALL:
            return call(json, wireId, version);
        case CALL_RESULT:
            return wireId === undefined
                ? ignored('an answer without a readable message id')
                : { type: 'result', messageId: String(wireId), payload: json[2] ?? {} };
        case CALL_ERROR:
            return wireId === undefined ? ignored('an error without a readable message id') : error(json, wireId);
        default:
            return unknownType(version, wireId, type);
    }
}
function call(json, wireId, version) {
    if (wireId === undefined)
        return unreadable(version, undefined, 'The message id cannot be read');
    const [, , action, payload] = json;
    if (typeof action !== 'string')
        return unreadable(version, wireId, 'The action must be a string');
    if (json.length > 4)
        return unreadable(version, wireId, 'A CALL has four elements');
    const long = typeof wireId === 'string' && wireId.length > ID_LIMIT;
    // [OCPP-J 2.0.1 4.1.4] ids have at most 36 characters; 1.6 stations are forgiven more, their billing is at stake
    if (long && version !== '1.6')
        return unreadable(version, wireId, 'The message id is longer than 36 characters');
    const messageId = String(wireId);
    if (!long && typeof wireId === 'string' && payload !== null && payload !== undefined) {
        return { type: 'call', messageId, wireId, action, payload };
    }
    const rules = [];
    if (long)
        rules.push('long-message-id');
    if (typeof wireId === 'number')
        rules.push('numeric-message-id');
    if (payload === null || payload === undefined)
        rules.push('missing-payload');
    return { type: 'call', messageId, wireId, action, payload: payload ?? {}, rules };
}
function error(json, wireId) {
    const [, , code, description, details] = json;
    return {
        type: 'error',
        messageId: String(wireId),
        code: typeof code === 'string' ? neutral(code) : 'GenericError',
        description: typeof description === 'string' ? description : '',
        details: details ?? {},
    };
}
// both spellings arrive in every version [OCPP-J 1.6 errata: the misspelt codes stay valid]
function neutral(code) {
    if (code === 'FormationViolation')
        return 'FormatViolation';
    if (code === 'OccurenceConstraintViolation')
        return 'OccurrenceConstraintViolation';
    return code;
}
function readId(id) {
    if (typeof id === 'string')
        return id.length <= FORGIVEN_ID_LIMIT ? id : undefined;
    // a number that JSON cannot carry back exactly would answer another message
    return typeof id === 'number' && Math.abs(id) <= Number.MAX_SAFE_INTEGER ? id : undefined;
}
function unknownType(version, wireId, type) {
    const reason = 'The message type is none of CALL, CALLRESULT and CALLERROR';
    if (version === '1.6' || wireId === undefined || typeof type !== 'number') {
        // [OCPP-J 1.6 4.1.3] a message of unknown type is ignored
        return version === '1.6' ? ignored(reason) : { type: 'unreadable', wireId, code: 'RpcFrameworkError', reason };
    }
    // [OCPP-J 2.0.1 4.4]
    return { type: 'unreadable', wireId, code: 'MessageTypeNotSupported', reason };
}
/** A CALL, or perhaps one: 2.x always answers, 1.6 where the id is known, since it has no id for "unreadable". */
function unreadable(version, wireId, reason) {
    if (version !== '1.6')
        return { type: 'unreadable', wireId, code: 'RpcFrameworkError', reason };
    return { type: 'unreadable', wireId, code: wireId === undefined ? undefined : 'FormatViolation', reason };
}
/** Nothing is ever answered to an answer. */
function ignored(reason) {
    return { type: 'unreadable', wireId: undefined, code: undefined, reason };
}
//# sourceMappingURL=frame.js.map