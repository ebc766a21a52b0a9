import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { databaseUnavailable, internalError, toProblem, type ProblemDocument } from '../common/problem-document.js';
import { isDatabaseAway } from '../database/database-errors.js';
import { requestIdOf } from './request-id.js';

/** Answers every error of a REST request with problem details, whoever raised it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = toProblem(error) ?? this.unexpected(error, requestIdOf(response));
    // a stream that fails half-way: the client must not take what it got for the whole
    if (response.headersSent) return void response.destroy();
    if (problem.status === 503) response.setHeader('Retry-After', '5');
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem, instance: request.originalUrl.split('?', 1)[0] }));
  }

  private unexpected(error: unknown, requestId: string): ProblemDocument {
    if (isDatabaseAway(error)) {
      this.logger.warn(`${requestId}: ${String(error)}`);
      return databaseUnavailable();
    }
    this.logger.error(`${requestId}: ${String(error)}`, error instanceof Error ? error.stack : undefined);
    return internalError(requestId);
  }
}
