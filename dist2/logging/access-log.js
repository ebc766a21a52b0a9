import { requestIdOf } from '../http/request-id.js';
import { errorFields } from './error-fields.js';
const pathOf = (request) => (request.originalUrl ?? request.url ?? '').split('?', 1)[0];
/**
 * One line per REST request, with what can be no secret alone: no headers, no query, no body. Reads are logged at
 * debug level, changes at info, our own failures as errors; health checks and the pages of Swagger UI not at all.
 */
export const accessLog = {
    autoLogging: { ignore: (request) => !pathOf(request).startsWith('/api/v1/') },
    genReqId: (_request, response) => requestIdOf(response),
    quietReqLogger: true,
    customLogLevel: (request, response, error) => {
        if (error || response.statusCode >= 500)
            return 'error';
        return request.method === 'GET' || request.method === 'HEAD' ? 'debug' : 'info';
    },
    customSuccessMessage: (request, response, ms) => `${request.method} ${pathOf(request)} ${response.statusCode} in ${Math.round(ms)} ms`,
    customErrorMessage: (request, response) => `${request.method} ${pathOf(request)} ${response.statusCode}`,
    // else pino-http takes errors apart first, and loses their text
    wrapSerializers: false,
    serializers: { req: () => undefined, res: () => undefined, err: (error) => errorFields(error) },
};
//# sourceMappingURL=access-log.js.map