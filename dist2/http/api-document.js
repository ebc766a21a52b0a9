import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
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
/** What every operation may answer instead. */
const PROBLEM_RESPONSE = {
    description: 'What went wrong, as problem details',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const PROBLEM_SCHEMA = {
    type: 'object',
    description: 'Problem details (RFC 9457); some codes add members',
    required: ['type', 'title', 'status', 'detail', 'code'],
    properties: {
        type: { type: 'string', example: 'urn:tau:problem:station-unknown' },
        title: { type: 'string', example: 'Not Found' },
        status: { type: 'integer', example: 404 },
        detail: { type: 'string', description: 'What is wrong and what to do, for people' },
        code: { type: 'string', description: 'Stable; what programs decide on', example: 'station-unknown' },
        instance: { type: 'string', description: 'The path of the request' },
        errors: { type: 'array', items: { type: 'string' }, description: 'validation-failed: one line per broken rule' },
    },
};
/** The OpenAPI document of the application, for Swagger UI, for generated clients and for the drift check. */
export function apiDocument(app) {
    const settings = new DocumentBuilder()
        .setTitle('TAU CSMS')
        .setDescription(DESCRIPTION.trim())
        .setVersion(version)
        .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
        .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key' }, 'api-key')
        .addSecurityRequirements('api-key')
        .build();
    const document = SwaggerModule.createDocument(app, settings, {
        operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    });
    document.components.schemas['Problem'] = PROBLEM_SCHEMA;
    for (const operation of operationsOf(document))
        operation.responses['default'] = PROBLEM_RESPONSE;
    return document;
}
const operationsOf = (document) => Object.values(document.paths).flatMap(({ get, put, post, patch, delete: remove }) => [get, put, post, patch, remove].filter((operation) => operation !== undefined));
//# sourceMappingURL=api-document.js.map