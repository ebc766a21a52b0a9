import { startCsms } from '../support/csms.js';
import { rawStations } from '../support/raw-station.js';
import { jsonOf, sendDeviation, type Deviation } from './deviation.js';

const NOW = '2026-11-22T12:00:00.000Z';
const ACCEPTED = /^\[3,"d",\{"idTokenInfo":\{"status":"Accepted"\}\}\]$/;
const DONE = /^\[3,"d",\{\}\]$/;

type Row = [what: string, fields: Record<string, string | undefined>, seen?: Partial<Deviation>];

const event = ([what, fields, seen]: Row): Deviation => ({
  what,
  version: '2.0.1',
  action: 'TransactionEvent',
  payload: jsonOf({
    eventType: '"Started"',
    timestamp: '"2026-11-22T11:00:00Z"',
    triggerReason: '"CablePluggedIn"',
    seqNo: '0',
    transactionInfo: '{"transactionId":"T1"}',
    evse: '{"id":1,"connectorId":1}',
    ...fields,
  }),
  answer: DONE,
  transaction: { ocppTransactionId: 'T1', state: 'active' },
  ...seen,
});

const sampled = (...values: string[]): string =>
  `[{"timestamp":"2026-11-22T11:00:00Z","sampledValue":[${values.join(',')}]}]`;
const info = (fields: string): string => `{"transactionId":"T1",${fields}}`;
const startedAt = (time: string, ...rules: string[]): Partial<Deviation> => ({
  rules,
  transaction: { startedAt: time },
});

const EVENTS: Row[] = [
  [
    'without a zone',
    { timestamp: '"2026-11-22T11:00:00"' },
    startedAt('2026-11-22T11:00:00.000Z', 'timestamp-without-zone'),
  ],
  [
    'with +0300',
    { timestamp: '"2026-11-22T14:00:00+0300"' },
    startedAt('2026-11-22T11:00:00.000Z', 'timestamp-short-offset'),
  ],
  ['in 1970', { timestamp: '"1970-01-01T00:00:00Z"' }, startedAt(NOW, 'timestamp-out-of-range')],
  ['in the year 222222017', { timestamp: '"222222017-01-01T00:00:00Z"' }, startedAt(NOW, 'timestamp-unreadable')],
  ['without a time', { timestamp: undefined }, { ...startedAt(NOW), review: true }],
  ['without a seqNo', { seqNo: undefined }, { review: true }],
  ['with half a seqNo', { seqNo: '0.5' }, { review: true }],
  ['with a seqNo as text', { seqNo: '"0"' }, { rules: ['text-for-number'] }],
  ['with a seqNo beyond all numbers', { seqNo: '99999999999' }, { review: true }],
  ['for a reason of its own', { triggerReason: '"Boredom"' }, { review: true }],
  ['without a reason', { triggerReason: undefined }, { review: true }],
  [
    'in a state that does not exist',
    { transactionInfo: info('"chargingState":"Parked"') },
    { rules: ['unknown-value'], transaction: { chargingState: null } },
  ],
  [
    'in a state in other letters',
    { transactionInfo: info('"chargingState":"charging"') },
    { rules: ['letter-case'], transaction: { chargingState: 'Charging' } },
  ],
  [
    'with a transaction id that is a number',
    { transactionInfo: '{"transactionId":17}' },
    { rules: ['number-for-text'], transaction: { ocppTransactionId: '17' } },
  ],
  [
    'with too long a transaction id',
    { transactionInfo: `{"transactionId":"${'T'.repeat(50)}"}` },
    { rules: ['over-long-text'], transaction: { ocppTransactionId: 'T'.repeat(50) } },
  ],
  [
    'with a remoteStartId that is null',
    { transactionInfo: info('"remoteStartId":null') },
    { rules: ['empty-for-absent'], transaction: { remoteStartId: null } },
  ],
  [
    'with a remoteStartId beyond all numbers',
    { transactionInfo: info('"remoteStartId":1e15') },
    { review: true, transaction: { remoteStartId: null } },
  ],
  [
    'with an EVSE that is only a number',
    { evse: '1' },
    { rules: ['unusable-field'], review: true, transaction: { evseId: null } },
  ],
  ['with an EVSE beyond all numbers', { evse: '{"id":99999999999}' }, { review: true, transaction: { evseId: null } }],
  [
    'that was offline "true"',
    { offline: '"true"' },
    { rules: ['text-for-boolean'], transaction: { flags: ['offline'] } },
  ],
  [
    'with customData that break the rule for them',
    { customData: '{"vendorId":7,"x":[]}' },
    { rules: ['number-for-text'] },
  ],
  ['with customData that are a text', { customData: '"x"' }, { rules: ['custom-data'] }],
  ['with more than belongs into it', { temperature: '21' }, { rules: ['extra-property'] }],
  [
    'with a token of a type that does not exist',
    { idToken: '{"idToken":"TAG1","type":"NFC"}' },
    { answer: ACCEPTED, rules: ['unknown-token-type'], transaction: { idToken: { value: 'TAG1', type: 'NFC' } } },
  ],
  [
    'with a token in the shape of 1.6',
    { idToken: '"TAG1"' },
    { rules: ['unusable-field'], review: true, transaction: { idToken: null } },
  ],
  ['with an empty list of meter values', { meterValue: '[]' }, { rules: ['empty-list'] }],
  ['with meter values that are null', { meterValue: 'null' }, { rules: ['empty-for-absent'] }],
  [
    'with a value as text',
    { meterValue: sampled('{"value":"1000"}') },
    { rules: ['text-for-number'], meterValues: [{ value: 1000 }] },
  ],
  [
    'with a measurand that does not exist',
    { meterValue: sampled('{"value":50,"measurand":"Fan.Speed","unitOfMeasure":{"unit":"rpm"}}') },
    { rules: ['unknown-sample-label'], meterValues: [{ measurand: 'Fan.Speed', value: 50 }] },
  ],
  [
    'with a value that is no number among good ones',
    { meterValue: sampled('{"value":"full"}', '{"value":7}') },
    { rules: ['unusable-field'], review: true, meterValues: [{ value: 7 }] },
  ],
  [
    'with one meter value for a list',
    { meterValue: '{"timestamp":"2026-11-22T11:00:00Z","sampledValue":{"value":1000}}' },
    { rules: ['list-or-single'], meterValues: [{ value: 1000 }] },
  ],
  [
    'with a signed value that lacks its key',
    {
      meterValue: sampled(
        '{"value":1,"signedMeterValue":{"signedMeterData":"AAE=","signingMethod":"","encodingMethod":"OCMF"}}',
      ),
    },
    {
      rules: ['incomplete-signed-value'],
      meterValues: [{ signed: { signedMeterData: 'AAE=', signingMethod: '', encodingMethod: 'OCMF' } }],
    },
  ],
  [
    'with a multiplier beyond all numbers',
    { meterValue: sampled('{"value":1,"unitOfMeasure":{"unit":"Wh","multiplier":400}}') },
    { meterValues: [{ value: null }] },
  ],
];

