import type { OcppVersion } from '../../../src/ocpp/versions.js';

/** A message of a station: action and payload. */
export type Message = readonly [action: string, payload: Record<string, unknown>];

/** A transaction as its station sees it. */
export interface Charge {
  readonly token: string;
  readonly remoteStartId: number | undefined;
  /** Chosen by a 2.0.1 station; told to a 1.6 station, undefined until then. */
  id: string | number | undefined;
  /** Register of the meter; Wh. */
  readonly meterStart: number;
  meter: number;
  seqNo: number;
}

/** What a station of the load says in its version. */
export interface Words {
  readonly boot: Message;
  readonly status: (status: 'Available' | 'Occupied') => Message;
  readonly start: (charge: Charge) => Message;
  readonly meterValues: (charge: Charge) => Message;
  readonly stop: (charge: Charge) => Message;
}

const now = (): string => new Date().toISOString();

const V16: Words = {
  boot: ['BootNotification', { chargePointVendor: 'Faults', chargePointModel: 'Load16' }],
  status: (status) => [
    'StatusNotification',
    {
      connectorId: 1,
      errorCode: 'NoError',
      status: status === 'Occupied' ? 'Charging' : status,
      timestamp: now(),
    },
  ],
  start: ({ token, meterStart }) => [
    'StartTransaction',
    { connectorId: 1, idTag: token, meterStart, timestamp: now() },
  ],
  meterValues: ({ id, meter }) => [
    'MeterValues',
    {
      connectorId: 1,
      transactionId: id,
      meterValue: [{ timestamp: now(), sampledValue: [{ value: String(meter), context: 'Sample.Periodic' }] }],
    },
  ],
  stop: ({ id, meter }) => [
    'StopTransaction',
    { transactionId: id, meterStop: meter, timestamp: now(), reason: 'Local' },
  ],
};

const event = (charge: Charge, eventType: string, triggerReason: string, context: string, more: object): Message => [
  'TransactionEvent',
  {
    eventType,
    triggerReason,
    timestamp: now(),
    seqNo: charge.seqNo++,
    evse: { id: 1, connectorId: 1 },
    transactionInfo: {
      transactionId: charge.id,
      chargingState: eventType === 'Ended' ? 'Idle' : 'Charging',
      ...(eventType === 'Ended' && { stoppedReason: 'Local' }),
      ...(charge.remoteStartId !== undefined && { remoteStartId: charge.remoteStartId }),
    },
    meterValue: [{ timestamp: now(), sampledValue: [{ value: charge.meter, context }] }],
    ...more,
  },
];

const V201: Words = {
  boot: ['BootNotification', { reason: 'PowerUp', chargingStation: { vendorName: 'Faults', model: 'Load201' } }],
  status: (connectorStatus) => ['StatusNotification', { timestamp: now(), connectorStatus, evseId: 1, connectorId: 1 }],
  start: (charge) =>
    event(charge, 'Started', 'Authorized', 'Transaction.Begin', {
      idToken: { idToken: charge.token, type: 'ISO14443' },
    }),
  meterValues: (charge) => event(charge, 'Updated', 'MeterValuePeriodic', 'Sample.Periodic', {}),
  stop: (charge) => event(charge, 'Ended', 'EVDeparted', 'Transaction.End', {}),
};

export type LoadVersion = Extract<OcppVersion, '1.6' | '2.0.1'>;

export const WORDS: Record<LoadVersion, Words> = { '1.6': V16, '2.0.1': V201 };
