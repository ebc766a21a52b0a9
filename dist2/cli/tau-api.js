import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CliError } from './cli-error.js';
/** What the commands need of TAU's REST interface. */
export class TauApi {
    baseUrl;
    apiKey;
    constructor(
    /** http://host:port */
    baseUrl, apiKey) {
        this.baseUrl = baseUrl;
        this.apiKey = apiKey;
    }
    /** Registers a station; one that exists gets a new password. The password is shown only now. */
    async enrol(stationId, name) {
        const registered = await this.post('/stations', { stationId, ...(name !== undefined && { name }) });
        if (registered.status === 201)
            return passwordIn(registered);
        if (registered.status !== 409)
            throw refused(`register station ${stationId}`, registered);
        const renewed = await this.post(`/stations/${encodeURIComponent(stationId)}/credentials`, {});
        if (renewed.status !== 201)
            throw refused(`give station ${stationId} a new password`, renewed);
        return passwordIn(renewed);
    }
    /** Registers a token, unless it is registered already. */
    async createIdToken(token, properties = {}) {
        const answer = await this.post('/id-tokens', { ...token, ...properties });
        if (answer.status !== 201 && answer.status !== 409)
            throw refused(`register the token ${token.value}`, answer);
    }
    async post(route, body) {
        const response = await fetch(`${this.baseUrl}/api/v1${route}`, {
            method: 'POST',
            headers: { authorization: `Bearer ${this.apiKey}`, 'content-type': 'application/json' },
            body: JSON.stringify(body),
            signal: AbortSignal.timeout(30_000),
        }).catch(() => {
            throw notRunning(this.baseUrl);
        });
        if (response.status === 401 || response.status === 403) {
            throw new CliError('TAU refused the API key. Give an admin key with --api-key or TAU_API_KEY.');
        }
        const text = await response.text();
        return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : {} };
    }
}
/** The admin key of a TAU on this machine: the one given, else that of the environment, else the generated one. */
export function findApiKey(given, dataDir, env = process.env) {
    const key = given || env['TAU_API_KEY'] || env['ADMIN_API_KEY'];
    if (key)
        return key.trim();
    try {
        return readFileSync(path.join(dataDir, 'admin-api-key'), 'utf8').trim();
    }
    catch {
        return undefined;
    }
}
export const notRunning = (baseUrl) => new CliError(`TAU does not answer at ${baseUrl}. Start it with \`npm start\`, or name another place with --url.`);
const passwordIn = ({ body }) => String(body['password']);
const refused = (what, { status, body }) => new CliError(`TAU did not ${what}: ${status} ${String(body['detail'] ?? JSON.stringify(body))}`);
//# sourceMappingURL=tau-api.js.map