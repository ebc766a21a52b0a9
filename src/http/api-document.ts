import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const DESCRIPTION = `
TAU manages charging stations that speak OCPP 1.6, 2.0 or 2.0.1. Nothing here depends on the version of a station.

**Credentials.** Every call needs an API key: \`Authorization: Bearer <key>\`. The first start writes one to
\`admin-api-key\` in the data folder; press *Authorize* and paste it. Roles: \`viewer\` reads, \`operator\` also changes
and commands, \`admin\` also manages keys and sends raw messages.

**Commands** to a station answer with what the station said (200), or with 202 and a \`commandId\` while it thinks. With
an \`Idempotency-Key\` header a repeated request is carried out once.

**Errors** are problem details (RFC 9457) with a stable \`code\`.

**Lists** come in pages: pass \`nextCursor\` as \`cursor\` to go on; null means that was all.
`;

/** The OpenAPI document of the application, for Swagger UI, for generated clients and for the drift check. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('TAU CSMS')
    .setDescription(DESCRIPTION.trim())
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key' }, 'api-key')
    .addSecurityRequirements('api-key')
    .build();
  return SwaggerModule.createDocument(app, settings, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}
