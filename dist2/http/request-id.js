import { uuidv7 } from '../common/uuid.js';
const HEADER = 'x-request-id';
/** What a proxy or client may give as its own id without harming the log. */
const ACCEPTED = /^[\w.:-]{1,64}$/;
/** Gives each request an id, that of the client or proxy if it has one, and repeats it in the response. */
export function requestId(request, response, next) {
    const given = request.headers[HEADER];
    response.setHeader(HEADER, typeof given === 'string' && ACCEPTED.test(given) ? given : uuidv7());
    next();
}
/** The id of the request that a response belongs to. */
export const requestIdOf = (response) => String(response.getHeader(HEADER) ?? '');
//# sourceMappingURL=request-id.js.map