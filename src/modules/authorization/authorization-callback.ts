import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../common/clock.js';
import { Config } from '../../config/config.js';
import { AUTHORIZATION_STATUSES, type AuthorizationStatus } from './authorization-decision.js';
import type { TokenAdvice } from './token-advice.js';
import type { PresentedIdToken } from './id-token.js';

/** What the operator's server is told. */
export interface CallbackQuestion {
  readonly stationId: string;
  readonly evseId?: number;
  readonly idToken: PresentedIdToken;
  readonly purpose: 'authorize' | 'transaction';
}

export interface CallbackAnswer extends TokenAdvice {
  readonly status: AuthorizationStatus;
  readonly groupId?: string;
  readonly expiresAt?: Date;
  readonly cacheExpiresAt?: Date;
  readonly evseIds?: readonly number[];
}

const ANSWER = z.object({
  status: z.enum(AUTHORIZATION_STATUSES),
  groupId: z.string().min(1).max(36).nullish(),
  expiresAt: z.iso.datetime({ offset: true }).nullish(),
  cacheExpiresAt: z.iso.datetime({ offset: true }).nullish(),
  evseIds: z.array(z.int().min(1)).min(1).nullish(),
  chargingPriority: z.int().min(-9).max(9).nullish(),
  language1: z.string().min(1).max(8).nullish(),
  language2: z.string().min(1).max(8).nullish(),
  personalMessage: z
    .object({
      format: z.enum(['ASCII', 'HTML', 'URI', 'UTF8']),
      language: z.string().min(1).max(8).optional(),
      content: z.string().max(512),
    })
    .nullish(),
});

const WARNING_EVERY_MS = 60_000;

/**
 * Asks the operator's own server about a token, where AUTHORIZATION_CALLBACK_URL names one.
 *
 * It gets `POST` with JSON `{stationId, evseId?, idToken: {value, type}, purpose}`, where purpose is `authorize` (the
 * driver presents a token) or `transaction` (a start or an event carries it, perhaps hours late). It answers 200 with
 * JSON `{status, groupId?, expiresAt?}`: a status of OCPP 2.0.1, a group id of at most 36 characters, an RFC 3339 time;
 * and, named as under /id-tokens, `cacheExpiresAt`, `chargingPriority`, `language1`, `language2`, `personalMessage`, and
 * `evseIds`: the EVSEs of this station where the token is valid.
 * `ConcurrentTx` means: accepted, but for one transaction at a time. A user and password in the URL are sent as HTTP
 * Basic. Redirects, other statuses, other bodies and silence beyond the timeout are failures. A PIN code travels in
 * the body only, so the URL should be https.
 */
@Injectable()
export class AuthorizationCallback {
  readonly configured: boolean;
  private readonly logger = new Logger(AuthorizationCallback.name);
  private readonly url: URL | undefined;
  private readonly headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json' };
  private untoldFailures = 0;
  private toldAt = -Infinity;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    const { callbackUrl } = config.authorization;
    this.configured = callbackUrl !== undefined;
    if (callbackUrl !== undefined) this.url = this.targetOf(callbackUrl);
  }

  /** The answer, or undefined when there is none that can be used. Never rejects. */
  async ask(question: CallbackQuestion): Promise<CallbackAnswer | undefined> {
    try {
      return await this.post(question);
    } catch (error) {
      this.failed(reasonOf(error));
      return undefined;
    }
  }

  private async post(question: CallbackQuestion): Promise<CallbackAnswer> {
    const response = await fetch(this.url!, {
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
    if (!success) throw new UnusableAnswerError('its answer is not {status, groupId?, expiresAt?, ...}');
    const { status, expiresAt, cacheExpiresAt, ...rest } = data;
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value != null));
    return {
      status,
      ...(given as Omit<CallbackAnswer, 'status' | 'expiresAt' | 'cacheExpiresAt'>),
      ...(expiresAt && { expiresAt: new Date(expiresAt) }),
      ...(cacheExpiresAt && { cacheExpiresAt: new Date(cacheExpiresAt) }),
    };
  }

  /** fetch refuses credentials within a URL, so they move to a header. */
  private targetOf(callbackUrl: string): URL {
    const url = new URL(callbackUrl);
    if (url.username || url.password) {
      const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
      this.headers['authorization'] = `Basic ${Buffer.from(credentials).toString('base64')}`;
      url.username = url.password = '';
    }
    return url;
  }

  /** One line a minute at most: every driver in the network may be asking. */
  private failed(reason: string): void {
    this.untoldFailures++;
    const now = this.clock.monotonic();
    if (now - this.toldAt < WARNING_EVERY_MS) return;
    const { callbackFallback } = this.config.authorization;
    this.logger.warn(
      `The authorization callback failed (${this.untoldFailures} since the last such line): ${reason}. ` +
        `Its fallback "${callbackFallback}" holds.`,
    );
    this.untoldFailures = 0;
    this.toldAt = now;
  }
}

class UnusableAnswerError extends Error {}

/** The value behind a JSON text, undefined when it is none. The text itself must not reach a log. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof UnusableAnswerError) return error.message;
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'it did not answer in time';
  const code = (error as { cause?: { code?: unknown } }).cause?.code;
  return `it could not be asked${typeof code === 'string' ? ` (${code})` : ''}`;
}
