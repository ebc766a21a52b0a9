import { startCsms } from '../support/csms.js';
import { rawStations } from '../support/raw-station.js';
import { jsonOf, sendDeviation, type Deviation } from './deviation.js';

const NOW = '2026-11-22T12:00:00.000Z';
const STARTED = /^\[3,"d",\{"transactionId":\d+,"idTagInfo":\{"status":"Accepted"\}\}\]$/;
const DONE = /^\[3,"d",\{\}\]$/;

type Fields = Record<string, string | undefined>;
type Row = [what: string, fields: Fields, seen?: Partial<Deviation>];

const startTransaction = ([what, fields, seen]: Row): Deviation => ({
  what,
  version: '1.6',
  action: 'StartTransaction',
  payload: jsonOf({
    connectorId: '1',
    idTag: '"TAG1"',
    meterStart: '1000',
    timestamp: '"2026-11-22T11:00:00Z"',
    ...fields,
  }),
  answer: STARTED,
  transaction: { evseId: 1, state: 'active' },
  ...seen,
});

const startedAt = (time: string, ...rules: string[]): Partial<Deviation> => ({
  rules,
  transaction: { startedAt: time, meterStartWh: 1000 },
});

const STARTS: Row[] = [
  [
    'without a zone',
    { timestamp: '"2026-11-22T11:00:00"' },
    startedAt('2026-11-22T11:00:00.000Z', 'timestamp-without-zone'),
  ],
  [
    'with +03',
    { timestamp: '"2026-11-22T14:00:00+03"' },
    startedAt('2026-11-22T11:00:00.000Z', 'timestamp-short-offset'),
  ],
  [
    'with a space',
    { timestamp: '"2026-11-22 11:00:00Z"' },
    startedAt('2026-11-22T11:00:00.000Z', 'timestamp-spelling'),
  ],
  ['in 1970', { timestamp: '"1970-01-01T00:03:12Z"' }, startedAt(NOW, 'timestamp-out-of-range')],
  ['in a year', { timestamp: '"2027-11-22T11:00:00Z"' }, startedAt(NOW, 'timestamp-out-of-range')],
  ['in the year 222222017', { timestamp: '"222222017-01-01T00:00:00Z"' }, startedAt(NOW, 'timestamp-unreadable')],
  ['in month 00', { timestamp: '"2026-00-22T11:00:00Z"' }, startedAt(NOW, 'timestamp-unreadable')],
  ['in no time at all', { timestamp: '"never"' }, startedAt(NOW, 'timestamp-unreadable')],
  [
    'with nine digits of a second',
    { timestamp: '"2026-11-22T11:00:00.123456789Z"' },
    startedAt('2026-11-22T11:00:00.123Z'),
  ],
  [
    'with an offset of half an hour',
    { timestamp: '"2026-11-22T16:30:00+05:30"' },
    startedAt('2026-11-22T11:00:00.000Z'),
  ],
  ['in a leap second', { timestamp: '"2016-12-31T23:59:60Z"' }, startedAt('2017-01-01T00:00:00.000Z')],
  ['with an empty time', { timestamp: '""' }, { ...startedAt(NOW, 'empty-for-absent'), review: true }],
  [
    'with a time that is a number',
    { timestamp: '1763809200' },
    { ...startedAt(NOW, 'number-for-text', 'timestamp-unreadable') },
  ],
  ['without a time', { timestamp: undefined }, { ...startedAt(NOW), review: true }],
  ['without a meter value', { meterStart: undefined }, { review: true, transaction: { meterStartWh: null } }],
  ['with decimals', { meterStart: '1000.6' }, { rules: ['decimal-for-integer'], transaction: { meterStartWh: 1001 } }],
  [
    'with a number as text',
    { meterStart: '"1000"' },
    { rules: ['text-for-number'], transaction: { meterStartWh: 1000 } },
  ],
  ['with a negative register', { meterStart: '-5' }, { transaction: { meterStartWh: -5 } }],
  ['with a register that is a word', { meterStart: '"full"' }, { review: true, transaction: { meterStartWh: null } }],
  ['with a connector as text', { connectorId: '"2"' }, { rules: ['text-for-number'], transaction: { evseId: 2 } }],
  ['on connector 0', { connectorId: '0' }, { transaction: { evseId: null } }],
  ['on connector 42', { connectorId: '42' }, { transaction: { evseId: 42 } }],
  [
    'with an idTag that is a number',
    { idTag: '1234567' },
    { rules: ['number-for-text'], transaction: { idToken: { value: '1234567', type: 'ISO14443' } } },
  ],
  ['with more than belongs into it', { vendor: '{"a":[1]}' }, { rules: ['extra-property'] }],
  [
    'with a reservation that is null',
    { reservationId: 'null' },
    { rules: ['empty-for-absent'], transaction: { reservationId: null } },
  ],
];

