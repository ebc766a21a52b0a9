import fc from 'fast-check';
import { OCPP_VERSIONS, type StationRequests } from '../../src/ocpp/index.js';
import { SimulatedStation } from '../../src/cli/simulator/index.js';
import { startCsms } from '../support/csms.js';
import { keeping, register, ToldTransaction, type Said } from '../support/transaction-events.js';

type Event = StationRequests['2.0.1']['TransactionEvent'];

const CARD = { value: 'ABCD1234', type: 'ISO14443' } as const;
const EVSE = { id: 1, connectorId: 1 };
const MINUTE_MS = 60_000;

/** Everything at least once, in any order, and some of it again. */
const anyhow = <T>(messages: readonly T[]): fc.Arbitrary<T[]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...messages], { minLength: messages.length }),
      fc.array(fc.tuple(fc.constantFrom(...messages), fc.nat(messages.length)), { maxLength: 4 }),
    )
    .map(([all, again]) => again.reduce((list, [message, at]) => list.toSpliced(at, 0, message), all));

/** Rising registers in Wh, from the begin to the end of a transaction. */
const registers = fc
  .array(fc.integer({ min: 0, max: 20_000 }), { minLength: 2, maxLength: 6 })
  .map((values) => values.sort((a, b) => a - b));

describe('E11 E12 · Transactions that are told late', () => {
  const csms = startCsms({ now: '2026-11-22T12:00:00.000Z' });

  beforeEach(() => csms.given.idToken(CARD));

  const at = (minutes: number) => new Date(Date.parse('2026-11-22T11:00:00.000Z') + minutes * MINUTE_MS);
  const transactionsOf = (stationId: string) => csms.operator.transactions({ stationId });

  describe('come to the same, in whatever order and however often their messages come', () => {
    // every message is a round trip
    const RUNS = { numRuns: 25 };

    it('in OCPP 2.0.1', async () => {
      const station = await csms.station('E11-any-order', '2.0.1').boots();
      let runs = 0;

      await fc.assert(
        fc.asyncProperty(
          registers.chain((wh) => fc.tuple(fc.constant(wh), anyhow(eventsOf(wh)))),
          async ([wh, events]) => {
            // each run tells a transaction of its own, also where a failure is made smaller
            const transactionId = `RUN-${++runs}`;
            for (const event of events) {
              const transactionInfo = { ...event.transactionInfo, transactionId };
              await station.call('TransactionEvent', { ...event, transactionInfo });
            }

            const transaction = await named('E11-any-order', transactionId);
            expect(transaction).toMatchObject({
              ...charged(wh),
              meterStartWh: wh[0],
              meterStopWh: wh.at(-1),
              idToken: CARD,
              evseId: 1,
              stopReason: 'Local',
              flags: [],
            });
            expect((await csms.operator.meterValues(transaction.id)).map(({ value }) => value)).toEqual(wh);
          },
        ),
        RUNS,
      );
    }, 60_000);

    it('in OCPP 1.6, once the start has been answered', async () => {
      const station = await csms.station('E11-any-order-16', '1.6').boots();
      let runs = 0;

      await fc.assert(
        fc.asyncProperty(
          registers.chain((wh) => fc.tuple(fc.constant(wh), anyhow(wh.slice(1).map((_, i) => i + 1)))),
          async ([wh, minutes]) => {
            const { transactionId } = await station.call('StartTransaction', {
              connectorId: 1,
              // by its token each run is a start of its own
              idTag: `RUN-${++runs}`,
              meterStart: wh[0]!,
              timestamp: at(0).toISOString(),
            });
            const last = wh.length - 1;
            for (const minute of minutes) {
              const timestamp = at(minute).toISOString();
              const sampledValue = [{ value: String(wh[minute]), context: 'Sample.Periodic' as const }];
              await (minute === last
                ? station.call('StopTransaction', { transactionId, meterStop: wh[last]!, timestamp })
                : station.call('MeterValues', {
                    connectorId: 1,
                    transactionId,
                    meterValue: [{ timestamp, sampledValue }],
                  }));
            }

            const transaction = await named('E11-any-order-16', String(transactionId));
            expect(transaction).toMatchObject({ ...charged(wh), flags: [] });
            const values = (await csms.operator.meterValues(transaction.id)).map(({ value }) => value);
            expect(values).toEqual(wh.slice(1, last));
          },
        ),
        RUNS,
      );
    }, 60_000);

    /** A transaction in 2.0.1 words: a register reading each minute. */
    function eventsOf(wh: readonly number[]): Event[] {
      const events: Event[] = [];
      let minute = 0;
      const told = new ToldTransaction(keeping(events), () => at(minute));
      const reading = (context: 'Transaction.Begin' | 'Sample.Periodic' | 'Transaction.End'): Said => ({
        meterValue: [register(at(minute), wh[minute]!, { context })],
      });
      void told.started('Authorized', { idToken: CARD.value, evse: EVSE, ...reading('Transaction.Begin') });
      for (minute = 1; minute < wh.length - 1; minute++) {
        void told.updated('MeterValuePeriodic', reading('Sample.Periodic'));
      }
      void told.ended('StopAuthorized', { stoppedReason: 'Local', ...reading('Transaction.End') });
      return events;
    }

    const charged = (wh: readonly number[]) => ({
      state: 'ended',
      startedAt: at(0).toISOString(),
      endedAt: at(wh.length - 1).toISOString(),
      energyWh: wh.at(-1)! - wh[0]!,
    });

    const named = async (stationId: string, ocppTransactionId: string) => {
      const found = (await transactionsOf(stationId)).filter((each) => each.ocppTransactionId === ocppTransactionId);
      expect(found).toHaveLength(1);
      return found[0]!;
    };
  });

  it.each(OCPP_VERSIONS)('E12: keep the times of the station though they are months old (OCPP %s)', async (version) => {
    const stationId = `E12-${version}`;
    const station = await csms.station(stationId, version).boots();
    // another one runs since today
    await station.plugIn();
    await station.authorize(CARD);
    const [running] = await transactionsOf(stationId);
    await csms.clock.advance(1000);
    const startedAt = '2026-08-20T08:00:00.000Z';
    const endedAt = '2026-08-20T09:30:00.000Z';

    await tellsLate(station, startedAt, endedAt);
    const toldAt = csms.clock.now().toISOString();

    const [today, then, ...others] = await transactionsOf(stationId);
    expect(others).toEqual([]);
    expect(today).toMatchObject({ id: running!.id, state: 'active', endedAt: null });
    expect(then).toMatchObject({
      state: 'ended',
      startedAt,
      endedAt,
      durationSeconds: 5400,
      energyWh: 7400,
      updatedAt: toldAt,
    });
    const events = await csms.operator.events(then!.id);
    expect(events.map(({ timestamp }) => timestamp)).toEqual([startedAt, endedAt]);
    expect(events.at(-1)!.receivedAt).toBe(toldAt);
  });

  it('E11: is marked as told offline where the station says so', async () => {
    const station = await csms.station('E11-flag', '2.0.1').boots();
    const told = new ToldTransaction(station, () => at(0));

    await told.started('Authorized', { idToken: CARD.value, evse: EVSE, offline: true });

    const [transaction] = await transactionsOf('E11-flag');
    expect(transaction?.flags).toContain('offline');
    expect(await csms.operator.events(transaction!.id)).toMatchObject([{ offline: true }]);
  });

  it.each(OCPP_VERSIONS)('E11: go on while the station is offline, and lose nothing (OCPP %s)', async (version) => {
    const stationId = `E11-${version}`;
    const station = await csms.station(stationId, version).boots();
    await station.plugIn();
    await station.authorize(CARD);
    await csms.clock.advance(1000);
    await station.goOffline();
    await station.charge({ energyWh: 1200 });
    await csms.clock.advance(1000);
    const endedAt = csms.clock.now().toISOString();
    await station.stop();
    await csms.clock.advance(1000);

    await station.goOnline();
    await station.delivered();

    const [transaction, ...others] = await transactionsOf(stationId);
    expect(others).toEqual([]);
    expect(transaction).toMatchObject({ state: 'ended', endedAt, stopReason: 'Local' });
    expect(transaction!.energyWh).toBeGreaterThanOrEqual(1200);
  });

  /** A whole transaction of 7400 Wh that happened long ago. */
  async function tellsLate(station: SimulatedStation, startedAt: string, endedAt: string): Promise<void> {
    if (station.version === '1.6') {
      const start = { connectorId: 1, idTag: CARD.value, meterStart: 600, timestamp: startedAt };
      const { transactionId } = await station.callAny('StartTransaction', start);
      await csms.clock.advance(1000);
      await station.callAny('StopTransaction', { transactionId, meterStop: 8000, timestamp: endedAt });
      return;
    }
    const tells = (eventType: string, seqNo: number, timestamp: string, value: number, context: string) =>
      station.callAny('TransactionEvent', {
        eventType,
        timestamp,
        triggerReason: 'Authorized',
        seqNo,
        offline: true,
        ...(station.version === '2.0'
          ? { transactionData: { id: 'LONG-AGO' } }
          : { transactionInfo: { transactionId: 'LONG-AGO' } }),
        evse: EVSE,
        meterValue: [{ timestamp, sampledValue: [{ value, context }] }],
      });
    await tells('Started', 0, startedAt, 600, 'Transaction.Begin');
    await csms.clock.advance(1000);
    await tells('Ended', 1, endedAt, 8000, 'Transaction.End');
  }
});
