import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { CallError, NO_ANSWER, type SimulatedStation } from '../../src/cli/simulator/index.js';
import { startCsms } from '../support/csms.js';
import { CARD, minutesPass, onlyTransaction } from '../support/running-transactions.js';

type V2 = '2.0' | '2.0.1';
const V2 = ['2.0', '2.0.1'] as const;
// a minute of all timers of TAU takes a while
jest.setTimeout(20_000);

const MINUTE_MS = 60_000;

type TellingStation = Pick<SimulatedStation, 'version' | 'callAny'>;

describe('E14 · Transaction status', () => {
  const csms = startCsms();
  beforeEach(() => csms.given.idToken(CARD));

  const minutes = (count: number) => minutesPass(csms, count);
  const only = (stationId: string) => onlyTransaction(csms, stationId);
  /** How often TAU asked, by its record. */
  const asked = (stationId: string) => csms.operator.commands(stationId, { name: 'GetTransactionStatus' });

  /** Tells single events of a transaction of 100 Wh a step, whatever else is missing. */
  const teller = (station: TellingStation, transactionId = 'TX-1') => {
    const begin = csms.clock.now().getTime();
    return (eventType: 'Started' | 'Updated' | 'Ended', seqNo: number) => {
      const timestamp = new Date(begin + seqNo * 1000).toISOString();
      const context = { Started: 'Transaction.Begin', Updated: 'Sample.Periodic', Ended: 'Transaction.End' }[eventType];
      return station.callAny('TransactionEvent', {
        eventType,
        seqNo,
        timestamp,
        triggerReason: 'MeterValuePeriodic',
        ...(station.version === '2.0'
          ? { transactionData: { id: transactionId } }
          : { transactionInfo: { transactionId } }),
        evse: { id: 1, connectorId: 1 },
        meterValue: [{ timestamp, sampledValue: [{ value: seqNo * 100, context }] }],
      });
    };
  };

  /** A station that has told begin and end of a transaction, and nothing of what lies between. */
  const withGap = async (stationId: string, version: V2) => {
    const station = await csms.station(stationId, version).boots();
    const tell = teller(station);
    await tell('Started', 0);
    await tell('Ended', 4);
    return { station, tell };
  };

  describe('when messages are missing', () => {
    it.each(V2)('is asked for once, and what is lost is marked so (OCPP %s)', async (version) => {
      const stationId = `E14-lost-${version}`;
      const { station } = await withGap(stationId, version);
      station.onCall('GetTransactionStatus', { ongoingIndicator: false, messagesInQueue: false });
      expect(await only(stationId)).toMatchObject({
        state: 'ended',
        energyWh: 400,
        flags: ['seq-no-gap'],
        completeness: { state: 'incomplete', missingSeqNos: [[1, 3]], messagesInQueue: null, checkedAt: null },
      });

      await minutes(2);

      expect(await station.nextCall('GetTransactionStatus')).toEqual({ transactionId: 'TX-1' });
      await csms.eventually(async () =>
        expect((await only(stationId)).completeness).toEqual({
          state: 'incomplete',
          missingSeqNos: [[1, 3]],
          messagesInQueue: false,
          ongoing: false,
          checkedAt: expect.any(String),
        }),
      );
      await minutes(3000);
      expect(await asked(stationId)).toMatchObject([{ state: 'answered' }]);
    });

    it.each(V2)('is corrected when they come after all, in whatever order (OCPP %s)', async (version) => {
      const stationId = `E14-late-${version}`;
      const { station, tell } = await withGap(stationId, version);
      station.onCall('GetTransactionStatus', { ongoingIndicator: false, messagesInQueue: false });
      await minutes(2);
      await csms.eventually(async () => expect((await only(stationId)).completeness.messagesInQueue).toBe(false));

      await tell('Updated', 3);
      expect((await only(stationId)).completeness).toMatchObject({ state: 'incomplete', missingSeqNos: [[1, 2]] });
      await tell('Updated', 1);
      await tell('Updated', 2);

      expect(await only(stationId)).toMatchObject({
        energyWh: 400,
        flags: [],
        completeness: { state: 'complete', missingSeqNos: [] },
      });
    });

    it('is asked for again, more and more rarely, while they wait at the station', async () => {
      const { station } = await withGap('E14-queued', '2.0.1');
      station.onCall('GetTransactionStatus', { ongoingIndicator: false, messagesInQueue: true });
      const answered = async (count: number) =>
        csms.eventually(async () => {
          const commands = await asked('E14-queued');
          expect(commands.filter(({ state }) => state === 'answered')).toHaveLength(count);
        });

      await minutes(2);
      await answered(1);
      expect((await only('E14-queued')).completeness).toMatchObject({ state: 'incomplete', messagesInQueue: true });
      await minutes(2);
      await answered(2);
      await minutes(1);
      await answered(2);
      await minutes(3);
      await answered(3);
    });

    it('is not asked for where the rest comes at once', async () => {
      const { tell } = await withGap('E14-at-once', '2.0.1');
      for (const seqNo of [3, 2, 1]) await tell('Updated', seqNo);

      await minutes(10);

      expect(await asked('E14-at-once')).toEqual([]);
      expect((await only('E14-at-once')).completeness).toMatchObject({ state: 'complete', messagesInQueue: null });
    });

    it('is asked for while the transaction still runs', async () => {
      const station = await csms.station('E14-running-gap', '2.0.1').boots();
      station.onCall('GetTransactionStatus', { ongoingIndicator: true, messagesInQueue: false });
      const tell = teller(station);
      await tell('Started', 0);
      await tell('Updated', 2);

      await minutes(2);

      expect(await station.nextCall('GetTransactionStatus')).toEqual({ transactionId: 'TX-1' });
      await csms.eventually(async () =>
        expect(await only('E14-running-gap')).toMatchObject({
          state: 'active',
          completeness: { state: 'incomplete', missingSeqNos: [[1, 1]], ongoing: true, messagesInQueue: false },
        }),
      );
    });

    it('is asked for as soon as the station is back, and not while it is away', async () => {
      const { station } = await withGap('E14-away', '2.0.1');
      await station.goOffline();
      await minutes(30);
      expect(await asked('E14-away')).toEqual([]);

      await station.goOnline();
      await minutes(2);

      // the simulated station knows no such transaction: nothing goes on, nothing waits
      await csms.eventually(async () =>
        expect((await only('E14-away')).completeness).toMatchObject({ ongoing: false, messagesInQueue: false }),
      );
    });

    it('is asked for by a TAU that was restarted before it could', async () => {
      const { station } = await withGap('E14-restart', '2.0.1');
      station.onCall('GetTransactionStatus', { ongoingIndicator: false, messagesInQueue: false });
      await csms.restart();
      await station.goOnline();

      await minutes(2);

      expect(await station.nextCall('GetTransactionStatus')).toEqual({ transactionId: 'TX-1' });
      await csms.eventually(async () => expect((await only('E14-restart')).completeness.messagesInQueue).toBe(false));
    });

    it('is asked for again after a restart that lost the answer, not twice in a minute', async () => {
      const { station } = await withGap('E14-restart-asked', '2.0.1');
      station.onCall('GetTransactionStatus', NO_ANSWER);
      await minutes(2);
      await station.nextCall('GetTransactionStatus');
      await csms.restart();
      station.onCall('GetTransactionStatus', { ongoingIndicator: false, messagesInQueue: false });

      await station.goOnline();
      await minutes(2);

      await csms.eventually(async () =>
        expect((await only('E14-restart-asked')).completeness.messagesInQueue).toBe(false),
      );
      expect(await asked('E14-restart-asked')).toMatchObject([
        { state: 'answered' },
        { state: 'errored', error: { reason: 'disconnected' } },
      ]);
    });

    it.each([
      ['answers with a CALLERROR', new CallError('NotSupported', 'no such thing'), 'errored'],
      ['does not answer', NO_ANSWER, 'timed-out'],
    ] as const)('stays unknown where the station %s, and is asked for again', async (what, answer, state) => {
      const stationId = `E14-${what.slice(0, 8).trim().replace(' ', '-')}`;
      const { station } = await withGap(stationId, '2.0.1');
      station.onCall('GetTransactionStatus', answer);

      await minutes(2);
      await station.nextCall('GetTransactionStatus');
      await minutes(1);
      await csms.eventually(async () => expect((await asked(stationId)).at(-1)).toMatchObject({ state }));

      expect((await only(stationId)).completeness).toMatchObject({ state: 'incomplete', messagesInQueue: null });
      await minutes(3);
      await station.nextCall('GetTransactionStatus');
    });

    it('is asked of the newest transaction only where the station has used an id again', async () => {
      const { station } = await withGap('E14-reused', '2.0.1');
      await csms.clock.advance(10_000);
      await teller(station)('Started', 0);
      const [newest, oldest] = await csms.operator.transactions({ stationId: 'E14-reused' });

      await minutes(5);

      expect(newest).toMatchObject({ state: 'active', completeness: { state: 'unknown' } });
      expect(oldest).toMatchObject({ state: 'ended', completeness: { state: 'incomplete' } });
      expect(await asked('E14-reused')).toEqual([]);
      expect(await csms.operator.post(`/transactions/${oldest!.id}/status`)).toMatchObject({
        status: 409,
        body: { code: 'transaction-id-reused' },
      });
    });

    it('is not asked of a station that may not be asked', async () => {
      await withGap('E14-blocked', '2.0.1');
      await csms.operator.changeStation('E14-blocked', { registrationStatus: 'Rejected' });

      await minutes(10);

      expect(await asked('E14-blocked')).toEqual([]);
    });
  });

  it.each(V2)('is asked for where a transaction fell silent (OCPP %s)', async (version) => {
    const stationId = `E14-silent-${version}`;
    const station = await csms.station(stationId, version, { sampleIntervalMs: 999 * MINUTE_MS }).boots();
    await station.plugIn();
    await station.authorize(CARD);

    await minutes(59);
    expect(await asked(stationId)).toEqual([]);
    await minutes(3);

    await csms.eventually(async () =>
      expect((await only(stationId)).completeness).toMatchObject({
        state: 'unknown',
        ongoing: true,
        messagesInQueue: false,
      }),
    );
    expect(await asked(stationId)).toHaveLength(1);
    await minutes(30);
    expect(await asked(stationId)).toHaveLength(1);
  });

  it('is never asked of a 1.6 station, whose transaction is complete with start and stop', async () => {
    const station = await csms.station('E14-16', '1.6', { sampleIntervalMs: 999 * MINUTE_MS }).boots();
    await station.plugIn();
    await station.authorize(CARD);
    expect((await only('E14-16')).completeness).toMatchObject({ state: 'unknown', missingSeqNos: [] });
    await minutes(120);

    await station.stop();

    expect((await only('E14-16')).completeness).toMatchObject({ state: 'complete', messagesInQueue: null });
    expect(await csms.operator.commands('E14-16')).toEqual([]);
  });

  describe('for an operator', () => {
    const charging = async (stationId: string, version: '1.6' | V2) => {
      const station = await csms.station(stationId, version).boots();
      await station.plugIn();
      await station.authorize(CARD);
      return { station, transaction: await only(stationId) };
    };

    it.each(V2)('E14.FR.02 E14.FR.05: is what the station says of a running transaction (OCPP %s)', async (version) => {
      const stationId = `E14-op-${version}`;
      const { station, transaction } = await charging(stationId, version);

      const command = await csms.operator.askStatus(transaction.id);

      expect(await station.nextCall('GetTransactionStatus')).toEqual({ transactionId: transaction.ocppTransactionId });
      expect(command).toMatchObject({
        name: 'GetTransactionStatus',
        state: 'answered',
        status: null,
        response: { ongoingIndicator: true, messagesInQueue: false },
        transactionId: transaction.id,
      });
      expect((await only(stationId)).completeness).toEqual({
        state: 'unknown',
        missingSeqNos: [],
        messagesInQueue: false,
        ongoing: true,
        checkedAt: command.answeredAt,
      });
    });

    it('E14.FR.03 E14.FR.04: tells of an end that still waits at the station', async () => {
      const { station, transaction } = await charging('E14-op-queued', '2.0.1');
      await station.goOffline();
      await station.stop();
      station.onCall('GetTransactionStatus', { ongoingIndicator: false, messagesInQueue: true });
      await station.goOnline();

      await csms.operator.askStatus(transaction.id);

      expect((await only('E14-op-queued')).completeness).toMatchObject({ ongoing: false, messagesInQueue: true });
    });

    it.each(V2)('E14.FR.06: without a transaction tells only whether anything waits (OCPP %s)', async (version) => {
      const stationId = `E14-op-all-${version}`;
      const { station } = await charging(stationId, version);

      const { status, body } = await csms.operator.post(`/stations/${stationId}/transaction-status`);

      expect(status).toBe(200);
      expect(await station.nextCall('GetTransactionStatus')).toEqual({});
      expect(body).toMatchObject({ state: 'answered', response: { messagesInQueue: false }, transactionId: null });
      expect((await only(stationId)).completeness.checkedAt).toBeNull();
    });

    it('is kept although it came after the operator stopped waiting', async () => {
      const { station, transaction } = await charging('E14-op-slow', '2.0.1');
      let answer: (() => void) | undefined;
      station.onCall('GetTransactionStatus', async () => {
        await new Promise<void>((done) => (answer = done));
        return { ongoingIndicator: true, messagesInQueue: true };
      });
      await csms.operator.changeStation('E14-op-slow', { rules: { callTimeoutSeconds: 300 } });

      const waiting = csms.operator.post(`/transactions/${transaction.id}/status`);
      await csms.eventually(() => expect(answer).toBeDefined());
      await csms.clock.advance(31_000);
      expect((await waiting).status).toBe(202);
      answer!();

      await csms.eventually(async () =>
        expect((await only('E14-op-slow')).completeness).toMatchObject({ ongoing: true, messagesInQueue: true }),
      );
    });

    it('cannot be had from a 1.6 station', async () => {
      const { transaction } = await charging('E14-op-16', '1.6');

      for (const path of [`/transactions/${transaction.id}/status`, '/stations/E14-op-16/transaction-status']) {
        expect(await csms.operator.post(path)).toMatchObject({ status: 422, body: { code: 'version-unsupported' } });
      }
    });

    it('cannot be had while the station is away', async () => {
      const { station, transaction } = await charging('E14-op-away', '2.0.1');
      await station.goOffline();

      await csms.eventually(async () =>
        expect(await csms.operator.post(`/transactions/${transaction.id}/status`)).toMatchObject({
          status: 409,
          body: { code: 'station-offline' },
        }),
      );
    });

    it('is the error of a station that answers with one', async () => {
      const { station, transaction } = await charging('E14-op-error', '2.0.1');
      station.onCall('GetTransactionStatus', new CallError('InternalError', 'out of memory'));

      const { status, body } = await csms.operator.post(`/transactions/${transaction.id}/status`);

      expect([status, body.code, body.ocppError.code]).toEqual([502, 'station-error', 'InternalError']);
      expect((await only('E14-op-error')).completeness.checkedAt).toBeNull();
    });

    it('is nothing where there is no such transaction or station', async () => {
      expect(await csms.operator.post(`/transactions/${randomUUID()}/status`)).toMatchObject({
        status: 404,
        body: { code: 'transaction-unknown' },
      });
      expect(await csms.operator.post('/stations/NOBODY/transaction-status')).toMatchObject({
        status: 404,
        body: { code: 'station-unknown' },
      });
    });
  });

  it('tells which transactions are incomplete', async () => {
    await withGap('E14-list', '2.0.1');
    const station = await csms.station('E14-list-complete', '2.0.1').boots();
    await teller(station)('Started', 0);
    await teller(station)('Ended', 1);

    const found = async (completeness: 'complete' | 'incomplete' | 'unknown', stationId: string) =>
      (await csms.operator.transactions({ stationId, completeness })).length;

    expect(await found('incomplete', 'E14-list')).toBe(1);
    expect(await found('complete', 'E14-list')).toBe(0);
    expect(await found('incomplete', 'E14-list-complete')).toBe(0);
    expect(await found('complete', 'E14-list-complete')).toBe(1);
    expect(await csms.operator.get('/transactions?completeness=perhaps')).toMatchObject({ status: 400 });
  });
});
