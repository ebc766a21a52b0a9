import {
  Catch,
  Logger,
  NotFoundException,
  type ArgumentsHost,
  type ExceptionFilter,
  type INestApplication,
} from '@nestjs/common';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { databaseUnavailable, internalError, toProblem, type ProblemDocument } from '../common/problem-document.js';
import { isDatabaseAway } from '../database/database-errors.js';
import { requestIdOf } from './request-id.js';

/** Answers every error of a REST request with problem details, whoever raised it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerWithProblem(error, http.getRequest<Request>(), http.getResponse<Response>());
  }
}

/** The same for what Nest never sees: paths outside of its routes, and URLs that cannot be read. */
export function answerOutsideOfRoutes(app: INestApplication): void {
  const noRoute: RequestHandler = (request, response) =>
    answerWithProblem(new NotFoundException(`Cannot ${request.method} ${request.path}`), request, response);
  // Express tells error handlers by their four parameters
  const onError: ErrorRequestHandler = (error, request, response, _next) => answerWithProblem(error, request, response);
  app.use(noRoute).use(onError);
}

const logger = new Logger('Problem');

/** Answers with the problem document of an error, if the answer has not begun. */
export function answerWithProblem(error: unknown, request: Request, response: Response): void {
  const problem = toProblem(error) ?? unexpected(error, requestIdOf(response));
  // a stream that fails half-way: the client must not take what it got for the whole
  if (response.headersSent) return void response.destroy();
  if (problem.status === 503) response.setHeader('Retry-After', '5');
  response
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem, instance: request.originalUrl.split('?', 1)[0] }));
}

function unexpected(error: unknown, requestId: string): ProblemDocument {
  if (isDatabaseAway(error)) {
    logger.warn(`${requestId}: ${String(error)}`);
    return databaseUnavailable();
  }
  logger.error(`${requestId}: ${String(error)}`, error instanceof Error ? error.stack : undefined);
  return internalError(requestId);
}
