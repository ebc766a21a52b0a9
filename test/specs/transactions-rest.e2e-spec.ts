import { encodeCursor } from '../../src/common/pagination.js';
import { startCsms } from '../support/csms.js';
import { register, ToldTransaction } from '../support/transaction-events.js';
import type { Api } from '../support/operator.js';

type Transaction = Api<'TransactionView'>;

const EVSE = { id: 1, connectorId: 1 };
const CSV = { accept: 'text/csv' };
const UUID = '0192a4c0-0000-7000-8000-000000000000';

describe('Transactions in REST', () => {
  const csms = startCsms({ now: '2026-01-05T12:00:00.000Z' });
  const now = () => csms.clock.now();
  const second = () => csms.clock.advance(1000);

  /** A station with so many transactions, a second apart: at EVSE 1, 2 and so on. */
  const station = async (stationId: string, transactions: number, idToken = 'ABCD1234') => {
    const line = await csms.station(stationId, '2.0.1').boots();
    const told = [];
    for (let i = 0; i < transactions; i++) {
      await second();
      const transaction = new ToldTransaction(line, now);
      await transaction.started('Authorized', { idToken, evse: { id: i + 1, connectorId: 1 } });
      told.push(transaction);
    }
    return { line, told };
  };

  /** Every page of a list, one after the other; more than a few of them go round in circles. */
  const pages = async (path: string): Promise<Transaction[][]> => {
    const read: Transaction[][] = [];
    let cursor: string | null = null;
    do {
      const { status, body } = await csms.operator.get(cursor === null ? path : `${path}&cursor=${cursor}`);
      expect(status).toBe(200);
      read.push(body.items);
      cursor = body.nextCursor;
    } while (cursor !== null && read.length < 20);
    return read;
  };
  const idsOn = (read: Transaction[][]) => read.map((page) => page.map(({ ocppTransactionId }) => ocppTransactionId));

  describe('as a list', () => {
    it('come page by page, newest first, each once', async () => {
      const { told } = await station('REST-pages', 5);
      const [a, b, c, d, e] = told.map(({ transactionId }) => transactionId);

      expect(idsOn(await pages('/transactions?stationId=REST-pages&limit=2'))).toEqual([[e, d], [c, b], [a]]);
      expect(idsOn(await pages('/stations/rest-PAGES/transactions?limit=5'))).toEqual([[e, d, c, b, a]]);
    });

    it('are narrowed down by state, token and time', async () => {
      const before = now().toISOString();
      const { told } = await station('REST-filter', 2, 'FILTER-ME');
      const [first, last] = told as [ToldTransaction, ToldTransaction];
      await first.ended('StopAuthorized');
      const ids = async (filter: string) =>
        idsOn(await pages(`/transactions?stationId=REST-filter&limit=10&${filter}`)).flat();

      expect(await ids('state=active')).toEqual([last.transactionId]);
      expect(await ids('state=ended')).toEqual([first.transactionId]);
      expect(await ids('token=filter-me')).toEqual([last.transactionId, first.transactionId]);
      expect(await ids('token=FILTER')).toEqual([]);
      expect(await ids(`from=${now().toISOString()}`)).toEqual([last.transactionId]);
      expect(await ids(`from=${before}&to=${now().toISOString()}`)).toEqual([first.transactionId]);
      expect(await ids(`to=${before}`)).toEqual([]);
    });

    it.each(['Central', 'Local', 'KeyCode'] as const)(
      'are found by a token of type %s, unless it is a PIN',
      async (type) => {
        const line = await csms.station(`REST-${type}`, '2.0.1').boots();
        const told = new ToldTransaction(line, now);
        await told.started('Authorized', { idToken: { idToken: `TYPE-${type}`, type } });

        const [found] = await pages(`/transactions?stationId=REST-${type}&token=type-${type}`);

        expect(found!.map(({ ocppTransactionId }) => ocppTransactionId)).toEqual(
          type === 'KeyCode' ? [] : [told.transactionId],
        );
      },
    );

    it('C04: hold no PIN code, neither themselves nor their events', async () => {
      const line = await csms.station('REST-PIN', '2.0.1').boots();
      await new ToldTransaction(line, now).started('Authorized', { idToken: { idToken: '60831542', type: 'KeyCode' } });

      const { items } = (await csms.operator.get('/transactions?stationId=REST-PIN')).body;
      const events = (await csms.operator.get(`/transactions/${items[0].id}/events`)).body;
      expect(items[0].idToken).toEqual({ value: '****', type: 'KeyCode' });
      expect(events.items).toHaveLength(1);
      expect(JSON.stringify([items, events])).not.toContain('60831542');
    });

    it.each([
      'state=running',
      'limit=0',
      'limit=501',
      'from=yesterday',
      'from=-200000-01-01T00:00:00Z',
      'to=%2B010000-01-01T00:00:00Z',
      'updatedSince=-000001-01-01T00:00:00Z',
      'cursor=nonsense',
      `cursor=${encodeCursor(['1', UUID])}`,
      'unknown=1',
    ])('are refused with %s', async (filter) => {
      expect(await csms.operator.get(`/transactions?${filter}`)).toMatchObject({
        status: 400,
        body: { code: 'validation-failed' },
      });
    });
  });

  it.each(['/events', '/meter-values'])('have no page at a made-up time (%s)', async (part) => {
    await station(`REST-made-up${part.replace('/', '-')}`, 1);
    const [transaction] = await csms.operator.transactions({ limit: 1 });
    const cursor = encodeCursor(part === '/events' ? ['1', UUID] : ['1', UUID, '1']);

    expect(await csms.operator.get(`/transactions/${transaction!.id}${part}?cursor=${cursor}`)).toMatchObject({
      status: 400,
      body: { code: 'validation-failed' },
    });
  });

  describe('that changed since a time', () => {
    const changedSince = (stationId: string, since: string, limit = 1) =>
      pages(`/transactions?stationId=${stationId}&updatedSince=${since}&limit=${limit}`);

    it('come in the order of their change, each once', async () => {
      const { told } = await station('REST-since', 3);
      const [a, b, c] = told as [ToldTransaction, ToldTransaction, ToldTransaction];
      await second();
      const since = now().toISOString();
      await c.updated('ChargingStateChanged', { chargingState: 'Charging' });
      await second();
      await a.ended('StopAuthorized');

      expect(idsOn(await changedSince('REST-since', since))).toEqual([[c.transactionId], [a.transactionId]]);
      const everything = await changedSince('REST-since', '2020-01-01T00:00:00Z', 2);
      expect(idsOn(everything)).toEqual([[b.transactionId, c.transactionId], [a.transactionId]]);
    });

    it('come once although others ended them for the time being', async () => {
      const { line, told } = await station('REST-provisional', 2);
      for (const evse of [EVSE, { id: 2, connectorId: 1 }]) {
        await second();
        const next = new ToldTransaction(line, now);
        await next.started('Authorized', { evse });
        told.push(next);
      }

      const changed = (await changedSince('REST-provisional', '2020-01-01T00:00:00Z')).flat();

      const ids = changed.map(({ ocppTransactionId }) => ocppTransactionId);
      expect(ids.sort()).toEqual(told.map(({ transactionId }) => transactionId).sort());
    });
  });

  describe('as CSV', () => {
    /** A token that a spreadsheet would run. */
    const FORMULA = '=HYPERLINK("x")';

    it('are safe to open in a spreadsheet', async () => {
      const { told } = await station('REST-csv', 2, FORMULA);
      await told[0]!.ended('StopAuthorized', { stoppedReason: 'Local' });

      const { status, body, headers } = await csms.operator.get('/transactions?stationId=REST-csv', CSV);

      expect(status).toBe(200);
      expect(headers.get('content-type')).toMatch(/^text\/csv/);
      expect(headers.get('content-disposition')).toContain('attachment');
      const [head, newest, oldest, end] = (body as string).split('\r\n');
      expect(head).toMatch(/^id,stationId,evseId,connectorId,idToken,idTokenType,ocppTransactionId,/);
      expect(newest).toContain(`,REST-csv,2,1,"'=HYPERLINK(""x"")",ISO14443,${told[1]!.transactionId},2.0.1,active,`);
      expect(oldest).toContain(`,REST-csv,1,1,"'=HYPERLINK(""x"")",ISO14443,${told[0]!.transactionId},2.0.1,ended,`);
      expect(end).toBe('');
    });

    it('are all that match, beyond any page', async () => {
      await station('REST-csv-all', 3);

      const { body } = await csms.operator.get('/transactions?stationId=REST-csv-all&limit=1', CSV);

      expect((body as string).trimEnd().split('\r\n')).toHaveLength(1 + 3);
    });

    it('have meter values that are as safe', async () => {
      const line = await csms.station('REST-csv-values', '1.6').boots();
      const { transactionId } = await line.call('StartTransaction', {
        connectorId: 1,
        idTag: FORMULA,
        meterStart: 0,
        timestamp: now().toISOString(),
      });
      await line.call('MeterValues', {
        connectorId: 1,
        transactionId,
        meterValue: [{ timestamp: now().toISOString(), sampledValue: [{ value: '=1+1' }, { value: '-5' }] }],
      });
      const [transaction] = await csms.operator.transactions({ stationId: 'REST-csv-values' });

      const { body } = await csms.operator.get(`/transactions/${transaction!.id}/meter-values`, CSV);

      const time = now().toISOString();
      expect((body as string).trimEnd().split('\r\n')).toEqual([
        'timestamp,measurand,value,unit,phase,context,location,format,rawValue,rawUnit,signed,evseId,receivedAt',
        `${time},Energy.Active.Import.Register,,Wh,,Sample.Periodic,Outlet,Raw,'=1+1,,,1,${time}`,
        `${time},Energy.Active.Import.Register,-5,Wh,,Sample.Periodic,Outlet,Raw,-5,,,1,${time}`,
      ]);
    });

    it('is what a client gets only when it asks for it', async () => {
      for (const accept of ['*/*', 'application/json, text/csv', 'text/html']) {
        const { headers } = await csms.operator.get('/transactions', { accept });
        expect(headers.get('content-type')).toMatch(/^application\/json/);
      }
    });
  });

  describe('with their events', () => {
    it('show what the station sent, in the order of its arrival', async () => {
      const { line, told } = await station('REST-events', 1);
      await second();
      const customData = { vendorId: 'com.example', note: 'kept \u0000 as it is' };
      await told[0]!.updated('MeterValuePeriodic', {
        meterValue: [register(now(), 12.5, { unitOfMeasure: { unit: 'kWh', multiplier: 0 } })],
        customData,
      });
      const [transaction] = await csms.operator.transactions({ stationId: 'REST-events' });

      const events = await csms.operator.events(transaction!.id);

      const sent = line.frames.filter(({ direction, action }) => direction === 'sent' && action === 'TransactionEvent');
      expect(events.map(({ raw }) => raw)).toEqual(sent.map(({ text }) => text));
      expect(events).toMatchObject([
        { kind: 'TransactionEvent Started', seqNo: 0, offline: false },
        { kind: 'TransactionEvent Updated', seqNo: 1, payload: { customData }, receivedAt: now().toISOString() },
      ]);
    });

    it('are not found under an id that is none', async () => {
      for (const id of ['0192a4c0-0000-7000-8000-000000000000', 'no-uuid']) {
        for (const part of ['', '/events', '/meter-values']) {
          expect(await csms.operator.get(`/transactions/${id}${part}`)).toMatchObject({
            status: 404,
            body: { code: 'transaction-unknown' },
          });
        }
      }
    });
  });
});
