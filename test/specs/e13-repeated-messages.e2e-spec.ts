import { OCPP_VERSIONS, type OcppVersion } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { onlyTransaction } from '../support/running-transactions.js';
import { RawStation } from '../support/raw-station.js';

type Answer = Record<string, unknown>;

const at = (minute: number) => `2026-11-22T10:0${minute}:00.000Z`;
const idToken = { idToken: 'ABCD1234', type: 'ISO14443' };

/** What may lie between a message and its repetition: how the station is there again. */
const BETWEEN = ['nothing', 'a new line', 'a restart of TAU'] as const;

describe('E13 · Transaction messages that come again', () => {
  const csms = startCsms({ now: '2026-11-22T12:00:00.000Z' });
  const stations: RawStation[] = [];
  beforeEach(() => csms.given.idToken({ value: 'ABCD1234' }));
  afterEach(() => stations.splice(0).forEach((station) => station.socket.terminate()));

  let calls = 0;
  const tell = async (station: RawStation, [action, payload]: Told, id?: string): Promise<Answer> => {
    const messageId = id ?? `m${++calls}`;
    const [kind, answered, answer] = JSON.parse(await station.ask(JSON.stringify([2, messageId, action, payload]))) as [
      number,
      string,
      Answer,
    ];
    expect([kind, answered]).toEqual([3, messageId]);
    return answer;
  };
  const connects = async (stationId: string, version: OcppVersion, again = false) => {
    const connect = again ? RawStation.connect : RawStation.booted;
    const station = await connect(csms, stationId, version);
    stations.push(station);
    return station;
  };

  type Told = readonly [action: string, payload: object];

  /** A transaction of 500 Wh, message by message; what comes later in 1.6 needs the id from the first answer. */
  const course = (version: OcppVersion, transactionId: () => number): (() => Told)[] => {
    if (version === '1.6') {
      const value = (n: number, wh: number) => [{ timestamp: at(n), sampledValue: [{ value: String(wh) }] }];
      return [
        () => ['StartTransaction', { connectorId: 1, idTag: 'ABCD1234', meterStart: 0, timestamp: at(0) }],
        () => ['MeterValues', { connectorId: 1, transactionId: transactionId(), meterValue: value(1, 200) }],
        () => ['StopTransaction', { transactionId: transactionId(), meterStop: 500, timestamp: at(2) }],
      ];
    }
    const event = (eventType: string, seqNo: number, value: number, context: string, more: object = {}): Told => [
      'TransactionEvent',
      {
        eventType,
        seqNo,
        timestamp: at(seqNo),
        triggerReason: 'MeterValuePeriodic',
        ...(version === '2.0' ? { transactionData: { id: 'T' } } : { transactionInfo: { transactionId: 'T' } }),
        meterValue: [{ timestamp: at(seqNo), sampledValue: [{ value, context }] }],
        ...more,
      },
    ];
    return [
      () => event('Started', 0, 0, 'Transaction.Begin', { evse: { id: 1, connectorId: 1 }, idToken }),
      () => event('Updated', 1, 200, 'Sample.Periodic'),
      () => event('Ended', 2, 500, 'Transaction.End'),
    ];
  };

  describe.each(OCPP_VERSIONS)('in OCPP %s', (version) => {
    it.each(BETWEEN.flatMap((between) => [[between, 'its id'] as const, [between, 'another id'] as const]))(
      'count once with %s between, under %s',
      async (between, under) => {
        const stationId = `E13-${version}-${BETWEEN.indexOf(between)}-${under.replace(' ', '-')}`;
        let station = await connects(stationId, version);
        let transactionId: unknown;
        const answers: Answer[] = [];

        for (const [i, message] of course(version, () => transactionId as number).entries()) {
          const id = `id-${i}`;
          const first = await tell(station, message(), id);
          transactionId ??= first['transactionId'];
          if (between !== 'nothing') {
            station.socket.terminate();
            if (between === 'a restart of TAU') await csms.restart();
            station = await connects(stationId, version, true);
          }
          const again = await tell(station, message(), under === 'its id' ? id : undefined);
          answers.push(again);
          expect(again).toEqual(first);
        }

        const transaction = await onlyTransaction(csms, stationId);
        expect(transaction).toMatchObject({
          state: 'ended',
          energyWh: 500,
          flags: expect.not.arrayContaining(['seq-no-repeated']),
          completeness: { state: 'complete', missingSeqNos: [] },
        });
        expect(await csms.operator.events(transaction.id)).toHaveLength(answers.length);
        const values = await csms.operator.meterValues(transaction.id);
        expect(values.map(({ value }) => value)).toEqual(version === '1.6' ? [200] : [0, 200, 500]);
      },
      20_000,
    );

    it('count once although the whole transaction comes again after it ended', async () => {
      const stationId = `E13-${version}-whole`;
      const station = await connects(stationId, version);
      let transactionId: unknown;
      const messages = course(version, () => transactionId as number);
      for (const message of messages) {
        const answer = await tell(station, message());
        transactionId ??= answer['transactionId'];
      }
      const before = await csms.operator.transactions({ stationId });
      await csms.restart();
      const back = await connects(stationId, version);

      for (const message of messages) await tell(back, message());
      for (const message of messages.toReversed()) await tell(back, message());

      expect(await csms.operator.transactions({ stationId })).toEqual(before);
      expect(await csms.operator.events(before[0]!.id)).toHaveLength(messages.length);
    });

    it('count once when they come after an operator closed and corrected the transaction', async () => {
      const stationId = `E13-${version}-closed`;
      const station = await connects(stationId, version);
      let transactionId: unknown;
      const [start, value] = course(version, () => transactionId as number);
      transactionId = (await tell(station, start!()))['transactionId'];
      await tell(station, value!());
      const transaction = await onlyTransaction(csms, stationId);
      await csms.operator.closeTransaction(transaction.id, { reason: 'gone', meterStopWh: 300 });
      const closed = await csms.operator.transaction(transaction.id);

      await tell(station, start!());
      await tell(station, value!());

      expect(await csms.operator.transactions({ stationId })).toEqual([closed]);
      expect(await csms.operator.events(transaction.id)).toHaveLength(2);
    });
  });
});
