import { OCPP_VERSIONS, type StationRequests } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { register, ToldTransaction } from '../support/transaction-events.js';

type Start = StationRequests['1.6']['StartTransaction'];

const CARD = { value: 'ABCD1234', type: 'ISO14443' } as const;
const EVSE = { id: 1, connectorId: 1 };

describe('E01 · Start of a transaction', () => {
  const csms = startCsms();

  beforeEach(() => csms.given.idToken(CARD));

  const now = () => csms.clock.now();
  const startOf = (idTag: string, start: Partial<Start> = {}): Start => ({
    connectorId: 1,
    idTag,
    meterStart: 1000,
    timestamp: now().toISOString(),
    ...start,
  });
  const transactionsOf = (stationId: string) => csms.operator.transactions({ stationId });

  describe('in OCPP 1.6', () => {
    it('is answered with an id of TAU, by which the station tells everything that follows', async () => {
      const station = await csms.station('E01-id', '1.6').boots();

      const { transactionId, idTagInfo } = await station.call(
        'StartTransaction',
        startOf('ABCD1234', { reservationId: 7 }),
      );

      expect(idTagInfo.status).toBe('Accepted');
      expect(transactionId).toBeGreaterThan(0);
      expect(transactionId).toBeLessThan(2 ** 31);
      expect(await transactionsOf('E01-id')).toMatchObject([
        {
          ocppTransactionId: String(transactionId),
          state: 'active',
          evseId: 1,
          connectorId: 1,
          idToken: { value: 'ABCD1234' },
          startedAt: now().toISOString(),
          endedAt: null,
          meterStartWh: 1000,
          reservationId: 7,
        },
      ]);
    });

    it('is answered with the same id each time it is told', async () => {
      const station = await csms.station('E01-again', '1.6').boots();
      const start = startOf('ABCD1234');

      const first = await station.call('StartTransaction', start);
      await csms.clock.advance(1000);
      const again = await station.call('StartTransaction', start);
      const inOtherLetters = await station.call('StartTransaction', { ...start, idTag: 'abcd1234' });

      expect([again, inOtherLetters]).toEqual([first, first]);
      expect(await transactionsOf('E01-again')).toHaveLength(1);
    });

    it('is answered with the same id by a TAU that was restarted, and with what holds for the token now', async () => {
      await csms.given.idToken({ value: 'SOON-BLOCKED' });
      const station = await csms.station('E01-restart', '1.6').boots();
      const start = startOf('SOON-BLOCKED');
      const { transactionId } = await station.call('StartTransaction', start);
      await station.goOffline();

      await csms.restart();
      await csms.given.idToken({ value: 'SOON-BLOCKED', status: 'Blocked' });
      await station.goOnline();
      const again = await station.call('StartTransaction', start);

      expect(again).toEqual({ transactionId, idTagInfo: { status: 'Blocked' } });
      expect(await transactionsOf('E01-restart')).toHaveLength(1);
    });

    it('is another transaction at another connector, time, register or by another token', async () => {
      const station = await csms.station('E01-others', '1.6', { evses: [1, 1] }).boots();
      const start = startOf('ABCD1234');
      const starts = [
        start,
        { ...start, connectorId: 2 },
        { ...start, meterStart: 1001 },
        { ...start, idTag: 'OTHER' },
        { ...start, timestamp: new Date(now().getTime() + 1000).toISOString() },
      ];

      const ids = new Set<number>();
      for (const each of starts) ids.add((await station.call('StartTransaction', each)).transactionId);

      expect(ids.size).toBe(starts.length);
      expect(await transactionsOf('E01-others')).toHaveLength(starts.length);
    });

    it('is never the same id at two stations', async () => {
      const start = startOf('ABCD1234');

      const ids = [];
      for (const stationId of ['E01-one', 'E01-two']) {
        const station = await csms.station(stationId, '1.6').boots();
        ids.push((await station.call('StartTransaction', start)).transactionId);
      }

      expect(ids[0]).not.toBe(ids[1]);
    });

    it('E05: is kept under an id of its own although its token is refused', async () => {
      const station = await csms.station('E05-refused', '1.6').boots();

      const { transactionId, idTagInfo } = await station.call('StartTransaction', startOf('NOBODY'));
      await station.call('StopTransaction', {
        transactionId,
        meterStop: 1000,
        timestamp: now().toISOString(),
        reason: 'DeAuthorized',
      });

      expect(idTagInfo.status).toBe('Invalid');
      expect(await transactionsOf('E05-refused')).toMatchObject([
        { state: 'ended', energyWh: 0, stopReason: 'DeAuthorized', idToken: { value: 'NOBODY' } },
      ]);
    });
  });

  describe('on an EVSE where another one seems to run still', () => {
    it.each(OCPP_VERSIONS)('ends that one for the time being; its own late end counts (OCPP %s)', async (version) => {
      const stationId = `E01-lost-end-${version}`;
      const station = await csms.station(stationId, version).boots();
      const charges = async (energyWh: number) => {
        await station.plugIn();
        await station.authorize(CARD);
        await csms.clock.advance(1000);
        await station.charge({ energyWh });
      };
      await charges(500);
      const [first] = await transactionsOf(stationId);
      // the end waits in the station, the next start overtakes it
      await station.goOffline();
      await csms.clock.advance(1000);
      const endedAt = now();
      await station.stop();
      await station.unplug();
      const other = await overtaking(stationId, version, new Date(endedAt.getTime() + 60_000));

      expect(await csms.operator.transaction(first!.id)).toMatchObject({
        state: 'ended',
        endedAt: other.startedAt,
        stopReason: null,
        flags: expect.arrayContaining(['ended-by-next-transaction']),
      });
      expect(await csms.operator.transaction(other.id)).toMatchObject({ state: 'active' });

      await station.goOnline();
      await station.delivered();

      const corrected = await csms.operator.transaction(first!.id);
      expect(corrected).toMatchObject({ state: 'ended', endedAt: endedAt.toISOString(), stopReason: 'Local' });
      expect(corrected.flags).not.toContain('ended-by-next-transaction');
      expect(await csms.operator.transaction(other.id)).toMatchObject({ state: 'active' });
    });
  });

  describe('in OCPP 2.0.1', () => {
    it('may use the id of a transaction that has ended: it is another transaction', async () => {
      const station = await csms.station('E01-reused', '2.0.1').boots();

      for (const [begin, end] of [[0, 100] as const, [100, 350] as const]) {
        const transaction = new ToldTransaction(station, now, '1');
        await transaction.started('Authorized', {
          idToken: CARD.value,
          evse: EVSE,
          meterValue: [register(now(), begin, { context: 'Transaction.Begin' })],
        });
        await csms.clock.advance(1000);
        await transaction.ended('StopAuthorized', {
          meterValue: [register(now(), end, { context: 'Transaction.End' })],
        });
        await csms.clock.advance(1000);
      }

      expect(await transactionsOf('E01-reused')).toMatchObject([
        { ocppTransactionId: '1', state: 'ended', energyWh: 250, flags: [] },
        { ocppTransactionId: '1', state: 'ended', energyWh: 100, flags: [] },
      ]);
    });

    it('may use the id of a transaction of another station', async () => {
      for (const stationId of ['E01-same-1', 'E01-same-2']) {
        const station = await csms.station(stationId, '2.0.1').boots();
        await new ToldTransaction(station, now, 'SAME').started('Authorized', { evse: EVSE });
      }

      expect(await transactionsOf('E01-same-1')).toMatchObject([{ ocppTransactionId: 'SAME', state: 'active' }]);
      expect(await transactionsOf('E01-same-2')).toMatchObject([{ ocppTransactionId: 'SAME', state: 'active' }]);
    });

    it('is the same transaction when it is told again, also offline by now and after a restart', async () => {
      const station = await csms.station('E01-again-201', '2.0.1').boots();
      const event: StationRequests['2.0.1']['TransactionEvent'] = {
        eventType: 'Started',
        timestamp: now().toISOString(),
        triggerReason: 'Authorized',
        seqNo: 0,
        transactionInfo: { transactionId: 'TOLD-AGAIN' },
        evse: EVSE,
        idToken: { idToken: CARD.value, type: CARD.type },
      };
      const first = await station.call('TransactionEvent', event);
      await station.goOffline();

      await csms.restart();
      await station.goOnline();
      const again = await station.call('TransactionEvent', { ...event, offline: true });

      expect(again).toEqual(first);
      const [transaction, ...others] = await transactionsOf('E01-again-201');
      expect(others).toEqual([]);
      expect(await csms.operator.events(transaction!.id)).toHaveLength(1);
    });
  });

  describe('by a token that charges elsewhere', () => {
    it.each(OCPP_VERSIONS)('is let in, unless its group forbids it: see C01 (OCPP %s)', async (version) => {
      await csms.given.idToken({ value: 'FLEET-CARD', groupId: 'FLEET' });
      await csms.given.group('FLEET', { concurrentTransactions: 'allowed' });

      for (const value of [CARD.value, 'FLEET-CARD']) {
        for (const place of ['here', 'there']) {
          const station = await csms.station(`E01-${value}-${place}-${version}`, version).boots();
          await station.plugIn();
          await station.authorize({ value, type: 'ISO14443' });
          // a token that is refused would have ended it
          expect(await transactionsOf(station.stationId)).toMatchObject([{ state: 'active' }]);
        }
      }
    });
  });

  /** A transaction that begins on the EVSE while an earlier end is still on its way, told by another line of the station. */
  async function overtaking(stationId: string, version: (typeof OCPP_VERSIONS)[number], at: Date) {
    const line = await csms.station(stationId, version).connect();
    if (version === '1.6') {
      await line.callAny('StartTransaction', startOf(CARD.value, { meterStart: 1003, timestamp: at.toISOString() }));
    } else {
      const name = version === '2.0' ? 'transactionData' : 'transactionInfo';
      await line.callAny('TransactionEvent', {
        eventType: 'Started',
        timestamp: at.toISOString(),
        triggerReason: 'Authorized',
        seqNo: 0,
        [name]: { [version === '2.0' ? 'id' : 'transactionId']: `OVERTAKING-${version}` },
        evse: EVSE,
        idToken: { idToken: CARD.value, type: CARD.type },
      });
    }
    await line.close();
    const active = await csms.operator.transactions({ stationId, state: 'active' });
    expect(active).toHaveLength(1);
    return active[0]!;
  }
});
