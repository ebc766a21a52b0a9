import { ValidationFailedError } from '../common/problems.js';
/** The body of a request as the payload of a CALL: an object, empty where there is no body. */
export function toPayload(body) {
    if (body === undefined)
        return {};
    if (typeof body === 'object' && body !== null && !Array.isArray(body))
        return body;
    throw new ValidationFailedError('The body has to be a JSON object: the payload of the message.');
}
//# sourceMappingURL=payload.js.map