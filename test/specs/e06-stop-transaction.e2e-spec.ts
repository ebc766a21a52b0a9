import { OCPP_VERSIONS, type StationRequests } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { keeping, register, ToldTransaction } from '../support/transaction-events.js';

type Stop = StationRequests['1.6']['StopTransaction'];

const CARD = { value: 'ABCD1234', type: 'ISO14443' } as const;

describe('E06 · Stop of a transaction', () => {
  const csms = startCsms();

  beforeEach(() => csms.given.idToken(CARD));

  const now = () => csms.clock.now();
  const transactionsOf = (stationId: string) => csms.operator.transactions({ stationId });
  const unmatched = async (stationId: string) =>
    (await csms.operator.get(`/stations/${stationId}/unmatched-events`)).body.items as Record<string, unknown>[];

  describe('in OCPP 1.6', () => {
    /** A station with a transaction that began at 1000 Wh. */
    const charging = async (stationId: string) => {
      const station = await csms.station(stationId, '1.6').boots();
      const { transactionId } = await station.call('StartTransaction', {
        connectorId: 1,
        idTag: CARD.value,
        meterStart: 1000,
        timestamp: now().toISOString(),
      });
      await csms.clock.advance(60_000);
      const stops = (stop: Partial<Stop> = {}) =>
        station.call('StopTransaction', { transactionId, meterStop: 3000, timestamp: now().toISOString(), ...stop });
      return { station, transactionId, stops };
    };

    it('ends it, bills the difference of the registers and answers about the token that stops', async () => {
      const { stops } = await charging('E06-stop');

      expect(await stops({ idTag: CARD.value, reason: 'EVDisconnected' })).toEqual({
        idTagInfo: { status: 'Accepted' },
      });

      expect(await transactionsOf('E06-stop')).toMatchObject([
        {
          state: 'ended',
          endedAt: now().toISOString(),
          durationSeconds: 60,
          meterStopWh: 3000,
          energyWh: 2000,
          stopReason: 'EVDisconnected',
          flags: [],
        },
      ]);
    });

    it.each([
      ['HardReset', 'ImmediateReset'],
      ['SoftReset', 'ImmediateReset'],
      ['UnlockCommand', 'Other'],
      [undefined, 'Local'],
    ] as const)('says why it stopped in words of 2.0.1: %s is %s', async (reason, stopReason) => {
      const stationId = `E06-${reason ?? 'none'}`;
      const { stops } = await charging(stationId);

      await stops({ reason });

      expect(await transactionsOf(stationId)).toMatchObject([{ stopReason }]);
    });

    it('counts once, however often and differently it is told', async () => {
      const { stops } = await charging('E06-twice');
      const first = await stops();
      const endedAt = now().toISOString();

      await csms.clock.advance(1000);
      const again = await stops();
      const other = await stops({ meterStop: 9000, reason: 'PowerLoss' });

      expect([first, again, other]).toEqual([{}, {}, {}]);
      const [transaction] = await transactionsOf('E06-twice');
      expect(transaction).toMatchObject({ endedAt, energyWh: 2000, stopReason: 'Local' });
      expect(await csms.operator.events(transaction!.id)).toHaveLength(2);
    });

    it('is billed as nothing where the register ran backwards, and says so', async () => {
      const { stops } = await charging('E06-negative');

      await stops({ meterStop: 999 });

      expect(await transactionsOf('E06-negative')).toMatchObject([
        { state: 'ended', meterStartWh: 1000, meterStopWh: 999, energyWh: null, flags: ['negative-energy'] },
      ]);
    });

    it.each([-1, 0, 2_000_000_000])(
      'with id %d that no transaction has is answered and shown as unmatched',
      async (id) => {
        const stationId = `E06-unknown-${id}`;
        const station = await csms.station(stationId, '1.6').boots();
        const stop = {
          transactionId: id,
          meterStop: 3000,
          timestamp: now().toISOString(),
          reason: 'PowerLoss',
        } as const;

        expect(await station.call('StopTransaction', stop)).toEqual({});
        expect(await station.call('StopTransaction', stop)).toEqual({});

        expect(await transactionsOf(stationId)).toEqual([]);
        expect(await unmatched(stationId)).toMatchObject([
          { kind: 'StopTransaction', payload: stop, flags: ['transaction-unknown'] },
        ]);
      },
    );

    it('of several lost transactions with one id are all kept', async () => {
      const station = await csms.station('E06-lost', '1.6').boots();

      for (const meterStop of [1000, 2000]) {
        await station.call('StopTransaction', { transactionId: -1, meterStop, timestamp: now().toISOString() });
      }

      expect((await unmatched('E06-lost')).map(({ payload }) => (payload as Stop).meterStop)).toEqual([1000, 2000]);
    });

    it('whose start was never answered ends the only transaction of its token', async () => {
      const { stops } = await charging('E06-by-token');

      await stops({ transactionId: -1, idTag: 'abcd1234' });

      expect(await unmatched('E06-by-token')).toEqual([]);
      expect(await transactionsOf('E06-by-token')).toMatchObject([
        { state: 'ended', energyWh: 2000, flags: ['matched-by-token', 'stop-value-inferred'] },
      ]);
    });

    it('with the id of a transaction of another station ends nothing', async () => {
      const { transactionId } = await charging('E06-mine');
      const other = await csms.station('E06-theirs', '1.6').boots();

      const stop = { transactionId, meterStop: 3000, timestamp: now().toISOString() };
      expect(await other.call('StopTransaction', stop)).toEqual({});

      expect(await transactionsOf('E06-mine')).toMatchObject([{ state: 'active' }]);
      expect(await unmatched('E06-theirs')).toMatchObject([{ payload: stop }]);
    });

    it('tells its own values of the begin and the end', async () => {
      const { stops } = await charging('E06-data');
      const at = (value: string, context: 'Transaction.Begin' | 'Transaction.End') => ({
        timestamp: now().toISOString(),
        sampledValue: [{ value, context, unit: 'kWh' as const }],
      });

      await stops({ transactionData: [at('1.0', 'Transaction.Begin'), at('3.0', 'Transaction.End')] });

      const [transaction] = await transactionsOf('E06-data');
      expect(transaction).toMatchObject({ energyWh: 2000, flags: [] });
      expect(await csms.operator.meterValues(transaction!.id)).toMatchObject([
        { context: 'Transaction.Begin', value: 1000, unit: 'Wh', rawValue: '1.0', rawUnit: 'kWh' },
        { context: 'Transaction.End', value: 3000, unit: 'Wh', rawValue: '3.0', rawUnit: 'kWh' },
      ]);
    });
  });

  describe('in OCPP 2.0.1', () => {
    it('makes a transaction of its own where nothing was told before; what comes late completes it', async () => {
      const station = await csms.station('E06-ended-first', '2.0.1').boots();
      const held: StationRequests['2.0.1']['TransactionEvent'][] = [];
      const told = new ToldTransaction(keeping(held), now);
      const startedAt = now().toISOString();
      await told.started('Authorized', {
        idToken: CARD.value,
        evse: { id: 1, connectorId: 1 },
        meterValue: [register(now(), 1000, { context: 'Transaction.Begin' })],
      });
      await csms.clock.advance(60_000);
      await told.ended('StopAuthorized', {
        stoppedReason: 'Local',
        meterValue: [register(now(), 3000, { context: 'Transaction.End' })],
      });
      const [start, end] = held;

      await station.call('TransactionEvent', end!);

      expect(await transactionsOf('E06-ended-first')).toMatchObject([
        { state: 'ended', evseId: null, flags: expect.arrayContaining(['start-missing']) },
      ]);
      await station.call('TransactionEvent', start!);
      expect(await transactionsOf('E06-ended-first')).toMatchObject([
        {
          state: 'ended',
          evseId: 1,
          idToken: CARD,
          startedAt,
          endedAt: now().toISOString(),
          energyWh: 2000,
          flags: [],
        },
      ]);
    });

    it('is billed as nothing where the register ran backwards, and says so', async () => {
      const station = await csms.station('E06-negative-201', '2.0.1').boots();
      const told = new ToldTransaction(station, now);

      await told.started('Authorized', { meterValue: [register(now(), 1000, { context: 'Transaction.Begin' })] });
      await csms.clock.advance(1000);
      await told.ended('StopAuthorized', { meterValue: [register(now(), 400, { context: 'Transaction.End' })] });

      expect(await transactionsOf('E06-negative-201')).toMatchObject([
        { state: 'ended', meterStartWh: 1000, meterStopWh: 400, energyWh: null, flags: ['negative-energy'] },
      ]);
    });
  });

  it.each(OCPP_VERSIONS)('E09: is what pulling the cable at the vehicle comes to (OCPP %s)', async (version) => {
    const stationId = `E09-${version}`;
    const station = await csms.station(stationId, version).boots();
    await station.plugIn();
    await station.authorize(CARD);
    await csms.clock.advance(1000);
    await station.charge({ energyWh: 1500 });

    await station.unplug();

    expect(await transactionsOf(stationId)).toMatchObject([
      { state: 'ended', stopReason: 'EVDisconnected', flags: [] },
    ]);
    await csms.eventually(async () => {
      const { evses } = await csms.operator.station(stationId);
      expect(evses).toMatchObject([{ connectors: [{ status: 'Available' }] }]);
    });
  });
});
