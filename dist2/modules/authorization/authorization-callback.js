var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var AuthorizationCallback_1;
import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../common/clock.js';
import { Config } from '../../config/config.js';
import { AUTHORIZATION_STATUSES } from './authorization-decision.js';
const ANSWER = z.object({
    status: z.enum(AUTHORIZATION_STATUSES),
    groupId: z.string().min(1).max(36).nullish(),
    expiresAt: z.iso.datetime({ offset: true }).nullish(),
});
const WARNING_EVERY_MS = 60_000;
/**
 * Asks the operator's own server about a token, where AUTHORIZATION_CALLBACK_URL names one.
 *
 * It gets `POST` with JSON `{stationId, evseId?, idToken: {value, type}, purpose}`, where purpose is `authorize` (the
 * driver presents a token) or `transaction` (a start or an event carries it, perhaps hours late). It answers 200 with
 * JSON `{status, groupId?, expiresAt?}`: a status of OCPP 2.0.1, a group id of at most 36 characters, an RFC 3339 time.
 * `ConcurrentTx` means: accepted, but for one transaction at a time. A user and password in the URL are sent as HTTP
 * Basic. Redirects, other statuses, other bodies and silence beyond the timeout are failures. A PIN code travels in
 * the body only, so the URL should be https.
 */
let AuthorizationCallback = AuthorizationCallback_1 = class AuthorizationCallback {
    config;
    clock;
    configured;
    logger = new Logger(AuthorizationCallback_1.name);
    url;
    headers = { 'content-type': 'application/json', accept: 'application/json' };
    untoldFailures = 0;
    toldAt = -Infinity;
    constructor(config, clock) {
        this.config = config;
        this.clock = clock;
        const { callbackUrl } = config.authorization;
        this.configured = callbackUrl !== undefined;
        if (callbackUrl !== undefined)
            this.url = this.targetOf(callbackUrl);
    }
    /** The answer, or undefined when there is none that can be used. Never rejects. */
    async ask(question) {
        try {
            return await this.post(question);
        }
        catch (error) {
            this.failed(reasonOf(error));
            return undefined;
        }
    }
    async post(question) {
        const response = await fetch(this.url, {
            method: 'POST',
            headers: this.headers,
            body: JSON.stringify(question),
            redirect: 'error',
            signal: AbortSignal.timeout(this.config.authorization.callbackTimeoutMs),
        });
        if (response.status !== 200) {
            await response.body?.cancel();
            throw new UnusableAnswerError(`it answered HTTP ${response.status}`);
        }
        const { success, data } = ANSWER.safeParse(parsed(await response.text()));
        if (!success)
            throw new UnusableAnswerError('its answer is not {status, groupId?, expiresAt?}');
        return {
            status: data.status,
            ...(data.groupId && { groupId: data.groupId }),
            ...(data.expiresAt && { expiresAt: new Date(data.expiresAt) }),
        };
    }
    /** fetch refuses credentials within a URL, so they move to a header. */
    targetOf(callbackUrl) {
        const url = new URL(callbackUrl);
        if (url.username || url.password) {
            const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
            this.headers['authorization'] = `Basic ${Buffer.from(credentials).toString('base64')}`;
            url.username = url.password = '';
        }
        return url;
    }
    /** One line a minute at most: every driver in the network may be asking. */
    failed(reason) {
        this.untoldFailures++;
        const now = this.clock.monotonic();
        if (now - this.toldAt < WARNING_EVERY_MS)
            return;
        const { callbackFallback } = this.config.authorization;
        this.logger.warn(`The authorization callback failed (${this.untoldFailures} since the last such line): ${reason}. ` +
            `Its fallback "${callbackFallback}" holds.`);
        this.untoldFailures = 0;
        this.toldAt = now;
    }
};
AuthorizationCallback = AuthorizationCallback_1 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Config,
        Clock])
], AuthorizationCallback);
export { AuthorizationCallback };
class UnusableAnswerError extends Error {
}
/** The value behind a JSON text, undefined when it is none. The text itself must not reach a log. */
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function reasonOf(error) {
    if (error instanceof UnusableAnswerError)
        return error.message;
    if (error instanceof DOMException && error.name === 'TimeoutError')
        return 'it did not answer in time';
    const code = error.cause?.code;
    return `it could not be asked${typeof code === 'string' ? ` (${code})` : ''}`;
}
//# sourceMappingURL=authorization-callback.js.map