const OTHERS: Deviation[] = [
  {
    what: 'MeterValues without samples',
    version: '2.0.1',
    action: 'MeterValues',
    payload: `{"evseId":1,"meterValue":${sampled()}}`,
    answer: DONE,
    rules: ['empty-list'],
  },
  {
    what: 'MeterValues without anything',
    version: '2.0.1',
    action: 'MeterValues',
    payload: '{}',
    answer: DONE,
  },
  {
    what: 'a StatusNotification without its time',
    version: '2.0.1',
    action: 'StatusNotification',
    payload: '{"connectorStatus":"Available","evseId":1,"connectorId":1}',
    answer: DONE,
    rules: ['timestamp-missing'],
    station: { evses: [{ connectors: [{ status: 'Available' }] }] },
  },
  {
    what: 'a StatusNotification for an EVSE beyond all numbers',
    version: '2.0.1',
    action: 'StatusNotification',
    payload: '{"timestamp":"2026-11-22T11:00:00Z","connectorStatus":"Available","evseId":99999999999,"connectorId":1}',
    answer: DONE,
    station: { evses: [] },
  },
  {
    what: 'a BootNotification for a reason of its own',
    version: '2.0.1',
    action: 'BootNotification',
    payload:
      '{"reason":"Why not","chargingStation":{"model":"M","vendorName":"V","serialNumber":7,"modem":{"iccid":""}}}',
    answer: /^\[3,"d",\{"status":"Accepted","interval":\d+,"currentTime":"2026-11-22T12:00:00.000Z"\}\]$/,
    rules: ['number-for-text', 'unknown-reason'],
    station: { bootReason: 'Unknown', serialNumber: '7' },
  },
  {
    what: 'an Authorize with an empty list',
    version: '2.0.1',
    action: 'Authorize',
    payload: '{"idToken":{"idToken":"TAG1","type":"iso14443","additionalInfo":[]}}',
    answer: ACCEPTED,
    rules: ['empty-list', 'letter-case'],
  },
  {
    what: 'a StatusNotification in the shape of 1.6',
    version: '2.0.1',
    action: 'StatusNotification',
    payload: '{"connectorId":1,"errorCode":"NoError","status":"Available"}',
    answer: /^\[4,"d","OccurrenceConstraintViolation","\w+ is required",/,
  },
  ...['eventType', 'transactionInfo'].map((missing) => ({
    ...event([`a TransactionEvent without ${missing}`, { [missing]: undefined }]),
    answer: new RegExp(`^\\[4,"d","OccurrenceConstraintViolation","${missing} is required",`),
    transaction: undefined,
  })),
  {
    ...event(['a TransactionEvent without an id', { transactionInfo: '{"chargingState":"Charging"}' }]),
    answer: /^\[4,"d","OccurrenceConstraintViolation","transactionInfo.transactionId is required",/,
    transaction: undefined,
  },
];

const IN_20: Deviation[] = [
  {
    what: 'an event without a zone, with fields that are legal there',
    version: '2.0',
    action: 'TransactionEvent',
    payload:
      '{"eventType":"Started","timestamp":"2026-11-22T11:00:00","triggerReason":"Authorized","seqNo":0,"transactionData":{"id":"T1","more":1},"own":{"x":1}}',
    answer: DONE,
    rules: ['timestamp-without-zone'],
    transaction: { ocppTransactionId: 'T1', startedAt: '2026-11-22T11:00:00.000Z' },
  },
  {
    what: 'an event in words of 2.0.1',
    version: '2.0',
    action: 'TransactionEvent',
    payload:
      '{"eventType":"Started","timestamp":"2026-11-22T11:00:00Z","triggerReason":"AbnormalCondition","seqNo":0,"transactionData":{"id":"T1","chargingState":"EVConnected"},"idToken":{"idToken":"TAG1","type":"MacAddress"}}',
    answer: ACCEPTED,
    rules: ['unknown-token-type', 'unknown-value'],
    review: true,
    transaction: { chargingState: null, idToken: { value: 'TAG1', type: 'MacAddress' } },
  },
  {
    what: 'an event in the shape of 2.0.1',
    version: '2.0',
    action: 'TransactionEvent',
    payload:
      '{"eventType":"Started","timestamp":"2026-11-22T11:00:00Z","triggerReason":"Authorized","seqNo":0,"transactionInfo":{"transactionId":"T1"}}',
    answer: /^\[4,"d","OccurrenceConstraintViolation","transactionData is required",/,
  },
];

describe('What real stations send in OCPP 2.0 and 2.0.1', () => {
  const csms = startCsms({ now: NOW, env: { AUTHORIZATION_POLICY: 'accept-all' } });
  const stations = rawStations(csms);
  let count = 0;
  beforeEach(() => void (csms.clock.wallTime = NOW));

  it.each(EVENTS.map(event))('a TransactionEvent $what is answered, kept as it came and counted', async (deviation) => {
    const station = await stations.booted(`EVENT-${++count}`, '2.0.1');

    await sendDeviation(csms, station, deviation);

    // nothing is wrong with what follows
    const transactionInfo = /"transactionInfo":(\{[^}]*\})/.exec(deviation.payload)![1];
    const end = `{"eventType":"Ended","timestamp":"2026-11-22T12:00:00Z","triggerReason":"EVDeparted","seqNo":1,"transactionInfo":${transactionInfo}}`;
    expect(await station.ask(`[2,"e","TransactionEvent",${end}]`)).toBe('[3,"e",{}]');
    const [ended, ...others] = await csms.operator.transactions({ stationId: station.stationId });
    expect([ended!.state, others]).toEqual(['ended', []]);
  });

  it.each([...OTHERS, ...IN_20])('$what is answered as it deserves (OCPP $version)', async (deviation) => {
    const station = await stations.booted(`OTHER-${++count}`, deviation.version);

    await sendDeviation(csms, station, deviation);

    expect(await station.ask('[2,"h","Heartbeat",{}]')).toMatch(/^\[3,"h",/);
  });
});
