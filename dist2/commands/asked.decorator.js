import { createParamDecorator } from '@nestjs/common';
import { ValidationFailedError } from '../common/problems.js';
export const IDEMPOTENCY_KEY = 'Idempotency-Key';
const byKey = ([a], [b]) => (a < b ? -1 : 1);
const isPlainObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A JSON value as text that does not depend on the order of keys; empty for none. */
export function canonicalBodyOf(body) {
    try {
        const canonical = JSON.stringify(body, (_key, value) => isPlainObject(value) ? Object.fromEntries(Object.entries(value).sort(byKey)) : value);
        return canonical ?? '';
    }
    catch {
        throw new ValidationFailedError('The body is nested too deeply.');
    }
}
/** Reads who asks, and the key under which a repetition is recognised. */
export function commandRequestOf(request) {
    const asked = { operatorId: request.operator.id, route: `${request.method} ${request.originalUrl.split('?')[0]}` };
    const key = request.headers[IDEMPOTENCY_KEY.toLowerCase()];
    if (key === undefined)
        return asked;
    if (typeof key !== 'string' || key.length < 1 || key.length > 255) {
        throw new ValidationFailedError(`${IDEMPOTENCY_KEY} has to be one text of 1 to 255 characters.`);
    }
    return { ...asked, idempotencyKey: key, canonicalBody: canonicalBodyOf(request.body) };
}
/** The `CommandRequest` of a route that commands a station. */
export const Asked = createParamDecorator((_data, context) => commandRequestOf(context.switchToHttp().getRequest()));
//# sourceMappingURL=asked.decorator.js.map