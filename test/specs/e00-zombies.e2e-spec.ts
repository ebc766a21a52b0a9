import { jest } from '@jest/globals';
import { NO_ANSWER, type SimulatedStation } from '../../src/cli/simulator/index.js';
import { OCPP_VERSIONS, type OcppVersion } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { CARD, chargingStation, minutesPass, onlyTransaction } from '../support/running-transactions.js';

// a minute of all timers of TAU takes a while
jest.setTimeout(20_000);

const MINUTE_MS = 60_000;
const HOURS = 60;
const V2 = ['2.0', '2.0.1'] as const;

describe('E06 E14 · Transactions whose end is lost', () => {
  const csms = startCsms();
  beforeEach(() => csms.given.idToken(CARD));

  const minutes = (count: number) => minutesPass(csms, count);
  const only = (stationId: string) => onlyTransaction(csms, stationId);
  const becomes = (stationId: string, what: object) =>
    csms.eventually(async () => expect(await only(stationId)).toMatchObject(what));
  const stays = async (stationId: string, what: object) => {
    await minutes(1);
    await minutes(1);
    expect(await only(stationId)).toMatchObject(what);
  };

  /** The line goes down, and TAU has noticed. */
  const leaves = async (station: Pick<SimulatedStation, 'stationId' | 'goOffline'>) => {
    await station.goOffline();
    await csms.eventually(async () => expect((await csms.operator.station(station.stationId)).connected).toBe(false));
  };

  const charging = <V extends OcppVersion>(stationId: string, version: V) => chargingStation(csms, stationId, version);
  const closed = (closedBy: string, endedAt: string) => ({
    state: 'ended',
    closedBy,
    endedAt,
    energyWh: 1200,
    stopReason: null,
    completeness: expect.objectContaining({ state: 'incomplete' }),
    flags: expect.arrayContaining(['closed-by-rule', 'stop-value-inferred']),
  });

  describe('at a station that is connected', () => {
    it.each(OCPP_VERSIONS)('are closed at their last meter value after a long silence (OCPP %s)', async (version) => {
      const stationId = `STALE-${version}`;
      const { station, measuredAt } = await charging(stationId, version);
      // asked after it, it says nothing
      station.onCall('GetTransactionStatus', NO_ANSWER, { optional: version === '1.6' });

      await minutes(47 * HOURS);
      await stays(stationId, { state: 'active', closedBy: null });
      await minutes(1 * HOURS);

      await becomes(stationId, closed('stale', measuredAt));
    });

    it.each(V2)('are left alone while the station says that they go on (OCPP %s)', async (version) => {
      const stationId = `STALE-ONGOING-${version}`;
      await charging(stationId, version);

      await minutes(47 * HOURS);
      await becomes(stationId, { state: 'active', completeness: { ongoing: true } });
      await minutes(10 * HOURS);

      await stays(stationId, { state: 'active', closedBy: null });
    });

    it('are left alone while anything is heard of them, also values that bill nothing', async () => {
      const { station } = await charging('STALE-VALUES', '2.0.1');
      station.onCall('GetTransactionStatus', NO_ANSWER, { optional: true });
      await minutes(47 * HOURS);
      await station.call('MeterValues', {
        evseId: 1,
        meterValue: [{ timestamp: csms.clock.now().toISOString(), sampledValue: [{ value: 7 }] }],
      });

      await minutes(10 * HOURS);

      await stays('STALE-VALUES', { state: 'active' });
    });

    it('are not closed before it had time to hand over what it kept', async () => {
      const { station } = await charging('STALE-BACK', '1.6');
      await leaves(station);
      await station.stop();
      await minutes(60 * HOURS);

      await station.goOnline();
      await minutes(1);
      await station.delivered();

      await becomes('STALE-BACK', { state: 'ended', closedBy: null, stopReason: 'Local', flags: [] });
    });
  });

  describe('at a station that is away', () => {
    it.each(OCPP_VERSIONS)('are closed after a week (OCPP %s)', async (version) => {
      const stationId = `AWAY-${version}`;
      const { station, measuredAt } = await charging(stationId, version);
      await leaves(station);

      await minutes(167 * HOURS);
      await stays(stationId, { state: 'active', closedBy: null });
      await minutes(2 * HOURS);

      await becomes(stationId, closed('station-away', measuredAt));
    });

    it.each(OCPP_VERSIONS)('are corrected by their own end, when it comes after all (OCPP %s)', async (version) => {
      const stationId = `AWAY-LATE-${version}`;
      const { station, measuredAt } = await charging(stationId, version);
      await leaves(station);
      await station.charge({ energyWh: 300 });
      await csms.clock.advance(5000);
      const endedAt = csms.clock.now().toISOString();
      await station.stop();
      await minutes(200 * HOURS);
      await becomes(stationId, closed('station-away', measuredAt));

      await station.goOnline();
      await station.delivered();

      const transaction = await only(stationId);
      expect(transaction).toMatchObject({
        state: 'ended',
        closedBy: null,
        endedAt,
        energyWh: 1500,
        stopReason: 'Local',
        completeness: { state: 'complete' },
      });
      expect(transaction.flags).not.toContain('closed-by-rule');
    });

    it.each(OCPP_VERSIONS)('run again when it turns out that they never ended (OCPP %s)', async (version) => {
      const stationId = `AWAY-RUNS-${version}`;
      const { station, measuredAt } = await charging(stationId, version);
      await leaves(station);
      await minutes(200 * HOURS);
      await becomes(stationId, closed('station-away', measuredAt));

      await station.goOnline();
      await station.charge({ energyWh: 800 });
      await station.delivered();

      const transaction = await only(stationId);
      expect(transaction).toMatchObject({ state: 'active', endedAt: null, closedBy: null, energyWh: 2000 });
      expect(transaction.flags).not.toContain('closed-by-rule');
      await stays(stationId, { state: 'active' });
    });

    it('come to the same in whatever order the rest of their messages comes (OCPP 2.0.1)', async () => {
      const orders = [
        [1, 3, 4],
        [1, 4, 3],
        [3, 1, 4],
        [3, 4, 1],
        [4, 1, 3],
        [4, 3, 1],
      ];
      const station = await csms.station('AWAY-ORDERS', '2.0.1').boots();
      const begin = csms.clock.now().getTime();
      /** 100 Wh and a minute from one to the next; 4 is the end. */
      const tell = (run: number, seqNo: number) => {
        const timestamp = new Date(begin + seqNo * MINUTE_MS).toISOString();
        return station.call('TransactionEvent', {
          eventType: seqNo === 0 ? 'Started' : seqNo === 4 ? 'Ended' : 'Updated',
          seqNo,
          timestamp,
          triggerReason: 'MeterValuePeriodic',
          transactionInfo: { transactionId: `RUN-${run}` },
          evse: { id: run, connectorId: 1 },
          meterValue: [{ timestamp, sampledValue: [{ value: 100 * seqNo }] }],
        });
      };
      for (const run of orders.keys()) for (const seqNo of [0, 2]) await tell(run + 1, seqNo);
      await leaves(station);
      await minutes(200 * HOURS);
      const all = () => csms.operator.transactions({ stationId: 'AWAY-ORDERS' });
      await csms.eventually(async () => {
        const endedAt = new Date(begin + 2 * MINUTE_MS).toISOString();
        for (const each of await all())
          expect(each).toMatchObject({ closedBy: 'station-away', energyWh: 200, endedAt });
      });

      await station.goOnline();
      for (const [run, order] of orders.entries()) for (const seqNo of order) await tell(run + 1, seqNo);

      const transactions = await all();
      expect(transactions).toHaveLength(orders.length);
      for (const each of transactions) {
        expect(each).toMatchObject({
          state: 'ended',
          closedBy: null,
          energyWh: 400,
          endedAt: new Date(begin + 4 * MINUTE_MS).toISOString(),
          completeness: { state: 'complete', missingSeqNos: [] },
        });
        expect(each.flags).not.toContain('closed-by-rule');
      }
    });

    it('are closed by a TAU that was restarted meanwhile', async () => {
      const { station, measuredAt } = await charging('AWAY-RESTART', '2.0.1');
      await leaves(station);
      await minutes(100 * HOURS);
      await csms.restart();

      await minutes(69 * HOURS);

      await becomes('AWAY-RESTART', closed('station-away', measuredAt));
    });
  });

  describe('on a connector that is available again', () => {
    const frees = (station: Pick<SimulatedStation, 'version' | 'callAny'>) => {
      const timestamp = csms.clock.now().toISOString();
      return station.callAny(
        'StatusNotification',
        station.version === '1.6'
          ? { connectorId: 1, status: 'Available', errorCode: 'NoError', timestamp }
          : { connectorId: 1, evseId: 1, connectorStatus: 'Available', timestamp },
      );
    };

    it.each(OCPP_VERSIONS)('are closed after a while (OCPP %s)', async (version) => {
      const stationId = `FREE-${version}`;
      const { station, measuredAt } = await charging(stationId, version);
      await frees(station);

      await minutes(10);
      await stays(stationId, { state: 'active' });
      await minutes(5);

      await becomes(stationId, closed('connector-available', measuredAt));
    });

    it.each(OCPP_VERSIONS)('are left alone when they are heard of since (OCPP %s)', async (version) => {
      const stationId = `FREE-HEARD-${version}`;
      const { station } = await charging(stationId, version);
      await frees(station);
      await csms.clock.advance(1000);
      await station.charge({ energyWh: 1 });

      await minutes(30);

      await stays(stationId, { state: 'active' });
    });

    it('are left alone while they wait for their cable (OCPP 2.0.1)', async () => {
      const station = await csms.station('FREE-WAITS', '2.0.1', { txStartPoint: 'Authorized' }).boots();
      await station.authorize(CARD);
      await station.reportStatus();
      expect(await only('FREE-WAITS')).toMatchObject({ state: 'active', chargingState: 'Idle' });
      await frees(station);

      await minutes(30);

      await stays('FREE-WAITS', { state: 'active' });
    });

    it('are left alone while the station has still something to say of them (OCPP 2.0.1)', async () => {
      const { station } = await charging('FREE-QUEUED', '2.0.1');
      station.onCall('GetTransactionStatus', { ongoingIndicator: false, messagesInQueue: true });
      await frees(station);
      const { id } = await only('FREE-QUEUED');
      await csms.clock.advance(1000);
      await csms.operator.askStatus(id);

      await minutes(30);

      await stays('FREE-QUEUED', { state: 'active' });
    });
  });

  describe('of which the station says that they are over', () => {
    it.each(V2)('are closed once nothing waits there any more (OCPP %s)', async (version) => {
      const stationId = `OVER-${version}`;
      const { station, measuredAt } = await charging(stationId, version);
      const answer = { ongoingIndicator: false, messagesInQueue: true };
      station.onCall('GetTransactionStatus', answer);
      await minutes(70);
      await becomes(stationId, { state: 'active', completeness: { ongoing: false, messagesInQueue: true } });
      await stays(stationId, { state: 'active' });

      station.onCall('GetTransactionStatus', { ...answer, messagesInQueue: false });
      await minutes(70);
      await becomes(stationId, { completeness: { messagesInQueue: false } });
      await minutes(1);

      await becomes(stationId, closed('not-ongoing', measuredAt));
    });

    it('run again when the station says that they do', async () => {
      const { station, measuredAt } = await charging('OVER-RUNS', '2.0.1');
      const { id } = await only('OVER-RUNS');
      station.onCall('GetTransactionStatus', { ongoingIndicator: false, messagesInQueue: false });
      await csms.operator.askStatus(id);
      await minutes(2);
      await becomes('OVER-RUNS', closed('not-ongoing', measuredAt));

      station.onCall('GetTransactionStatus', { ongoingIndicator: true, messagesInQueue: false });
      await csms.operator.askStatus(id);

      expect(await only('OVER-RUNS')).toMatchObject({ state: 'active', closedBy: null });
    });
  });

  it.each(OCPP_VERSIONS)(
    'are not closed because the station boots: it may go on with them (OCPP %s)',
    async (version) => {
      const stationId = `BOOTS-${version}`;
      const { station } = await charging(stationId, version);

      station.dropConnection();
      await csms.clock.advance(1000);
      await station.boots('PowerUp');

      await minutes(30);
      await stays(stationId, { state: 'active' });
    },
  );

  it('stay with the next transaction on their EVSE, whatever a rule had guessed before', async () => {
    const station = await csms.station('NEXT', '1.6').boots();
    const starts = (idTag: string) =>
      station.call('StartTransaction', {
        connectorId: 1,
        idTag,
        meterStart: 0,
        timestamp: csms.clock.now().toISOString(),
      });
    const first = await starts('FIRST');
    await minutes(49 * HOURS);
    await becomes('NEXT', { closedBy: 'stale' });

    await starts('SECOND');
    await csms.clock.advance(1000);
    await station.call('MeterValues', {
      connectorId: 1,
      transactionId: first.transactionId,
      meterValue: [{ timestamp: csms.clock.now().toISOString(), sampledValue: [{ value: '50' }] }],
    });

    const [second, old] = await csms.operator.transactions({ stationId: 'NEXT' });
    expect(second).toMatchObject({ state: 'active' });
    expect(old).toMatchObject({ state: 'ended', closedBy: 'next-transaction', energyWh: 50 });
  });
});

describe('E06 · Transactions whose end is lost, where the rules are off', () => {
  const off = { STALE_HOURS: '0', AWAY_HOURS: '0', AVAILABLE_MINUTES: '0', SILENT_MINUTES: '0' };
  const csms = startCsms({
    env: Object.fromEntries(Object.entries(off).map(([name, value]) => [`TRANSACTION_${name}`, value])),
  });

  it('stay open until somebody closes them', async () => {
    await csms.given.idToken(CARD);
    const station = await csms.station('OFF', '2.0.1', { sampleIntervalMs: 1e9 }).boots();
    await station.plugIn();
    await station.authorize(CARD);
    await station.call('StatusNotification', {
      timestamp: csms.clock.now().toISOString(),
      connectorStatus: 'Available',
      evseId: 1,
      connectorId: 1,
    });

    csms.clock.wallTime = new Date(csms.clock.now().getTime() + 1000 * HOURS * MINUTE_MS);
    await csms.clock.advance(2 * MINUTE_MS);

    expect(await csms.operator.transactions({ stationId: 'OFF' })).toMatchObject([{ state: 'active' }]);
    expect(await csms.operator.commands('OFF')).toEqual([]);
  });
});
