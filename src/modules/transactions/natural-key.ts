import { createHash } from 'node:crypto';

/**
 * Digest of what makes two messages the same event. Built from the raw wire text, never from values that TAU
 * substituted, so that a retry is recognised by whatever process and at whatever time it arrives; message ids play no
 * part, since stations send a retry with the same id or with a new one.
 */
function naturalKey(...parts: unknown[]): Buffer {
  const text = JSON.stringify(parts.map((part) => part ?? null));
  return createHash('sha256').update(text).digest().subarray(0, 16);
}

const lower = (token: unknown): unknown => (typeof token === 'string' ? token.toLowerCase() : token);

type Payload = Readonly<Record<string, unknown>>;

/** 1.6 start: (station,) connector, token, timestamp, meter. */
export const startKey = (p: Payload): Buffer =>
  naturalKey('start', p['connectorId'], lower(p['idTag']), p['timestamp'], p['meterStart']);

/** 1.6 stop of a known transaction: its id alone, since a transaction stops once. */
export const stopKey = (transactionId: string): Buffer => naturalKey('stop', transactionId);

/** 1.6 stop that names no known transaction: timestamp, meter, token. */
export const orphanStopKey = (p: Payload): Buffer =>
  naturalKey('orphan', p['timestamp'], p['meterStop'], lower(p['idTag']));

/** 2.x event: transaction, seqNo, type, timestamp. The timestamp is there because a counter may wrap. */
export const eventKey = (transactionId: unknown, p: Payload): Buffer =>
  naturalKey('event', transactionId, p['seqNo'], p['eventType'], p['timestamp']);

/** Meter values: nothing in them is a key, so the whole payload is. */
export const meterValuesKey = (p: Payload): Buffer => naturalKey('meter-values', p);
