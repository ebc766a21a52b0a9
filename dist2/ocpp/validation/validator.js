import { OcppError } from '../errors.js';
import { isKnownAction, isStationAction } from '../messages/actions.js';
import { codeOf, describe } from './error-codes.js';
import { repair } from './repair.js';
import { accepts, firstViolation, ourShape, stationShape } from './shape.js';
/**
 * Messages that carry billing data, with the fields without which they cannot be answered. A CALLERROR would make the
 * station repeat such a message and drop it in the end, so that everything else is forgiven.
 */
const ESSENTIAL = {
    '1.6': { StartTransaction: ['idTag', 'connectorId'], StopTransaction: ['transactionId'], MeterValues: [] },
    '2.0': { TransactionEvent: ['eventType', 'transactionData'], MeterValues: [] },
    '2.0.1': { TransactionEvent: ['eventType', 'transactionInfo'], MeterValues: [] },
};
/** An answer is not mended by leaving parts of it out: the operator must learn that it was broken. */
const NOT_FOR_ANSWERS = ['unusable-field', 'unknown-reason'];
/**
 * Checks a CALL of a station. A proper payload costs one compiled validator and is handed on as it is; a broken one
 * goes through the leniency rules, and what they cannot mend is refused with the error code of the first fault.
 */
export function checkStationRequest(version, action, payload, { receivedAt, disabledRules }) {
    const shape = isStationAction(version, action) ? stationShape(version, action, 'request') : undefined;
    if (!shape)
        return { ok: false, error: unspoken(version, action) };
    const checked = accepts(shape, payload, receivedAt)
        ? { ok: true, payload: payload, rules: [], needsReview: false }
        : repair(shape.schema, payload, { receivedAt, disabledRules, essential: ESSENTIAL[version][action] });
    if (!checked.ok)
        return { ok: false, error: refusal(checked.violation) };
    return version === '1.6' && action === 'StatusNotification' ? withoutNullWords(checked, disabledRules) : checked;
}
/** Checks a station's answer to a CALL of ours: extra fields and long texts are forgiven, a broken status is not. */
export function checkStationResponse(version, action, payload) {
    const shape = stationShape(version, action, 'response');
    if (!shape)
        return { ok: false, reason: `OCPP ${version} has no answer to ${action}` };
    const receivedAt = new Date();
    if (accepts(shape, payload, receivedAt))
        return { ok: true, payload: payload };
    const checked = repair(shape.schema, payload, { receivedAt, disabledRules: NOT_FOR_ANSWERS });
    return checked.ok
        ? { ok: true, payload: checked.payload }
        : { ok: false, reason: `The answer breaks the schema: ${describe(checked.violation)}` };
}
/** What is wrong with a payload that TAU is about to send, request or response; undefined where nothing is. */
export function checkOurs(version, action, direction, payload) {
    const shape = ourShape(version, action, direction);
    if (!shape)
        return unspoken(version, action);
    return shape.accepts(payload) ? undefined : refusal(firstViolation(shape.accepts));
}
function unspoken(version, action) {
    return isKnownAction(version, action)
        ? new OcppError('NotSupported', `${action} is not handled here in OCPP ${version}`)
        : new OcppError('NotImplemented', `OCPP ${version} has no such action`);
}
function refusal(violation) {
    return new OcppError(codeOf(violation), describe(violation), violation.path ? { field: violation.path } : {});
}
const TEXTS_THAT_SAY_NULL = ['info', 'vendorId', 'vendorErrorCode'];
/** The one rule for payloads that their schema allows. */
function withoutNullWords(checked, disabledRules) {
    const saying = TEXTS_THAT_SAY_NULL.filter((field) => checked.payload[field] === 'null');
    if (saying.length === 0 || disabledRules.includes('null-word'))
        return checked;
    const payload = { ...checked.payload };
    for (const field of saying)
        delete payload[field];
    return { ...checked, payload, rules: [...checked.rules, 'null-word'] };
}
//# sourceMappingURL=validator.js.map