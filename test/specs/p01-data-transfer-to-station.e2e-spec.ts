import { CallError, NO_ANSWER, type SimulatedStation } from '../../src/cli/simulator/index.js';
import { startCsms } from '../support/csms.js';

const VENDOR = 'com.example.display';

describe('P01 · Data transfer to the station', () => {
  const csms = startCsms();
  const post = (stationId: string, body: unknown, headers?: Record<string, string>) =>
    csms.operator.post(`/stations/${stationId}/data-transfers`, body, headers);
  const list = (stationId: string) => csms.operator.dataTransfers(stationId);

  describe.each(['1.6', '2.0.1'] as const)('OCPP %s', (version) => {
    const booted = async (name: string) =>
      (await csms.station(`P01-${version}-${name}`, version).boots()) as SimulatedStation<'1.6'>;

    it('says it, hands on the answer with its data, and lists both', async () => {
      const station = await booted('says');
      station.onCall('DataTransfer', { status: 'Accepted', data: 'shown' });

      const command = await csms.operator.sendData(station.stationId, {
        vendorId: VENDOR,
        messageId: 'Show',
        data: 'Welcome' as never,
      });

      expect(await station.nextCall('DataTransfer')).toEqual({ vendorId: VENDOR, messageId: 'Show', data: 'Welcome' });
      expect(command).toMatchObject({
        name: 'DataTransfer',
        state: 'answered',
        status: 'Accepted',
        response: { data: 'shown' },
      });
      const [transfer] = await list(station.stationId);
      expect(transfer).toMatchObject({
        id: command.commandId,
        direction: 'to-station',
        ocppVersion: version,
        vendorId: VENDOR,
        messageId: 'Show',
        data: 'Welcome',
        dataLength: 9,
        status: 'Accepted',
        responseData: 'shown',
      });
      expect(await csms.operator.dataTransfer(command.commandId)).toEqual(transfer);
    });

    it.each([{ line: 1, text: ['a', null, true] }, ['a'], 7, false])('says any JSON: %j', async (data) => {
      const station = await booted('json');

      const { status, body } = await post(station.stationId, { vendorId: VENDOR, data });

      expect(status).toBe(200);
      // 1.6 has texts only
      const said = version === '1.6' ? JSON.stringify(data) : data;
      expect(await station.nextCall('DataTransfer')).toEqual({ vendorId: VENDOR, data: said });
      expect(body.request.data).toEqual(said);
    });

    it('hands on that the station does not know the vendor', async () => {
      const { stationId } = await booted('unknown');

      expect(await csms.operator.sendData(stationId, { vendorId: 'org.nobody' })).toMatchObject({
        state: 'answered',
        status: 'UnknownVendorId',
      });
    });

    it('keeps secrets to itself: the station gets them, nobody else does', async () => {
      const station = await booted('secret');
      station.onCall('DataTransfer', { status: 'Accepted', data: '{"adminPassword":"hunter2"}' });
      const data = { password: 'hunter2', url: 'ftp://user:hunter2@files.example/a', name: 'shown' };

      const { body } = await post(station.stationId, { vendorId: VENDOR, data });

      const { data: heard } = await station.nextCall('DataTransfer');
      expect(version === '1.6' ? JSON.parse(heard!) : heard).toEqual(data);
      expect(JSON.stringify(body.request)).toContain('shown');
      const kept = [
        body,
        await list(station.stationId),
        await csms.operator.messages(station.stationId),
        await csms.operator.commands(station.stationId),
      ];
      expect(JSON.stringify(kept)).not.toContain('hunter2');
    });

    it.each<[string, object]>([
      ['no vendor', {}],
      ['a long vendor', { vendorId: 'v'.repeat(256) }],
      ['a long message id', { vendorId: VENDOR, messageId: 'm'.repeat(51) }],
      ['too much data', { vendorId: VENDOR, data: 'x'.repeat(65_537) }],
      ['data that no database takes', { vendorId: VENDOR, data: { text: 'a\0b' } }],
      ['null', { vendorId: VENDOR, data: null }],
      ['what it does not know', { vendorId: VENDOR, customData: {} }],
    ])('is refused where the request has %s', async (_what, body) => {
      const { stationId } = await booted('bad');

      expect(await post(stationId, body)).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    });

    it('of a station that is offline, unknown, Pending, refuses or falls silent has its problem', async () => {
      const body = { vendorId: VENDOR };
      await csms.given.station(`P01-${version}-offline`);
      const pending = `P01-${version}-pending`;
      await csms.station(pending, version, { registration: { registrationStatus: 'Pending' } }).boots();
      const refuses = await booted('refuses');
      refuses.onCall('DataTransfer', new CallError('NotSupported', 'no vendors here'));
      const silent = await booted('silent');
      silent.onCall('DataTransfer', NO_ANSWER);

      const codeOf = async (stationId: string) => (await post(stationId, body)).body.code;
      expect(await codeOf(`P01-${version}-offline`)).toBe('station-offline');
      expect(await codeOf(`P01-${version}-nobody`)).toBe('station-unknown');
      expect(await codeOf(pending)).toBe('station-not-accepted');
      expect(await codeOf(refuses.stationId)).toBe('station-error');
      const answer = post(silent.stationId, body);
      await silent.nextCall('DataTransfer');
      silent.dropConnection();
      expect(await answer).toMatchObject({ status: 409, body: { code: 'station-offline' } });
      expect(await list(silent.stationId)).toMatchObject([{ direction: 'to-station', status: null }]);
    });

    it('is said once for one Idempotency-Key, also after a restart of the CSMS', async () => {
      const station = await booted('once');
      const headers = { 'Idempotency-Key': 'p01' };
      const first = await post(station.stationId, { vendorId: VENDOR }, headers);

      await csms.restart();

      const again = await post(station.stationId, { vendorId: VENDOR }, headers);
      expect(again.body.commandId).toBe(first.body.commandId);
      expect(await list(station.stationId)).toHaveLength(1);
    });
  });

  it('lists what an admin sent raw, whatever it holds', async () => {
    const station = await csms.station('P01-raw', '2.0.1').boots();
    await csms.operator.post('/stations/P01-raw/ocpp/DataTransfer', { vendorId: 'Raw', data: { text: 'a\0b' } });
    await csms.operator.sendData('P01-raw', { vendorId: VENDOR });

    expect(await list('P01-raw')).toMatchObject([
      { vendorId: VENDOR, data: null },
      { vendorId: 'Raw', data: { text: 'a\0b' } },
    ]);
    expect(await csms.operator.dataTransfers('P01-raw', { vendorId: VENDOR.toUpperCase() })).toHaveLength(1);
    expect(station.isOnline).toBe(true);
  });

  it('has no words in OCPP 2.0 yet', async () => {
    await csms.station('P01-20', '2.0').boots();

    expect(await post('P01-20', { vendorId: VENDOR })).toMatchObject({
      status: 422,
      body: { code: 'version-unsupported' },
    });
  });
});