const stopTransaction = (id: string, [what, fields, seen]: Row): Deviation => ({
  what,
  version: '1.6',
  action: 'StopTransaction',
  payload: jsonOf({ transactionId: id, meterStop: '2500', timestamp: '"2026-11-22T11:30:00Z"', ...fields }),
  answer: DONE,
  transaction: { state: 'ended', energyWh: 1500 },
  ...seen,
});

const data = (...sampledValue: string[]): string =>
  `[{"timestamp":"2026-11-22T11:30:00Z","sampledValue":[${sampledValue.join(',')}]}]`;

const STOPS: Row[] = [
  [
    'for a reason of its own',
    { reason: '"Boredom"' },
    { rules: ['unknown-reason'], transaction: { stopReason: 'Other' } },
  ],
  [
    'for a reason in other letters',
    { reason: '"local"' },
    { rules: ['letter-case'], transaction: { stopReason: 'Local' } },
  ],
  ['with decimals', { meterStop: '2499.7' }, { rules: ['decimal-for-integer'], transaction: { energyWh: 1500 } }],
  ['with numbers as texts', { meterStop: '"2500"' }, { rules: ['text-for-number'] }],
  [
    'with -1 for the register',
    { meterStop: '-1' },
    { transaction: { state: 'ended', energyWh: null, meterStopWh: -1, flags: ['negative-energy'] } },
  ],
  [
    'with a register below that of the start',
    { meterStop: '900' },
    { transaction: { state: 'ended', energyWh: null, flags: ['negative-energy'] } },
  ],
  [
    'without a register',
    { meterStop: undefined },
    {
      review: true,
      // the last that is known of the register is its start, and that is no end
      transaction: { state: 'ended', energyWh: null, flags: ['needs-review', 'no-energy-values'] },
    },
  ],
  [
    'without a time',
    { timestamp: undefined },
    { review: true, transaction: { state: 'ended', endedAt: NOW, energyWh: 1500 } },
  ],
  [
    'in 1970',
    { timestamp: '"1970-01-01T00:00:00Z"' },
    { rules: ['timestamp-out-of-range'], transaction: { endedAt: NOW, energyWh: 1500 } },
  ],
  ['with empty data', { transactionData: '[]' }, {}],
  ['with data that hold no sample', { transactionData: data() }, {}],
  ['with data that are null', { transactionData: 'null' }, { rules: ['empty-for-absent'] }],
  ['with data that are no list', { transactionData: '"none"' }, { rules: ['unusable-field'], review: true }],
  [
    'with a sample that is no object among good ones',
    { transactionData: data('7', '{"value":"2500","context":"Transaction.End"}') },
    { rules: ['unusable-field'], review: true },
  ],
];

