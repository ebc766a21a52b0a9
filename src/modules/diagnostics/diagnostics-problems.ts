import { ProblemError, UnknownError } from '../../common/problems.js';
import type { LogState } from './logs/course.js';

/** 404 `log-request-unknown`. */
export const logRequestUnknown = (id: string): UnknownError =>
  new UnknownError('log-request', id.slice(0, 100), 'See GET /stations/{stationId}/log-requests.');

/** 404 `log-file-unknown`: the request has no file here. */
export const logFileUnknown = (id: string, state: LogState, external: boolean): ProblemError =>
  new ProblemError(
    'log-file-unknown',
    404,
    external
      ? `The log of the request ${id} was to be delivered elsewhere. Look for it there.`
      : `The log of the request ${id} has not arrived; the request is ${state}.`,
    { state },
  );

/** 409 `log-request-ended`: nothing is left to be cancelled. */
export const logRequestEnded = (state: LogState): ProblemError =>
  new ProblemError(
    'log-request-ended',
    409,
    `Only a request that is under way can be cancelled; this one is ${state}.`,
    {
      state,
    },
  );
