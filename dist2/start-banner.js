import { existsSync } from 'node:fs';
import path from 'node:path';
/**
 * What somebody who has just started TAU wants to know: where to go, and how to get in.
 * @param listening the URL that TAU listens on
 * @param embedded whether it started the database itself
 */
export function startBanner(config, listening, embedded) {
    const base = config.http.publicUrl?.replace(/\/$/, '') ?? listening.replace(/\/\/(\[::1?\]|0\.0\.0\.0)/, '//localhost');
    const keyFile = path.join(config.dataDir, 'admin-api-key');
    const key = existsSync(keyFile) ? keyFile : 'set ADMIN_API_KEY and start again';
    return [
        'TAU is ready.',
        `  Swagger UI   ${base}/api`,
        `  API key      ${config.adminApiKey ? 'the one in ADMIN_API_KEY' : key}`,
        `  Stations     ${base.replace(/^http/, 'ws')}/ocpp/{stationId}`,
        ...(config.tls ? [`  Over TLS     ${overTls(base, config.tls.port)}/ocpp/{stationId}`] : []),
        `  Database     ${embedded ? `embedded, in ${config.dataDir}` : 'DATABASE_URL'}`,
    ].join('\n');
}
const overTls = (base, port) => `wss://${new URL(base).hostname}:${port}`;
//# sourceMappingURL=start-banner.js.map