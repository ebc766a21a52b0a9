import { naturalKey } from '../../common/natural-key.js';

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
