import { hash } from 'node:crypto';

/**
 * Digest of what makes two messages the same event. Built from the raw wire text, never from values that TAU
 * substituted, so that a retry is recognised by whatever process and at whatever time it arrives; message ids play no
 * part, since stations send a retry with the same id or with a new one.
 */
export function naturalKey(...parts: unknown[]): Buffer {
  const text = JSON.stringify(parts.map((part) => part ?? null));
  return hash('sha256', text, 'buffer').subarray(0, 16);
}
