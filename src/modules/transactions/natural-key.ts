import { digestOf, naturalKey } from '../../common/natural-key.js';

const lower = (token: unknown): unknown => (typeof token === 'string' ? token.toLowerCase() : token);

type Payload = Readonly<Record<string, unknown>>;

/** 1.6 start: (station,) connector, token, timestamp, meter. */
export const startKey = (p: Payload): string =>
  naturalKey('start', p['connectorId'], lower(p['idTag']), p['timestamp'], p['meterStart']);

/** 1.6 stop of a known transaction: its id alone, since a transaction stops once. */
export const stopKey = (transactionId: string): string => naturalKey('stop', transactionId);

/** 1.6 stop that names no known transaction: timestamp, meter, token. */
export const orphanStopKey = (p: Payload): string =>
  naturalKey('orphan', p['timestamp'], p['meterStop'], lower(p['idTag']));

/** 2.x event: transaction, seqNo, type, timestamp. The timestamp is there because a counter may wrap. */
export const eventKey = (transactionId: unknown, p: Payload): string =>
  naturalKey('event', transactionId, p['seqNo'], p['eventType'], p['timestamp']);

const ACTION = '"MeterValues"';

/** Meter values: nothing in them is a key, so the whole payload is, as it came. */
export const meterValuesKey = (frame: Uint8Array): string =>
  digestOf(frame.subarray(Buffer.from(frame.buffer, frame.byteOffset, frame.length).indexOf(ACTION) + ACTION.length));