const NOT_OF_TRANSACTIONS: Deviation[] = [
  {
    what: 'a BootNotification with texts that are too long and fields of its own',
    version: '1.6',
    action: 'BootNotification',
    payload: `{"chargePointVendor":"${'V'.repeat(21)}","chargePointModel":"Model","chargePointSerialNumber":"${'4'.repeat(33)}","chargeBoxId":"x"}`,
    answer: /^\[3,"d",\{"status":"Accepted","interval":\d+,"currentTime":"2026-11-22T12:\d\d:\d\d\.000Z"\}\]$/,
    rules: ['extra-property', 'over-long-text'],
    station: { vendor: 'V'.repeat(21), serialNumber: '4'.repeat(33) },
  },
  {
    what: 'a StatusNotification with an error code that does not exist',
    version: '1.6',
    action: 'StatusNotification',
    payload: '{"connectorId":1,"errorCode":"Error","status":"Faulted","info":"null","vendorErrorCode":"0x0000"}',
    answer: DONE,
    rules: ['null-word', 'unknown-reason'],
    station: {
      evses: [{ connectors: [{ status: 'Faulted', errorCode: 'OtherError', info: null, vendorErrorCode: '0x0000' }] }],
    },
  },
  {
    what: 'a StatusNotification with more info than there may be',
    version: '1.6',
    action: 'StatusNotification',
    payload: `{"connectorId":"1","errorCode":"noerror","status":"AVAILABLE","info":"${'long '.repeat(12)}","timestamp":"2026-11-22T11:00:00"}`,
    answer: DONE,
    rules: ['letter-case', 'over-long-text', 'text-for-number', 'timestamp-without-zone'],
    station: { evses: [{ connectors: [{ status: 'Available', info: 'long '.repeat(12) }] }] },
  },
  {
    what: 'a StatusNotification with an empty time',
    version: '1.6',
    action: 'StatusNotification',
    payload: '{"connectorId":0,"errorCode":"NoError","status":"Available","timestamp":""}',
    answer: DONE,
    rules: ['empty-for-absent'],
    station: { status: { status: 'Available', stationTimestamp: null } },
  },
];

