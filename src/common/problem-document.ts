import { HttpException } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import { ProblemError } from './problems.js';

/** RFC 9457 problem details as they leave TAU, with our `code` and further members. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly [member: string]: unknown;
}

const CODES: Record<number, string> = {
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

/** Errors of Express and its parsers: a status, and a message that may be shown. */
interface HttpError {
  readonly status: number;
  readonly message: string;
}

const isHttpError = (error: unknown): error is HttpError =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;

function documentOf(status: number, code: string, detail: string, members: object = {}): ProblemDocument {
  return { type: `urn:tau:problem:${code}`, title: STATUS_CODES[status] ?? 'Error', status, detail, code, ...members };
}

/**
 * The problem document of an error that was meant to reach the client.
 * @returns undefined for an unexpected error, whose text is nobody's business outside
 */
export function toProblem(error: unknown): ProblemDocument | undefined {
  if (error instanceof ProblemError) return documentOf(error.status, error.code, error.message, error.members);
  if (error instanceof HttpException) {
    const status = error.getStatus();
    if (status >= 500 && status !== 503) return undefined;
    return documentOf(status, CODES[status] ?? 'request-refused', error.message);
  }
  if (!isHttpError(error)) return undefined;
  const detail = error.status === 413 ? 'The body of the request is too large.' : error.message;
  return documentOf(error.status, CODES[error.status] ?? 'request-refused', detail);
}

/** The database cannot be asked at the moment. */
export const databaseUnavailable = (): ProblemDocument =>
  documentOf(503, 'database-unavailable', 'The database does not answer at the moment. Try again shortly.');

/** Something went wrong that we did not expect; `reference` finds it in the log. */
export const internalError = (reference: string): ProblemDocument =>
  documentOf(500, 'internal-error', `Something went wrong here. The log says more under ${reference}.`, { reference });
