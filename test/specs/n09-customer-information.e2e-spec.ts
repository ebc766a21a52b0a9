import { CallError, NO_ANSWER, type SimulatedStation } from '../../src/cli/simulator/index.js';
import { startCsms } from '../support/csms.js';
import type { Api } from '../support/operator.js';
import { RawStation } from '../support/raw-station.js';

const TOKEN = { value: 'CUSTOMER1', type: 'ISO14443' } as const;
const CERTIFICATE = {
  hashAlgorithm: 'SHA256',
  issuerNameHash: 'a'.repeat(64),
  issuerKeyHash: 'b'.repeat(64),
  serialNumber: '1a2b',
} as const;
const NOON = '2026-11-22T12:00:00.000Z';

type View = Api<'CustomerInformationView'>;
type Detail = Api<'CustomerInformationDetailView'>;

describe('N09 · Get Customer Information, N10 · Clear Customer Information', () => {
  const csms = startCsms({ now: NOON });

  const pathOf = (stationId: string, id = '') => `/stations/${stationId}/customer-information${id && `/${id}`}`;
  const ask = (stationId: string, wish: object, headers?: Record<string, string>, query = '') =>
    csms.operator.post(`${pathOf(stationId)}${query}`, wish, headers);
  const read = async (stationId: string, id: string): Promise<Detail> =>
    (await csms.operator.get(pathOf(stationId, id))).body as Detail;
  const list = async (stationId: string): Promise<View[]> =>
    ((await csms.operator.get(pathOf(stationId))).body as { items: View[] }).items;
  const complete = (stationId: string, id: string): Promise<Detail> =>
    csms.eventually(async () => {
      const found = await read(stationId, id);
      expect(found.state).toBe('complete');
      return found;
    });

  /** A station that accepts every request and reports only what the test lets it. */
  const quiet = async (stationId: string) => {
    const station = await csms.station(stationId, '2.0.1').boots();
    return station.onCall('CustomerInformation', () => ({ status: 'Accepted' }), { optional: true });
  };
  const asked = async (stationId: string, wish: object = { report: true, idToken: TOKEN }): Promise<View> => {
    const { status, body } = await ask(stationId, wish);
    expect(status).toBe(200);
    return (body as Api<'AskedCustomerInformationView'>).customerInformation;
  };
  const tells = (
    station: Pick<SimulatedStation<'2.0.1'>, 'call'>,
    requestId: number,
    seqNo: number,
    data: string,
    tbc?: boolean,
  ) =>
    station.call('NotifyCustomerInformation', {
      requestId,
      seqNo,
      data,
      generatedAt: csms.clock.now().toISOString(),
      ...(tbc !== undefined && { tbc }),
    });

  it('reports what a station remembers of a token, clears it, and then there is nothing', async () => {
    await csms.given.idToken({ value: TOKEN.value });
    const station = await csms.station('N09', '2.0.1').boots();
    for (let i = 0; i < 8; i++) {
      await station.plugIn();
      await station.authorize(TOKEN);
      await station.unplug();
    }

    const first = await asked('N09', { report: true, clear: true, idToken: TOKEN });
    const { data, received } = await complete('N09', first.id);
    const second = await asked('N09');
    const nothing = await complete('N09', second.id);

    expect(first).toMatchObject({ report: true, clear: true, answer: 'Accepted', customer: { idToken: TOKEN } });
    expect(received.length).toBeGreaterThan(1);
    expect(data.match(/^transaction \S+ at EVSE 1 from \S+$/gm)).toHaveLength(8);
    expect(second.requestId).not.toBe(first.requestId);
    expect(nothing).toMatchObject({ data: '', parts: 1, missing: [] });
    expect(await list('N09')).toMatchObject([{ id: second.id }, { id: first.id }]);
  });

  it('is complete with its answer where a station is only to clear', async () => {
    await quiet('N10');

    const request = await asked('N10', { clear: true, customerIdentifier: 'customer-17' });

    expect(request).toMatchObject({ state: 'complete', report: false, clear: true, parts: 0 });
    expect(request.customer).toEqual({ customerIdentifier: 'customer-17' });
  });

  it.each([
    ['customerIdentifier', { customerIdentifier: 'customer-17' }],
    ['customerCertificate', { customerCertificate: CERTIFICATE }],
    ['idToken', { idToken: { idToken: 'CUSTOMER1', type: 'ISO14443' } }],
  ])('tells the station the customer by %s alone', async (kind, said) => {
    const station = await quiet(`N09-by-${kind}`);
    const requests: object[] = [];
    station.onCall('CustomerInformation', (request) => {
      requests.push(request);
      return { status: 'Accepted' };
    });

    const customer = kind === 'idToken' ? { idToken: TOKEN } : said;
    const { requestId } = await asked(`N09-by-${kind}`, { report: true, ...customer });

    expect(requests).toEqual([{ requestId, report: true, clear: false, ...said }]);
  });

  it('joins parts that come out of order and more than once, and knows which are missing', async () => {
    const station = await quiet('N09-parts');
    const { id, requestId } = await asked('N09-parts');

    await tells(station, requestId, 2, 'three', false);
    await tells(station, requestId, 0, 'one ', true);
    await tells(station, requestId, 0, 'one ', true);
    const between = await read('N09-parts', id);
    await tells(station, requestId, 1, 'two ', true);
    await tells(station, requestId, 1, 'another two', true);

    expect(between).toMatchObject({ state: 'receiving', parts: 2, missing: [1], data: 'one three' });
    expect(await read('N09-parts', id)).toMatchObject({
      state: 'complete',
      parts: 3,
      missing: [],
      data: 'one two three',
      received: [
        { seqNo: 0, toBeContinued: true },
        { seqNo: 1, toBeContinued: true },
        { seqNo: 2, toBeContinued: false },
      ],
    });
  });

  it('goes on after a restart between two parts', async () => {
    const station = await quiet('N09-restart');
    const { id, requestId } = await asked('N09-restart');
    await tells(station, requestId, 0, 'one ', true);

    await csms.restart();
    const again = await quiet('N09-restart');
    await tells(again, requestId, 1, 'two');

    expect(await read('N09-restart', id)).toMatchObject({ state: 'complete', data: 'one two', answer: 'Accepted' });
  });

  it('is incomplete where parts stay out for ten minutes, and complete when they come after all', async () => {
    const station = await quiet('N09-late');
    const [silent, half] = [await asked('N09-late'), await asked('N09-late')];
    await tells(station, half.requestId, 0, 'one ', true);

    await csms.clock.advance(10 * 60_000 + 1000);
    const late = await list('N09-late');
    await tells(station, half.requestId, 1, 'two', false);

    expect(late).toMatchObject([
      { id: half.id, state: 'incomplete' },
      { id: silent.id, state: 'incomplete' },
    ]);
    expect(await read('N09-late', half.id)).toMatchObject({ state: 'complete', data: 'one two' });
  });

  it('keeps the same number of another station apart', async () => {
    const [one, two] = [await quiet('N09-one'), await quiet('N09-two')];
    const { id, requestId } = await asked('N09-one');

    await tells(two, requestId, 0, 'of somebody else', false);
    await tells(one, requestId, 0, 'mine', false);

    expect(await read('N09-one', id)).toMatchObject({ data: 'mine', parts: 1 });
    expect(await list('N09-two')).toMatchObject([{ requestId, report: null, customer: null, commandId: null }]);
  });

  it.each([
    ['Rejected', 'refused'],
    ['Invalid', 'invalid'],
  ] as const)('shows that a station answers %s, and why', async (status, state) => {
    const station = await quiet(`N09-${status}`);
    const statusInfo = { reasonCode: 'NotNow', additionalInfo: 'busy' };
    station.onCall('CustomerInformation', { status, statusInfo });

    const request = await asked(`N09-${status}`);

    expect(request).toMatchObject({ state, answer: status, statusInfo });
  });

  it('has failed where a station answers with an error, and waits where it does not answer', async () => {
    const station = await quiet('N09-error');
    station.onCall('CustomerInformation', new CallError('NotSupported', 'no customers here'));
    const refused = await ask('N09-error', { report: true, idToken: TOKEN });
    station.onCall('CustomerInformation', NO_ANSWER);
    const silence = ask('N09-error', { report: true, idToken: TOKEN });
    await csms.eventually(async () => {
      await csms.clock.advance(5000);
      expect(await list('N09-error')).toHaveLength(2);
      const [{ commandId }] = (await list('N09-error')) as [View];
      expect((await csms.operator.get(`/commands/${commandId}`)).body).toMatchObject({ state: 'timed-out' });
    });

    expect(refused).toMatchObject({ status: 502, body: { code: 'station-error' } });
    // whichever of the two 30 seconds is over first
    expect([202, 504]).toContain((await silence).status);
    const [waiting, failed] = await list('N09-error');
    expect([waiting!.state, failed!.state]).toEqual(['waiting', 'failed']);
    await tells(station, waiting!.requestId, 0, 'all the same', false);
    expect(await read('N09-error', waiting!.id)).toMatchObject({ state: 'complete', data: 'all the same' });
  });

  it('notes nothing where the station is offline, and waits for it where it is told to', async () => {
    const station = await quiet('N09-offline');
    await station.close();
    await csms.eventually(async () => expect((await csms.operator.station('N09-offline')).connected).toBe(false));

    const refused = await ask('N09-offline', { report: true, idToken: TOKEN });
    const none = await list('N09-offline');
    const kept = await ask('N09-offline', { report: true, idToken: TOKEN }, {}, '?whenOffline=queue');

    expect(refused).toMatchObject({ status: 409, body: { code: 'station-offline' } });
    expect(none).toEqual([]);
    expect(kept).toMatchObject({ status: 202, body: { state: 'queued', customerInformation: { state: 'waiting' } } });
    await csms.clock.advance(11 * 60_000);
    expect(await list('N09-offline')).toMatchObject([{ state: 'waiting', answer: null }]);
    await quiet('N09-offline');
    await csms.eventually(async () => expect(await list('N09-offline')).toMatchObject([{ answer: 'Accepted' }]));
  }, 15_000);

  it('is asked once by a request that is repeated', async () => {
    await quiet('N09-again');
    const wish = { report: true, idToken: TOKEN };

    const answers = [];
    for (let i = 0; i < 2; i++) answers.push(await ask('N09-again', wish, { 'idempotency-key': 'once' }));

    expect(answers[1]!.body).toEqual(answers[0]!.body);
    expect(await list('N09-again')).toHaveLength(1);
  });

  it.each(['1.6', '2.0'] as const)('is beyond OCPP %s, and nothing is noted', async (version) => {
    await csms.station(`N09-${version}`, version).boots();

    const answer = await ask(`N09-${version}`, { report: true, idToken: TOKEN });

    expect(answer).toMatchObject({ status: 422, body: { code: 'version-unsupported' } });
    expect(await list(`N09-${version}`)).toEqual([]);
  });

  it.each<[string, object, RegExp]>([
    ['nothing to do', { idToken: TOKEN }, /report, clear, or both/],
    ['nothing but no', { report: false, clear: false, idToken: TOKEN }, /report, clear, or both/],
    ['nobody', { report: true }, /by one of/],
    ['two references', { report: true, idToken: TOKEN, customerIdentifier: 'x' }, /by one of/],
    ['an endless identifier', { report: true, customerIdentifier: 'x'.repeat(65) }, /./],
    ['half a certificate', { report: true, customerCertificate: { hashAlgorithm: 'SHA256' } }, /./],
    ['another hash', { report: true, customerCertificate: { ...CERTIFICATE, hashAlgorithm: 'MD5' } }, /./],
  ])('refuses %s', async (_, wish, detail) => {
    await csms.given.station('N09-wrong');

    const answer = await ask('N09-wrong', wish);

    expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    expect(answer.body.detail).toMatch(detail);
  });

  it('shows what was never asked for, and every character of it', async () => {
    const station = await RawStation.booted(csms, 'N09-unasked', '2.0.1');
    const say = (numbers: string, data = '"a\\u0000b"') =>
      station.ask(
        `[2,"u","NotifyCustomerInformation",{${numbers},"data":${data},"generatedAt":"yesterday","tbc":false}]`,
      );

    expect(await say('"requestId":7,"seqNo":0')).toBe('[3,"u",{}]');
    const beyond = await say('"requestId":5000000000,"seqNo":0');

    expect(JSON.parse(beyond)).toMatchObject([4, 'u', 'PropertyConstraintViolation', expect.any(String), {}]);
    const [unasked] = await list('N09-unasked');
    expect(unasked).toMatchObject({ requestId: 7, report: null, clear: null, answer: null, state: 'complete' });
    expect(await read('N09-unasked', unasked!.id)).toMatchObject({ data: 'a\0b' });
  });

  describe('Personal data', () => {
    const logged = async (stationId: string): Promise<string> =>
      csms.eventually(async () => {
        await csms.clock.advance(1000); // the log is written behind the answers
        const messages = await csms.operator.messages(stationId, {});
        const actions = messages.map(({ action }) => action);
        expect(actions).toEqual(expect.arrayContaining(['CustomerInformation', 'NotifyCustomerInformation']));
        return JSON.stringify(messages);
      });

    it('stands neither in the message log nor in the command', async () => {
      const station = await quiet('N09-log');
      const { requestId, commandId } = await asked('N09-log', { report: true, customerIdentifier: 'Ms Swordfish' });
      await tells(station, requestId, 0, 'Swordfish Lane 7', false);

      expect(await logged('N09-log')).not.toContain('Swordfish');
      const command = (await csms.operator.get(`/commands/${commandId}`)).body;
      expect(command).toMatchObject({ request: { requestId, customerIdentifier: '***' } });
    });

    it('never holds a PIN code', async () => {
      await quiet('N09-pin');

      const { customer } = await asked('N09-pin', { clear: true, idToken: { value: '4711', type: 'KeyCode' } });

      expect(customer).toEqual({ idToken: { value: '***', type: 'KeyCode' } });
    });

    it('is not for viewers', async () => {
      await quiet('N09-viewer');
      const { id } = await asked('N09-viewer');
      const { key } = (await csms.operator.post('/api-keys', { name: 'a viewer', role: 'viewer' })).body;
      const headers = { authorization: `Bearer ${key}` };

      for (const path of [pathOf('N09-viewer'), pathOf('N09-viewer', id)])
        expect((await csms.operator.get(path, headers)).status).toBe(403);
    });

    it('is erased on request, and what comes afterwards is answered and not kept', async () => {
      const station = await quiet('N09-erase');
      const { id, requestId } = await asked('N09-erase', { report: true, customerIdentifier: 'Ms Swordfish' });
      await tells(station, requestId, 0, 'Swordfish Lane', true);

      const { status } = await csms.operator.delete(pathOf('N09-erase', id));
      expect(await tells(station, requestId, 1, 'Swordfish Lane', false)).toEqual({});

      expect(status).toBe(204);
      const left = await read('N09-erase', id);
      expect(left).toMatchObject({ state: 'erased', customer: null, data: '', received: [], answer: 'Accepted' });
      expect(await list('N09-erase')).toHaveLength(1);
    });

    it('is not asked for any more where it is erased before its station is back', async () => {
      const station = await quiet('N09-taken-back');
      await station.close();
      await csms.eventually(async () => expect((await csms.operator.station('N09-taken-back')).connected).toBe(false));
      const { body } = await ask('N09-taken-back', { report: true, idToken: TOKEN }, {}, '?whenOffline=queue');

      await csms.operator.delete(pathOf('N09-taken-back', body.customerInformation.id));

      expect((await csms.operator.get(`/commands/${body.commandId}`)).body).toMatchObject({ state: 'cancelled' });
    });

    it('goes with the token that it is about', async () => {
      const gone = { value: 'GONE-N09', type: 'ISO14443' } as const;
      const station = await quiet('N09-token');
      const own = await asked('N09-token', { report: true, idToken: { ...gone, value: 'gone-n09' } });
      const other = await asked('N09-token', { report: true, customerIdentifier: 'x' });
      await tells(station, own.requestId, 0, 'Swordfish Lane 7', false);
      await tells(station, other.requestId, 0, 'met Gone-N09 there', false);

      const { body: erasure } = await csms.operator.post('/id-token-erasures', { ...gone, reason: 'request 17' });
      const atOnce = await read('N09-token', own.id);
      await csms.eventually(async () => {
        await csms.clock.advance(1000);
        expect((await csms.operator.get(`/id-token-erasures/${erasure.id}`)).body.state).toBe('done');
      }, 20_000);

      const { pseudonym } = erasure;
      expect(atOnce).toMatchObject({ state: 'erased', data: '', received: [] });
      expect((await read('N09-token', own.id)).customer).toEqual({ idToken: { ...gone, value: pseudonym } });
      expect((await read('N09-token', other.id)).data).toBe(`met ${pseudonym} there`);
    }, 30_000);
  });

  it('answers 404 for what nobody asked', async () => {
    await csms.given.station('N09-404');

    const unknown = { status: 404, body: { code: 'customer-information-unknown' } };
    expect(await csms.operator.get(pathOf('N09-404', '019a0000-0000-7000-8000-00000000dead'))).toMatchObject(unknown);
    expect(await csms.operator.delete(pathOf('N09-404', 'x'))).toMatchObject(unknown);
    expect(await ask('N09-nobody', { report: true, idToken: TOKEN })).toMatchObject({
      status: 404,
      body: { code: 'station-unknown' },
    });
  });
});
