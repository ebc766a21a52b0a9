import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ValidationFailedError } from '../common/problems.js';
import type { CommandRequest } from './command-request.js';
import { keepingOf } from './when-offline.js';

export const IDEMPOTENCY_KEY = 'Idempotency-Key';

/** The parts of an HTTP request that say who asks for what; `operator` was put there by the guard. */
export interface AskingRequest {
  readonly method: string;
  readonly originalUrl: string;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body?: unknown;
  readonly operator: { readonly id: string };
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON value as text that does not depend on the order of keys; empty for none. */
export function canonicalBodyOf(body: unknown): string {
  try {
    const canonical = JSON.stringify(body, (_key, value: unknown) =>
      isPlainObject(value) ? Object.fromEntries(Object.entries(value).sort(byKey)) : value,
    );
    return canonical ?? '';
  } catch {
    throw new ValidationFailedError('The body is nested too deeply.');
  }
}

/** Reads who asks, and the key under which a repetition is recognised. */
export function commandRequestOf(request: AskingRequest): CommandRequest {
  const { method, originalUrl, operator } = request;
  const route = `${method} ${originalUrl.split('?')[0]}`;
  const asked = { operatorId: operator.id, route, ...keepingOf(originalUrl) };
  const key = request.headers[IDEMPOTENCY_KEY.toLowerCase()];
  if (key === undefined) return asked;
  if (typeof key !== 'string' || key.length < 1 || key.length > 255) {
    throw new ValidationFailedError(`${IDEMPOTENCY_KEY} has to be one text of 1 to 255 characters.`);
  }
  return { ...asked, idempotencyKey: key, canonicalBody: canonicalBodyOf(request.body) };
}

/** The `CommandRequest` of a route that commands a station. */
export const Asked = createParamDecorator((_data: unknown, context: ExecutionContext): CommandRequest =>
  commandRequestOf(context.switchToHttp().getRequest<AskingRequest>()),
);
