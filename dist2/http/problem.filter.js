var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Catch, Logger, NotFoundException, } from '@nestjs/common';
import { databaseUnavailable, internalError, toProblem } from '../common/problem-document.js';
import { isDatabaseAway } from '../database/database-errors.js';
import { requestIdOf } from './request-id.js';
/** Answers every error of a REST request with problem details, whoever raised it. */
let ProblemFilter = class ProblemFilter {
    catch(error, host) {
        const http = host.switchToHttp();
        answerWithProblem(error, http.getRequest(), http.getResponse());
    }
};
ProblemFilter = __decorate([
    Catch()
], ProblemFilter);
export { ProblemFilter };
/** The same for what Nest never sees: paths outside of its routes, and URLs that cannot be read. */
export function answerOutsideOfRoutes(app) {
    const noRoute = (request, response) => answerWithProblem(new NotFoundException(`Cannot ${request.method} ${request.path}`), request, response);
    // Express tells error handlers by their four parameters
    const onError = (error, request, response, _next) => answerWithProblem(error, request, response);
    app.use(noRoute).use(onError);
}
const logger = new Logger('Problem');
/** Answers with the problem document of an error, if the answer has not begun. */
export function answerWithProblem(error, request, response) {
    const problem = toProblem(error) ?? unexpected(error, requestIdOf(response));
    // a stream that fails half-way: the client must not take what it got for the whole
    if (response.headersSent)
        return void response.destroy();
    if (problem.status === 503)
        response.setHeader('Retry-After', '5');
    response
        .status(problem.status)
        .type('application/problem+json')
        .send(JSON.stringify({ ...problem, instance: request.originalUrl.split('?', 1)[0] }));
}
function unexpected(error, requestId) {
    if (isDatabaseAway(error)) {
        logger.warn(`${requestId}: ${String(error)}`);
        return databaseUnavailable();
    }
    logger.error(`${requestId}: ${String(error)}`, error instanceof Error ? error.stack : undefined);
    return internalError(requestId);
}
//# sourceMappingURL=problem.filter.js.map