import { digestOf, naturalKey } from '../../common/natural-key.js';
const lower = (token) => (typeof token === 'string' ? token.toLowerCase() : token);
/** 1.6 start: (station,) connector, token, timestamp, meter. */
export const startKey = (p) => naturalKey('start', p['connectorId'], lower(p['idTag']), p['timestamp'], p['meterStart']);
/** 1.6 stop of a known transaction: its id alone, since a transaction stops once. */
export const stopKey = (transactionId) => naturalKey('stop', transactionId);
/** 1.6 stop that names no known transaction: timestamp, meter, token. */
export const orphanStopKey = (p) => naturalKey('orphan', p['timestamp'], p['meterStop'], lower(p['idTag']));
/** 2.x event: transaction, seqNo, type, timestamp. The timestamp is there because a counter may wrap. */
export const eventKey = (transactionId, p) => naturalKey('event', transactionId, p['seqNo'], p['eventType'], p['timestamp']);
const ACTION = '"MeterValues"';
/** Meter values: nothing in them is a key, so the whole payload is, as it came. */
export const meterValuesKey = (frame) => digestOf(frame.subarray(Buffer.from(frame.buffer, frame.byteOffset, frame.length).indexOf(ACTION) + ACTION.length));
//# sourceMappingURL=natural-key.js.map