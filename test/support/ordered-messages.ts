import { toSample } from '../../src/modules/meter-values/sample.js';
import { eventKey } from '../../src/modules/transactions/natural-key.js';
import type { OrderedMessage } from '../../src/modules/transactions/progress.js';
import type { TransactionMessage } from '../../src/modules/transactions/transaction-message.js';

/** When the transactions of these messages begin. */
export const T0 = Date.parse('2026-11-22T10:00:00Z');

/** What of a message a test cares about. */
export interface Said {
  step?: TransactionMessage['step'];
  seqNo: number;
  wh?: number;
  context?: string;
  time?: number;
  idToken?: string;
  over?: Partial<OrderedMessage>;
}

/** A message of a transaction with its place in the order: a minute after the one before, unless told otherwise. */
export function message({
  step = 'updated',
  seqNo,
  wh,
  context,
  time = seqNo * 60_000,
  idToken,
  over,
}: Said): OrderedMessage {
  const at = new Date(T0 + time);
  return {
    id: `id-${seqNo}`,
    stationUuid: 'station',
    version: '2.0.1',
    step,
    kind: 'TransactionEvent',
    ocppTransactionId: 'tx',
    name: 'station tx',
    naturalKey: eventKey('tx', { seqNo, eventType: step, timestamp: at.toISOString() }),
    seqNo,
    order: seqNo,
    time: at,
    stationTimestamp: at.toISOString(),
    timeSubstituted: false,
    receivedAt: at,
    offline: false,
    frame: Buffer.alloc(0),
    samples: wh === undefined ? [] : [toSample({ value: String(wh), context }, at)],
    evseId: undefined,
    connectorId: undefined,
    idToken: idToken === undefined ? undefined : { value: idToken, type: 'ISO14443' },
    registerWh: undefined,
    chargingState: undefined,
    stopReason: undefined,
    remoteStartId: undefined,
    reservationId: undefined,
    flags: [],
    ...over,
  };
}
