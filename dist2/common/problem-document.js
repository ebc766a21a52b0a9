import { HttpException } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import { ProblemError } from './problems.js';
const CODES = {
    400: 'request-malformed',
    401: 'unauthorized',
    403: 'forbidden',
    404: 'route-unknown',
    405: 'method-not-allowed',
    406: 'not-acceptable',
    413: 'body-too-large',
    415: 'media-type-unsupported',
    429: 'too-many-requests',
    503: 'unavailable',
};
const isHttpError = (error) => error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;
function documentOf(status, code, detail, members = {}) {
    return { type: `urn:tau:problem:${code}`, title: STATUS_CODES[status] ?? 'Error', status, detail, code, ...members };
}
/**
 * The problem document of an error that was meant to reach the client.
 * @returns undefined for an unexpected error, whose text is nobody's business outside
 */
export function toProblem(error) {
    if (error instanceof ProblemError)
        return documentOf(error.status, error.code, error.message, error.members);
    if (error instanceof HttpException) {
        const status = error.getStatus();
        if (status >= 500 && status !== 503)
            return undefined;
        return documentOf(status, CODES[status] ?? 'request-refused', error.message);
    }
    if (!isHttpError(error))
        return undefined;
    const detail = error.status === 413 ? 'The body of the request is too large.' : error.message;
    return documentOf(error.status, CODES[error.status] ?? 'request-refused', detail);
}
/** The database cannot be asked at the moment. */
export const databaseUnavailable = () => documentOf(503, 'database-unavailable', 'The database does not answer at the moment. Try again shortly.');
/** Something went wrong that we did not expect; `reference` finds it in the log. */
export const internalError = (reference) => documentOf(500, 'internal-error', `Something went wrong here. The log says more under ${reference}.`, { reference });
//# sourceMappingURL=problem-document.js.map