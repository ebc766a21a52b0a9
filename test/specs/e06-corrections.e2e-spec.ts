import { randomUUID } from 'node:crypto';
import { OCPP_VERSIONS, type OcppVersion } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { CARD, chargingStation, onlyTransaction } from '../support/running-transactions.js';

const BOB = { value: 'BOB', type: 'Local' } as const;
const reason = 'the driver called';

describe('E06 · Operators close and correct transactions', () => {
  const csms = startCsms();
  beforeEach(() => csms.given.idToken(CARD));

  const only = (stationId: string) => onlyTransaction(csms, stationId);
  const charging = async <V extends OcppVersion>(stationId: string, version: V) => {
    const charges = await chargingStation(csms, stationId, version);
    return { ...charges, transaction: await only(stationId) };
  };
  const charged = async (stationId: string, version: OcppVersion = '2.0.1') => {
    const { station } = await charging(stationId, version);
    await station.stop();
    await csms.clock.advance(1000);
    return { station, transaction: await only(stationId) };
  };
  const read = (id: string) => csms.operator.transaction(id);

  describe('Closing', () => {
    it.each(OCPP_VERSIONS)('ends a transaction at its last meter value (OCPP %s)', async (version) => {
      const { transaction, measuredAt } = await charging(`CLOSE-${version}`, version);

      const closed = await csms.operator.closeTransaction(transaction.id, { reason });

      expect(closed).toMatchObject({
        state: 'ended',
        closedBy: 'operator',
        endedAt: measuredAt,
        energyWh: 1200,
        corrected: false,
        original: null,
        completeness: { state: 'incomplete' },
        flags: expect.arrayContaining(['closed-by-operator']),
      });
      expect(await csms.operator.corrections(transaction.id)).toMatchObject([
        {
          kind: 'close',
          reason,
          operatorName: expect.any(String),
          before: { endedAt: null, energyWh: 1200 },
          after: { endedAt: measuredAt, energyWh: 1200 },
        },
      ]);
    });

    it.each(OCPP_VERSIONS)('gives way to the own end, which is flagged for review (OCPP %s)', async (version) => {
      const { station, transaction } = await charging(`CLOSE-LATE-${version}`, version);
      await csms.operator.closeTransaction(transaction.id, { reason });
      await station.charge({ energyWh: 300 });
      expect(await read(transaction.id)).toMatchObject({ state: 'ended', closedBy: 'operator' });
      await csms.clock.advance(1000);

      await station.stop();

      const now = await read(transaction.id);
      expect(now).toMatchObject({ state: 'ended', closedBy: null, energyWh: 1500, stopReason: 'Local' });
      expect(now.flags).toEqual(['changed-after-correction']);
    });

    it('takes the end that the operator knows, and keeps to it', async () => {
      const { station, transaction } = await charging('CLOSE-GIVEN', '2.0.1');
      const endedAt = csms.clock.now().toISOString();

      const closed = await csms.operator.closeTransaction(transaction.id, { reason, endedAt, meterStopWh: 1300 });
      await csms.clock.advance(1000);
      await station.charge({ energyWh: 700 });
      await station.stop();

      expect(closed).toMatchObject({ endedAt, meterStopWh: 1300, energyWh: 1300, corrected: true });
      expect(closed.original).toMatchObject({ endedAt, meterStopWh: 1200, energyWh: 1200 });
      const now = await read(transaction.id);
      expect(now).toMatchObject({ closedBy: null, endedAt, energyWh: 1300, original: { energyWh: 1900 } });
      expect(now.flags).toContain('changed-after-correction');
    });

    it('leaves a station free to be asked to stop what may still run', async () => {
      const { transaction } = await charging('CLOSE-STOP', '2.0.1');
      await csms.operator.closeTransaction(transaction.id, { reason });

      expect((await csms.operator.requestStop(transaction.id)).status).toBe('Accepted');

      await csms.eventually(async () => expect((await read(transaction.id)).stopReason).toBe('Remote'));
    });

    it('can be withdrawn: the transaction runs again', async () => {
      const { transaction } = await charging('CLOSE-BACK', '2.0.1');
      await csms.operator.closeTransaction(transaction.id, { reason });
      const [closing] = await csms.operator.corrections(transaction.id);

      await csms.operator.withdrawCorrection(transaction.id, closing!.id, 'it still charges');

      expect(await read(transaction.id)).toMatchObject({ state: 'active', closedBy: null, endedAt: null, flags: [] });
      expect(await csms.operator.corrections(transaction.id)).toMatchObject([
        { kind: 'close', withdrawn: true },
        { kind: 'withdrawal', withdraws: closing!.id, reason: 'it still charges', after: { endedAt: null } },
      ]);
    });

    it('is refused for what has ended', async () => {
      const { transaction } = await charged('CLOSE-ENDED');
      const other = await charging('CLOSE-TWICE', '1.6');
      await csms.operator.closeTransaction(other.transaction.id, { reason });

      for (const { id } of [transaction, other.transaction]) {
        expect(await csms.operator.post(`/transactions/${id}/close`, { reason })).toMatchObject({
          status: 409,
          body: { code: 'transaction-ended' },
        });
      }
    });
  });

  describe('Correcting', () => {
    it.each(OCPP_VERSIONS)('lets other values count, and keeps what the station told (OCPP %s)', async (version) => {
      const { transaction } = await charged(`CORRECT-${version}`, version);
      const { startedAt, meterStartWh, endedAt } = transaction;

      const made = await csms.operator.correctTransaction(transaction.id, {
        reason,
        meterStopWh: 1000.5,
        idToken: BOB,
      });

      const original = { startedAt, endedAt, meterStartWh, meterStopWh: 1200, energyWh: 1200, idToken: CARD };
      const now = await read(transaction.id);
      expect(now).toMatchObject({
        meterStopWh: 1000.5,
        energyWh: 1000.5 - meterStartWh!,
        idToken: BOB,
        corrected: true,
        original,
      });
      expect(made).toMatchObject({
        kind: 'correction',
        reason,
        before: original,
        after: { ...original, meterStopWh: 1000.5, energyWh: 1000.5 - meterStartWh!, idToken: BOB },
        withdrawn: false,
      });
      expect(await csms.operator.corrections(transaction.id)).toEqual([made]);
    });

    it('shows in lists, by the corrected values, and to those who ask for changes', async () => {
      const { transaction } = await charged('CORRECT-LIST');
      await csms.clock.advance(60_000);
      const updatedSince = csms.clock.now().toISOString();
      const startedAt = new Date(Date.parse(transaction.startedAt) - 3_600_000).toISOString();

      await csms.operator.correctTransaction(transaction.id, { reason, startedAt, idToken: BOB });

      const found = (filter: object) => csms.operator.transactions({ stationId: 'CORRECT-LIST', ...filter });
      expect(await found({ updatedSince })).toHaveLength(1);
      expect(await found({ token: 'BOB' })).toHaveLength(1);
      expect(await found({ token: CARD.value })).toHaveLength(0);
      expect(await found({ to: transaction.startedAt })).toMatchObject([{ startedAt }]);
    });

    it('shows in CSV', async () => {
      const { transaction } = await charged('CORRECT-CSV');
      await csms.operator.correctTransaction(transaction.id, { reason, energyWh: 42 });

      const { body } = await csms.operator.get('/transactions?stationId=CORRECT-CSV', { accept: 'text/csv' });

      const [head, line] = (body as string).split('\r\n').map((row) => row.split(','));
      const column = (name: string) => line![head!.indexOf(name)];
      expect(['energyWh', 'meterStopWh', 'completeness', 'closedBy', 'corrected'].map(column)).toEqual([
        '42',
        '1200',
        'complete',
        '',
        'true',
      ]);
    });

    it('makes a bill of what the station left without one', async () => {
      const station = await csms.station('CORRECT-BILL', '1.6').boots();
      const timestamp = csms.clock.now().toISOString();
      const start = { connectorId: 1, idTag: CARD.value, meterStart: 5000, timestamp };
      const { transactionId } = await station.call('StartTransaction', start);
      await station.call('StopTransaction', { transactionId, meterStop: 12, timestamp });
      const transaction = await only('CORRECT-BILL');
      expect(transaction).toMatchObject({ energyWh: null, flags: ['negative-energy'] });

      await csms.operator.correctTransaction(transaction.id, { reason, meterStopWh: 6000 });

      expect(await read(transaction.id)).toMatchObject({ energyWh: 1000, flags: [] });
    });

    it('outlives what the station tells later, and is flagged for review until somebody looks', async () => {
      const { station, transaction } = await charged('CORRECT-LATE');
      await csms.operator.correctTransaction(transaction.id, { reason, energyWh: 1000 });
      expect((await read(transaction.id)).flags).toEqual([]);

      // a later value for the end of the same transaction
      await station.call('TransactionEvent', {
        eventType: 'Updated',
        seqNo: 99,
        timestamp: csms.clock.now().toISOString(),
        triggerReason: 'MeterValuePeriodic',
        transactionInfo: { transactionId: transaction.ocppTransactionId },
        meterValue: [
          {
            timestamp: csms.clock.now().toISOString(),
            sampledValue: [{ value: 9000, context: 'Sample.Periodic' }],
          },
        ],
      });
      await station.call('TransactionEvent', {
        eventType: 'Ended',
        seqNo: 1,
        timestamp: transaction.startedAt,
        triggerReason: 'StopAuthorized',
        transactionInfo: { transactionId: transaction.ocppTransactionId },
      });

      const now = await read(transaction.id);
      expect(now).toMatchObject({ energyWh: 1000, corrected: true });
      expect(now.flags).toContain('changed-after-correction');
      await csms.operator.correctTransaction(transaction.id, { reason: 'seen', energyWh: 1000 });
      expect((await read(transaction.id)).flags).not.toContain('changed-after-correction');
    });

    it('can be done again and withdrawn, step by step', async () => {
      const { transaction } = await charged('CORRECT-STEPS');
      const first = await csms.operator.correctTransaction(transaction.id, { reason: 'first', meterStopWh: 800 });
      const second = await csms.operator.correctTransaction(transaction.id, { reason: 'second', energyWh: 5 });
      expect((await read(transaction.id)).energyWh).toBe(5);

      await csms.operator.withdrawCorrection(transaction.id, second.id, 'no');
      expect(await read(transaction.id)).toMatchObject({ energyWh: 800, corrected: true });
      await csms.operator.withdrawCorrection(transaction.id, first.id, 'neither');

      expect(await read(transaction.id)).toMatchObject({ energyWh: 1200, corrected: false, original: null, flags: [] });
      expect((await csms.operator.corrections(transaction.id)).map((each) => [each.reason, each.withdrawn])).toEqual([
        ['first', true],
        ['second', true],
        ['no', false],
        ['neither', false],
      ]);
    });

    it('holds after a restart, page by page', async () => {
      const { transaction } = await charged('CORRECT-RESTART');
      await csms.operator.correctTransaction(transaction.id, { reason: 'one', energyWh: 1 });
      await csms.operator.correctTransaction(transaction.id, { reason: 'two', energyWh: 2 });

      await csms.restart();

      expect(await read(transaction.id)).toMatchObject({ energyWh: 2, corrected: true });
      const path = `/transactions/${transaction.id}/corrections?limit=1`;
      const page = (await csms.operator.get(path)).body;
      const next = (await csms.operator.get(`${path}&cursor=${page.nextCursor}`)).body;
      expect([page.items[0].reason, next.items[0].reason, next.nextCursor]).toEqual(['one', 'two', null]);
    });

    it('of begin and token is possible while the transaction runs, and stays when it ends', async () => {
      const { station, transaction } = await charging('CORRECT-RUNNING', '2.0.1');

      await csms.operator.correctTransaction(transaction.id, { reason, meterStartWh: 200, idToken: BOB });
      expect(await read(transaction.id)).toMatchObject({ state: 'active', energyWh: 1000, idToken: BOB });
      await station.charge({ energyWh: 500 });
      await station.stop();

      expect(await read(transaction.id)).toMatchObject({
        state: 'ended',
        energyWh: 1500,
        idToken: BOB,
        flags: [],
        original: { energyWh: 1700, idToken: CARD },
      });
    });
  });

  describe('is refused', () => {
    const refused = async (stationId: string, path: string, body: object, status: number, code: string) => {
      const before = await only(stationId);
      const answer = await csms.operator.post(`/transactions/${before.id}${path}`, body);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(await only(stationId)).toEqual(before);
      expect(await csms.operator.corrections(before.id)).toEqual([]);
    };

    it.each([
      ['no reason', { energyWh: 1 }],
      ['a blank reason', { reason: ' ', energyWh: 1 }],
      ['nothing to correct', { reason }],
      ['negative energy', { reason, energyWh: -1 }],
      ['a negative register', { reason, meterStartWh: -1 }],
      ['a stop below the start', { reason, meterStartWh: 500, meterStopWh: 400 }],
      ['a start above the stop', { reason, meterStartWh: 1201 }],
      ['a text for a number', { reason, energyWh: '1' }],
      ['an end before the start', { reason, endedAt: '2020-01-01T00:00:00Z' }],
      ['a start in the future', { reason, startedAt: '2099-01-01T00:00:00Z' }],
      ['a time without zone', { reason, startedAt: '2026-01-01T00:00:00' }],
      ['a value taken away', { reason, endedAt: null }],
      ['a PIN', { reason, idToken: { value: '1234', type: 'KeyCode' } }],
      ['half a token', { reason, idToken: { value: '1234' } }],
      ['a field of another kind', { reason, state: 'active' }],
    ])('a correction with %s', async (_what, body) => {
      await csms.given.station('REFUSED-CORRECT');
      if ((await csms.operator.transactions({ stationId: 'REFUSED-CORRECT' })).length === 0) {
        await charged('REFUSED-CORRECT');
      }
      await refused('REFUSED-CORRECT', '/corrections', body, 400, 'validation-failed');
    });

    it.each([
      ['no reason', {}],
      ['an end before the start', { reason, endedAt: '2020-01-01T00:00:00Z' }],
      ['an end in the future', { reason, endedAt: '2099-01-01T00:00:00Z' }],
      ['negative energy', { reason, meterStopWh: -1 }],
    ])('a closing with %s', async (_what, body) => {
      await csms.given.station('REFUSED-CLOSE');
      if ((await csms.operator.transactions({ stationId: 'REFUSED-CLOSE' })).length === 0) {
        await charging('REFUSED-CLOSE', '2.0.1');
      }
      await refused('REFUSED-CLOSE', '/close', body, 400, 'validation-failed');
    });

    it('a closing below the register at the start', async () => {
      const station = await csms.station('REFUSED-BELOW', '1.6').boots();
      const timestamp = csms.clock.now().toISOString();
      await station.call('StartTransaction', { connectorId: 1, idTag: 'A', meterStart: 500, timestamp });

      await refused('REFUSED-BELOW', '/close', { reason, meterStopWh: 499 }, 400, 'validation-failed');
    });

    it('a correction of an end that has not come', async () => {
      await charging('REFUSED-ACTIVE', '2.0.1');

      for (const body of [{ endedAt: '2026-01-01T00:00:00Z' }, { meterStopWh: 1 }, { energyWh: 1 }]) {
        await refused('REFUSED-ACTIVE', '/corrections', { reason, ...body }, 409, 'transaction-active');
      }
    });

    it('what a withdrawal cannot take back', async () => {
      const { transaction } = await charged('REFUSED-WITHDRAW');
      const made = await csms.operator.correctTransaction(transaction.id, { reason, energyWh: 1 });
      const withdrawal = await csms.operator.withdrawCorrection(transaction.id, made.id, reason);
      const withdraw = async (id: string) => {
        const path = `/transactions/${transaction.id}/corrections/${id}/withdraw`;
        const { status, body } = await csms.operator.post(path, { reason });
        return [status, body.code];
      };

      expect(await withdraw(made.id)).toEqual([409, 'correction-withdrawn']);
      expect(await withdraw(withdrawal.id)).toEqual([409, 'withdrawal-final']);
      expect(await withdraw(randomUUID())).toEqual([404, 'correction-unknown']);
    });

    it('to a viewer, and for what does not exist', async () => {
      const { transaction } = await charged('REFUSED-VIEWER');
      const viewer = (await csms.operator.post('/api-keys', { name: 'viewer', role: 'viewer' })).body.key;
      const authorization = `Bearer ${viewer}`;
      const post = (id: string, headers?: Record<string, string>) => [
        csms.operator.post(`/transactions/${id}/close`, { reason }, headers),
        csms.operator.post(`/transactions/${id}/corrections`, { reason, energyWh: 1 }, headers),
        csms.operator.post(`/transactions/${id}/status`, undefined, headers),
      ];

      for (const answer of post(transaction.id, { authorization })) expect((await answer).status).toBe(403);
      for (const answer of post(randomUUID())) {
        expect(await answer).toMatchObject({ status: 404, body: { code: 'transaction-unknown' } });
      }
      expect((await csms.operator.get(`/transactions/${randomUUID()}/corrections`)).status).toBe(404);
    });
  });

  it('counts once where two operators close at the same moment', async () => {
    const { transaction } = await charging('AT-ONCE', '2.0.1');

    const answers = await Promise.all(
      [1, 2, 3].map(() => csms.operator.post(`/transactions/${transaction.id}/close`, { reason })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await csms.operator.corrections(transaction.id)).toHaveLength(1);
  });
});
