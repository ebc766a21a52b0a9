import { spell } from '../errors.js';
/** Longest error description that may be sent, in characters. [OCPP-J 4.2.3] */
const DESCRIPTION_LIMIT = 255;
/** Stands in an error for a message id that could not be read. [OCPP-J 2.0.1 4.2.3] */
const UNREADABLE_ID = '-1';
/** The JSON text of a CALL. */
export function encodeCall(id, action, payload) {
    return JSON.stringify([2, id, action, payload ?? {}]);
}
/** The JSON text of a CALLRESULT; `wireId` in the JSON type in which the CALL carried it. */
export function encodeResult(wireId, payload) {
    return JSON.stringify([3, wireId, payload ?? {}]);
}
/**
 * The JSON text of a CALLERROR, its code spelled as the version spells it. Never throws, whatever `details` hold: an
 * error inside the building of an error would leave the station without an answer.
 */
export function encodeError(wireId, version, code, description, details) {
    const head = JSON.stringify([4, wireId ?? UNREADABLE_ID, spell(code, version), shorten(description)]);
    return `${head.slice(0, -1)},${detailsText(details)}]`;
}
function shorten(description) {
    // by characters, not by UTF-16 units: half a character is no text
    return description.length <= DESCRIPTION_LIMIT
        ? description
        : [...description.slice(0, 2 * DESCRIPTION_LIMIT)].slice(0, DESCRIPTION_LIMIT).join('');
}
function detailsText(details) {
    try {
        const text = JSON.stringify(details);
        return text?.startsWith('{') ? text : '{}';
    }
    catch {
        return '{}';
    }
}
//# sourceMappingURL=encode.js.map