describe('What real stations send in OCPP 1.6', () => {
  const csms = startCsms({ now: NOW, env: { AUTHORIZATION_POLICY: 'accept-all' } });
  const stations = rawStations(csms);
  let count = 0;
  const booted = () => stations.booted(`REAL-${++count}`, '1.6');
  beforeEach(() => void (csms.clock.wallTime = NOW));

  describe('a StartTransaction', () => {
    it.each(STARTS.map(startTransaction))('$what is answered, kept as it came and counted', async (deviation) => {
      const station = await booted();

      const answer = await sendDeviation(csms, station, deviation);

      // nothing is wrong with what follows
      const { transactionId } = JSON.parse(answer)[2];
      const stop = `{"transactionId":${transactionId},"meterStop":2500,"timestamp":"2026-11-22T12:00:00Z"}`;
      expect(await station.ask(`[2,"s","StopTransaction",${stop}]`)).toBe('[3,"s",{}]');
      const [ended, ...others] = await csms.operator.transactions({ stationId: station.stationId });
      expect([ended!.state, others]).toEqual(['ended', []]);
    });

    it('that is repeated is the same transaction, although its time was replaced', async () => {
      const station = await booted();
      const payload = '{"connectorId":1,"idTag":"TAG1","meterStart":1000,"timestamp":"1970-01-01T00:03:12Z"}';

      const first = await station.ask(`[2,"d1","StartTransaction",${payload}]`);
      await csms.clock.advance(60_000);
      const again = await station.ask(`[2,"d2","StartTransaction",${payload}]`);

      expect(JSON.parse(again)[2]).toEqual(JSON.parse(first)[2]);
      expect(await csms.operator.transactions({ stationId: station.stationId })).toHaveLength(1);
    });
  });

  describe('a StopTransaction', () => {
    it.each(STOPS)('%s is answered, kept as it came and counted', async (...row) => {
      const station = await booted();
      const start = '{"connectorId":1,"idTag":"TAG1","meterStart":1000,"timestamp":"2026-11-22T11:00:00Z"}';
      const { transactionId } = JSON.parse(await station.ask(`[2,"a","StartTransaction",${start}]`))[2];

      await sendDeviation(csms, station, stopTransaction(String(transactionId), row as Row));
    });

    it.each(['0', '-1', '4711', '9223372036854775807', '"12ab"', '1.5', 'null'])(
      'of the transaction %s, which nobody knows, is answered once and for all, or with its error',
      async (id) => {
        const station = await booted();
        const stop = `{"transactionId":${id},"meterStop":2500,"timestamp":"2026-11-22T11:30:00Z"}`;

        const answer = await station.ask(`[2,"s","StopTransaction",${stop}]`);
        const again = await station.ask(`[2,"s","StopTransaction",${stop}]`);

        expect(again).toBe(answer);
        if (/^-?\d+$/.test(id)) {
          expect(answer).toBe('[3,"s",{}]');
          const path = `/stations/${station.stationId}/unmatched-events`;
          const { items } = (await csms.operator.get(path)).body;
          expect(items.map(({ flags }: { flags: string[] }) => flags)).toEqual([['transaction-unknown']]);
        } else {
          expect(answer).toMatch(/^\[4,"s","(TypeConstraintViolation|OccurenceConstraintViolation)"/);
        }
      },
    );
  });

  describe('MeterValues', () => {
    const meterValues = (payload: Fields) =>
      jsonOf({ connectorId: '1', meterValue: data('{"value":"1"}'), ...payload });

    it.each<[string, string, string[], object[]]>([
      ['values as numbers', '{"value":1234.5}', ['number-for-text'], [{ value: 1234.5, unit: 'Wh' }]],
      [
        'units in spellings of their own',
        '{"value":"21","measurand":"Temperature","unit":"C"}',
        ['unit-spelling'],
        [{ value: 21, unit: 'Celsius' }],
      ],
      ['kWh', '{"value":"1.5","unit":"kWh"}', [], [{ value: 1500, unit: 'Wh' }]],
      [
        'a measurand and a unit that do not exist',
        '{"value":"50","measurand":"Fan.Speed","unit":"Hz"}',
        ['unknown-sample-label'],
        [{ measurand: 'Fan.Speed', unit: 'Hz' }],
      ],
      [
        'a context in other letters',
        '{"value":"1","context":"sample.clock"}',
        ['letter-case'],
        [{ context: 'Sample.Clock' }],
      ],
      ['a value that is no number', '{"value":"NaN"}', [], [{ value: null }]],
      [
        'a phase between line and neutral for a current',
        '{"value":"16","measurand":"Current.Import","phase":"L1-N","unit":"A"}',
        [],
        [{ phase: 'L1-N', value: 16 }],
      ],
      [
        'one sample that cannot be used among others',
        '{"value":["x"]},{"value":"7"}',
        ['unusable-field'],
        [{ value: 7 }],
      ],
    ])('with %s are kept as far as they can be', async (_, samples, rules, meterValuesSeen) => {
      const station = await booted();
      const start = '{"connectorId":1,"idTag":"TAG1","meterStart":0,"timestamp":"2026-11-22T11:00:00Z"}';
      const { transactionId } = JSON.parse(await station.ask(`[2,"a","StartTransaction",${start}]`))[2];

      await sendDeviation(csms, station, {
        what: '',
        version: '1.6',
        action: 'MeterValues',
        payload: meterValues({ transactionId: String(transactionId), meterValue: data(samples) }),
        answer: DONE,
        rules,
        review: rules.includes('unusable-field'),
        transaction: { state: 'active' },
        meterValues: meterValuesSeen,
      });
    });

    it.each<[string, Fields]>([
      ['no samples', { meterValue: data() }],
      ['no values at all', { meterValue: '[]' }],
      ['nothing', { connectorId: undefined, meterValue: undefined }],
      ['a connector that does not exist', { connectorId: '-7' }],
      ['connector 0', { connectorId: '0' }],
      ['a transaction that nobody knows', { transactionId: '9223372036854775807' }],
      ['a connector beyond all numbers', { connectorId: '99999999999' }],
      ['a value beyond all numbers', { meterValue: data('{"value":"1e308"}') }],
      ['a value of a thousand digits', { meterValue: data(`{"value":"${'9'.repeat(1000)}"}`) }],
    ])('with %s are answered', async (_, fields) => {
      const station = await booted();

      expect(await station.ask(`[2,"d","MeterValues",${meterValues(fields)}]`)).toBe('[3,"d",{}]');
    });
  });

  it.each(NOT_OF_TRANSACTIONS)('$what is answered, and counted', async (deviation) => {
    await sendDeviation(csms, await booted(), deviation);
  });

  it('numbers that no column holds are answered all the same, and harm nobody', async () => {
    const station = await booted();
    const other = await booted();
    const start = (fields: Fields) => startTransaction(['', fields]).payload;

    const [huge, ordinary] = await Promise.all([
      station.ask(`[2,"d","StartTransaction",${start({ connectorId: '99999999999', reservationId: '99999999999' })}]`),
      other.ask(`[2,"d","StartTransaction",${start({})}]`),
    ]);

    expect([huge, ordinary]).toEqual([expect.stringMatching(STARTED), expect.stringMatching(STARTED)]);
    expect(await csms.operator.transactions({ stationId: station.stationId })).toMatchObject([
      { evseId: null, reservationId: null, meterStartWh: 1000, flags: ['needs-review'] },
    ]);
  });
});
