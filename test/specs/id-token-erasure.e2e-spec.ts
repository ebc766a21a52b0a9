import { DataSource } from 'typeorm';
import type { StationRequests } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import type { Api } from '../support/operator.js';
import { ToldTransaction } from '../support/transaction-events.js';

const ERASED = { value: 'Gone4711', type: 'ISO14443' } as const;
const OTHER = { value: 'STAYS0815', type: 'ISO14443' } as const;

type MeterValue = NonNullable<StationRequests['1.6']['MeterValues']['meterValue']>[number];

describe('A token erased from history', () => {
  const csms = startCsms();

  beforeEach(async () => {
    await csms.given.idToken({ ...ERASED, note: 'the red car of Ms Gone4711', groupId: 'FAMILY' });
    await csms.given.idToken({ ...OTHER, groupId: 'FAMILY' });
  });

  const now = () => csms.clock.now().toISOString();

  /** A transaction of a 1.6 station, and the call that began it. */
  const chargeV16 = async (
    stationId: string,
    idTag: string,
    stopTag = idTag,
    signed: MeterValue['sampledValue'] = [],
  ) => {
    const station = await csms.station(stationId, '1.6').boots();
    const start = { connectorId: 1, idTag, meterStart: 1000, timestamp: now() };
    await station.call('Authorize', { idTag });
    const { transactionId } = await station.call('StartTransaction', start);
    await csms.clock.advance(60_000);
    const meterValue = [{ timestamp: now(), sampledValue: [{ value: '1500' }, ...signed] }];
    await station.call('MeterValues', { connectorId: 1, transactionId, meterValue });
    await csms.clock.advance(60_000);
    await station.call('StopTransaction', { transactionId, idTag: stopTag, meterStop: 3000, timestamp: now() });
    return { station, start, transactionId };
  };

  const chargeV201 = async (stationId: string, value: string, stopValue = value) => {
    const station = await csms.station(stationId, '2.0.1').boots();
    const told = new ToldTransaction(station, () => csms.clock.now());
    await station.call('Authorize', { idToken: { idToken: value, type: 'ISO14443' } });
    await told.started('Authorized', { idToken: value, evse: { id: 1, connectorId: 1 } });
    await csms.clock.advance(60_000);
    await told.ended('StopAuthorized', { idToken: stopValue, stoppedReason: 'Local' });
  };

  const request = (token: object = ERASED, reason = 'request 17') =>
    csms.operator.post('/id-token-erasures', { ...token, reason });
  const read = async (id: string): Promise<Api<'IdTokenErasureView'>> =>
    (await csms.operator.get(`/id-token-erasures/${id}`)).body;
  const carriedOut = (id: string) =>
    csms.eventually(async () => {
      await csms.clock.advance(1000);
      const erasure = await read(id);
      expect(erasure.state).toBe('done');
      return erasure;
    }, 20_000);
  const erase = async (token: object = ERASED) => carriedOut((await request(token)).body.id);

  /** Every column of the database in which a text stands, whatever its capitals. */
  const traces = async (text: string): Promise<string[]> => {
    const dataSource = csms.get(DataSource);
    const columns = await dataSource.query<{ table: string; column: string; type: string }[]>(
      `SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
         AND c.table_name NOT IN (SELECT inhrelid::regclass::text FROM pg_inherits)`,
    );
    const found: string[] = [];
    for (const { table, column, type } of columns) {
      const value = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
      const where = `position($1 IN lower(${value})) > 0`;
      const rows = await dataSource.query<unknown[]>(`SELECT 1 FROM "${table}" WHERE ${where} LIMIT 1`, [
        text.toLowerCase(),
      ]);
      if (rows.length > 0) found.push(`${table}.${column}`);
    }
    return found;
  };

  it('leaves no trace in any table, while transactions and their energy stay', async () => {
    await chargeV16('ERASE-16', 'GONE4711');
    await chargeV16('ERASE-16-stopped', OTHER.value, 'gone4711');
    await chargeV201('ERASE-201', 'gone4711');
    await chargeV201('ERASE-201-stopped', OTHER.value, 'Gone4711');
    const orphan = await csms.station('ERASE-orphan', '1.6').boots();
    await orphan.call('StopTransaction', { transactionId: 99, idTag: 'Gone4711', meterStop: 1, timestamp: now() });
    const asked = csms.station('ERASE-asked', '2.0.1');
    await asked.boots();
    await csms.operator.requestStart('ERASE-asked', { idToken: { ...ERASED }, evseId: 1 });
    const teller = await csms.station('ERASE-told', '2.0.1').boots();
    await teller.call('NotifyEvent', {
      generatedAt: now(),
      seqNo: 0,
      eventData: [
        {
          eventId: 1,
          timestamp: now(),
          trigger: 'Alerting',
          actualValue: 'true',
          eventNotificationType: 'HardWiredNotification',
          component: { name: 'TokenReader' },
          variable: { name: 'Problem' },
          customData: { vendorId: 'com.example', idToken: ERASED.value },
        },
      ],
    });
    await teller.call('DataTransfer', { vendorId: 'com.example', data: { idToken: ERASED.value } });
    await csms.eventually(async () => {
      await csms.clock.advance(1000); // the message log is written behind the answers
      expect(await csms.operator.messages('ERASE-16', { action: 'Authorize' })).toHaveLength(1);
    });
    const running = await csms.operator.transactions({ state: 'active', stationId: 'ERASE-asked' });
    for (const { id } of running) await csms.operator.requestStop(id);
    await csms.eventually(async () => {
      await csms.clock.advance(1000);
      expect(await csms.operator.transactions({ state: 'active' })).toEqual([]);
    });
    const before = await csms.operator.transactions({ limit: 500 });
    expect((await traces('gone4711')).length).toBeGreaterThan(5);

    const erasure = await erase();

    const pseudonym = erasure.pseudonym;
    expect(pseudonym).toMatch(/^erased-[a-z0-9]{13}$/);
    expect(await traces('gone4711')).toEqual([]);
    const expected = { idTokens: 1, transactions: 2 + running.length, commands: 1, notices: 3 };
    expect(erasure.counts).toMatchObject(expected);
    const after = await csms.operator.transactions({ limit: 500 });
    const facts = (transactions: Api<'TransactionView'>[]) =>
      transactions.map(({ updatedAt: _, idToken, ...facts }) => ({
        ...facts,
        idToken: idToken && { ...idToken, value: idToken.value.toLowerCase().replace('gone4711', pseudonym) },
      }));
    expect(facts(after)).toEqual(facts(before));
    expect(await csms.operator.transactions({ token: pseudonym })).toHaveLength(2 + running.length);
    expect(await csms.operator.transactions({ token: ERASED.value })).toEqual([]);
  }, 60_000);

  it('can be read as before otherwise: frames stay frames, other tokens stay', async () => {
    await chargeV16('ERASE-frames', 'GONE4711', OTHER.value);

    const { pseudonym } = await erase();

    const [transaction] = await csms.operator.transactions({ stationId: 'ERASE-frames' });
    const events = await csms.operator.events(transaction!.id);
    expect(events.map(({ kind, payload }) => [kind, payload?.['idTag']])).toEqual([
      ['StartTransaction', pseudonym],
      ['MeterValues', undefined],
      ['StopTransaction', OTHER.value],
    ]);
    expect(await csms.operator.messages('ERASE-frames', { action: 'Authorize' })).toMatchObject([
      { request: { idTag: pseudonym }, response: { idTagInfo: { status: 'Accepted', parentIdTag: 'FAMILY' } } },
    ]);
    const { body } = await csms.operator.get('/id-tokens?groupId=FAMILY');
    expect(body.items).toMatchObject([{ value: OTHER.value }]);
  });

  it('is not sent any more by a command that waits for its station', async () => {
    const station = await csms.station('ERASE-kept', '2.0.1').boots();
    await station.goOffline();
    await csms.eventually(async () => expect((await csms.operator.station('ERASE-kept')).connected).toBe(false));
    const keep = (idToken: object) =>
      csms.operator.post('/stations/ERASE-kept/transactions?whenOffline=queue', { idToken, evseId: 1 });
    const [gone, stays] = [await keep(ERASED), await keep(OTHER)];

    await erase();
    await station.goOnline();

    const state = async ({ body }: typeof gone) => (await csms.operator.get(`/commands/${body.commandId}`)).body;
    await csms.eventually(async () => {
      await csms.clock.advance(1000);
      expect(await state(stays)).toMatchObject({ state: 'answered' });
    });
    expect(await state(gone)).toMatchObject({ state: 'cancelled', error: { reason: 'cancelled' }, sentAt: null });
  }, 30_000);

  it('stays where a meter has signed it: that is evidence, to the byte', async () => {
    const card = await csms.given.idToken({ value: 'SIGNED99' });
    const signed = { value: 'OCMF|{"ID":"SIGNED99"}|{"SA":"x"}', format: 'SignedData' } as const;
    await chargeV16('ERASE-signed', 'SIGNED99', 'SIGNED99', [signed]);

    await erase({ value: card.value, type: card.type });

    const [transaction] = await csms.operator.transactions({ stationId: 'ERASE-signed' });
    const values = await csms.operator.meterValues(transaction!.id);
    expect(values.find(({ format }) => format === 'SignedData')!.rawValue).toBe(signed.value);
    expect((await traces('SIGNED99')).sort()).toEqual(['meter_values.samples', 'transaction_events.payload']);
  });

  it('is gone from what operators corrected, whichever token was the right one', async () => {
    const wrong = { value: 'CORR-WRONG', type: 'ISO14443' };
    await csms.given.idToken({ value: wrong.value });
    const corrected = async (stationId: string, idTag: string, idToken: object) => {
      await chargeV16(stationId, idTag);
      const [transaction] = await csms.operator.transactions({ stationId });
      const path = `/transactions/${transaction!.id}/corrections`;
      expect((await csms.operator.post(path, { idToken, reason: 'mixed up' })).status).toBeLessThan(300);
    };
    await corrected('ERASE-became', OTHER.value, wrong);
    await corrected('ERASE-was', wrong.value, { ...OTHER });

    const { pseudonym, counts } = await erase(wrong);

    expect(counts).toMatchObject({ transactions: 2, corrections: 2 });
    expect(await traces(wrong.value)).toEqual([]);
    expect(await csms.operator.transactions({ stationId: 'ERASE-became' })).toMatchObject([
      { idToken: { value: pseudonym }, energyWh: 2000 },
    ]);
    expect(await csms.operator.transactions({ stationId: 'ERASE-was' })).toMatchObject([
      { idToken: { value: OTHER.value }, energyWh: 2000 },
    ]);
  });

  it('is told to whoever keeps a copy of the transactions', async () => {
    await chargeV16('ERASE-copy', 'GONE4711');
    await csms.clock.advance(60_000);
    const since = now();

    await erase();

    const changed = await csms.operator.transactions({ updatedSince: since, stationId: 'ERASE-copy' });
    expect(changed).toHaveLength(1);
  });

  it('is not brought back by what arrives late, nor is a message counted twice that is repeated', async () => {
    const { station, start, transactionId } = await chargeV16('ERASE-late', 'GONE4711');
    const { pseudonym } = await erase();

    const again = await station.call('StartTransaction', start);
    await station.call('MeterValues', {
      connectorId: 1,
      transactionId,
      meterValue: [{ timestamp: now(), sampledValue: [{ value: '2000' }] }],
    });

    expect(again.transactionId).toBe(transactionId);
    expect(await csms.operator.transactions({ stationId: 'ERASE-late' })).toMatchObject([
      { idToken: { value: pseudonym }, energyWh: 2000, state: 'ended' },
    ]);
  });

  it('is unknown from the moment of the request, and may be registered anew', async () => {
    const { body: erasure } = await request();
    const station = await csms.station('ERASE-unknown', '1.6').boots();

    expect(await station.call('Authorize', { idTag: ERASED.value })).toMatchObject({
      idTagInfo: { status: 'Invalid' },
    });
    expect((await csms.operator.post('/id-tokens', ERASED)).status).toBe(201);
    await carriedOut(erasure.id);
  });

  it('is erased to the end by a TAU that was stopped in the middle', async () => {
    await chargeV16('ERASE-restart', 'GONE4711');
    const { body: requested } = await request();
    // the clock stands still: one step is done, and no other comes
    await csms.eventually(async () => expect((await read(requested.id)).state).toBe('running'));

    await csms.restart();

    const erasure = await carriedOut(requested.id);
    expect(erasure.counts).toMatchObject({ idTokens: 1, transactions: 1, events: 2 });
    expect(await csms.operator.transactions({ token: erasure.pseudonym })).toHaveLength(1);
  });

  it('is refused while a transaction of it runs, which is named', async () => {
    const station = await csms.station('ERASE-runs', '1.6').boots();
    const { transactionId } = await station.call('StartTransaction', {
      connectorId: 1,
      idTag: ERASED.value,
      meterStart: 0,
      timestamp: now(),
    });
    const running = await csms.operator.transactions({ stationId: 'ERASE-runs' });

    const transactionIds = running.map(({ id }) => id);
    expect(await request()).toMatchObject({ status: 409, body: { code: 'id-token-in-use', transactionIds } });

    await station.call('StopTransaction', { transactionId, meterStop: 10, timestamp: now() });
    expect((await request()).status).toBe(201);
  });

  it('needs the role admin, a type and a reason', async () => {
    for (const role of ['viewer', 'operator']) {
      const { key } = (await csms.operator.post('/api-keys', { name: role, role })).body;
      const headers = { authorization: `Bearer ${key}` };

      const body = { ...ERASED, reason: 'x' };
      expect((await csms.operator.post('/id-token-erasures', body, headers)).status).toBe(403);
      expect((await csms.operator.get('/id-token-erasures', headers)).status).toBe(403);
    }
    expect(await request({ value: 'X' })).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    expect(await request(ERASED, '')).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    expect(await request({ value: '****', type: 'KeyCode' })).toMatchObject({ status: 400 });
  });

  it('is listed without the token, the latest first', async () => {
    const first = await erase();
    const second = await erase();

    const { body } = await csms.operator.get('/id-token-erasures?limit=1');
    const next = (await csms.operator.get(`/id-token-erasures?limit=1&cursor=${body.nextCursor}`)).body;

    expect([body.items[0].id, next.items[0].id]).toEqual([second.id, first.id]);
    expect(JSON.stringify([body, next]).toLowerCase()).not.toContain('gone4711');
  });
});
