import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { Request } from 'express';
import type { IncomingMessage, Server } from 'node:http';
import { apiDocument } from './http/api-document.js';
import { limitConnections } from './http/connection-limits.js';
import { requestId } from './http/request-id.js';
import { securityHeaders } from './http/security-headers.js';
import { upgradeRequired } from './http/upgrade-required.js';
import { validation } from './http/validation.js';
import { OcppWsAdapter } from './ocpp/transport/ocpp-ws.adapter.js';

/** Largest JSON body; the largest thing in one is a raw OCPP message. */
const LARGEST_BODY = '1mb';

/** What every instance of the application has, the tested one too: sockets, validation, prefix, Swagger UI. */
export function setupApp(app: NestExpressApplication): NestExpressApplication {
  limitConnections(app.getHttpServer() as Server);
  app.disable('x-powered-by');
  app.use(requestId, securityHeaders());
  app.use('/ocpp', upgradeRequired);
  // what stations upload is a file, whatever they say it is
  app.useBodyParser('json', { limit: LARGEST_BODY, type: outsideOfUploads('application/json') });
  app.useBodyParser('urlencoded', {
    limit: '10kb',
    extended: false,
    type: outsideOfUploads('application/x-www-form-urlencoded'),
  });
  app.useGlobalPipes(validation());
  app.useWebSocketAdapter(new OcppWsAdapter(app));
  setupRoutes(app);
  SwaggerModule.setup('api', app, () => apiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'TAU CSMS',
    swaggerOptions: { persistAuthorization: true, tagsSorter: 'alpha' },
  });
  return app;
}

/** Tells whether a body is of that type, and may be parsed as such. */
const outsideOfUploads = (type: string) => (request: IncomingMessage) =>
  !request.url?.startsWith('/files/') && Boolean((request as Request).is(type));

/** The paths; all that the API document depends on. */
export function setupRoutes(app: NestExpressApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: ['health/{*rest}', 'files/{*rest}'] });
}
