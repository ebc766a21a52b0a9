import { hash } from 'node:crypto';
/**
 * Digest of what makes two messages the same event. Built from the raw wire text, never from values that TAU
 * substituted, so that a retry is recognised by whatever process and at whatever time it arrives; message ids play no
 * part, since stations send a retry with the same id or with a new one.
 * @returns 32 hexadecimal digits
 */
export function naturalKey(...parts) {
    const text = JSON.stringify(parts.map((part) => part ?? null));
    return digestOf(text);
}
/** The same of what is one text already. */
export const digestOf = (text) => hash('sha256', text, 'hex').slice(0, 32);
//# sourceMappingURL=natural-key.js.map