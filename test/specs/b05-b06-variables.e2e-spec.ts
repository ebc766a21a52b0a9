import { CallError, NO_ANSWER } from '../../src/cli/simulator/index.js';
import { OCPP_VERSIONS } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';

const HEARTBEAT = { component: 'OCPPCommCtrlr', variable: 'HeartbeatInterval' };
const SAMPLES = { component: 'SampledDataCtrlr', variable: 'TxUpdatedInterval' };
const ATTEMPTS = { component: 'OCPPCommCtrlr', variable: 'MessageAttempts', instance: 'TransactionEvent' };
const PING = { component: 'OCPPCommCtrlr', variable: 'WebSocketPingInterval' };

describe('B05, B06 · Variables', () => {
  const csms = startCsms();
  const read = (stationId: string, query: Record<string, string>, headers?: Record<string, string>) =>
    csms.operator.get(`/stations/${stationId}/variables?${new URLSearchParams(query)}`, headers);
  const readMany = (stationId: string, variables: object[]) =>
    csms.operator.post(`/stations/${stationId}/variables/query`, { variables });
  const change = (stationId: string, variables: object[], headers?: Record<string, string>) =>
    csms.operator.patch(`/stations/${stationId}/variables`, { variables }, headers);
  /** What of the device model is known, as far as no operator can ask for it. */
  const known = (stationId: string, variable: string) =>
    csms.sql<{ value: string | null; mutability: string | null; source: string }>(
      `SELECT value, mutability, source FROM device_variables d JOIN stations s ON s.id = d.station_id
       WHERE s.station_id = $1 AND variable = $2`,
      stationId,
      variable,
    );

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const id = (name: string) => `B05-${name}-${version}`;

    it('B06 · reads one variable (TC_B_06)', async () => {
      await csms.station(id('one'), version).boots();

      const { status, body } = await read(id('one'), SAMPLES);

      expect(status).toBe(200);
      expect(body).toMatchObject({ name: 'GetVariables', state: 'answered', ocppVersion: version });
      expect(body.results).toMatchObject([
        { ...SAMPLES, attributeType: 'Actual', status: 'Accepted', value: '60', evseId: null, instance: null },
      ]);
      expect(await known(id('one'), 'TxUpdatedInterval')).toMatchObject([{ value: '60', source: 'GetVariables' }]);
    });

    it('B06 · reads many, whatever the letter case, and says of each what came of it (TC_B_07)', async () => {
      await csms.station(id('many'), version).boots();

      const { body } = await readMany(id('many'), [
        { component: 'ocppcommctrlr', variable: 'HEARTBEATINTERVAL' },
        ATTEMPTS,
        { component: 'ConfigurationKey', variable: 'VendorThing' },
      ]);

      expect(body.results).toMatchObject([
        { component: 'ocppcommctrlr', variable: 'HEARTBEATINTERVAL', status: 'Accepted' },
        { ...ATTEMPTS, status: 'Accepted', value: '3' },
        { component: 'ConfigurationKey', variable: 'VendorThing', status: 'UnknownVariable', value: null },
      ]);
      expect(body.commandIds).toEqual([body.commandId]);
    });

    it('B05 · changes several, each with its result; a reset that is needed is shown (TC_B_10)', async () => {
      const station = await csms.station(id('set'), version).boots();

      const { status, body } = await change(id('set'), [
        { ...SAMPLES, value: '30' },
        { ...PING, value: '20' },
        { ...ATTEMPTS, value: '9' },
      ]);

      expect(status).toBe(200);
      expect(body.results).toMatchObject([
        { ...SAMPLES, status: 'Accepted', reportedStatus: 'Accepted', value: '30' },
        { ...PING, status: 'RebootRequired', value: '20' },
        { ...ATTEMPTS, status: 'Rejected', value: '9' },
      ]);
      expect(body).toMatchObject({ name: 'SetVariables', rebootRequired: true, status: null });
      expect(body.commandIds).toHaveLength(version === '1.6' ? 3 : 1);
      expect((await read(id('set'), SAMPLES)).body.results).toMatchObject([{ value: '30' }]);
      expect(await known(id('set'), 'TxUpdatedInterval')).toMatchObject([{ value: '30' }]);
      expect(await known(id('set'), 'WebSocketPingInterval')).toEqual([]);
      await station.close();
    });

    it('B05 · a new heartbeat interval is what the station then beats by', async () => {
      const station = await csms.station(id('beat'), version, { heartbeats: true }).boots();

      await change(id('beat'), [{ ...HEARTBEAT, value: '10' }]);
      await csms.clock.advance(10_000);

      await csms.eventually(() => {
        expect(station.frames.filter(({ action }) => action === 'Heartbeat').length).toBeGreaterThan(0);
      });
    });

    it('B06 · more than fits into one message is asked in several (TC_B_08)', async () => {
      const station = await csms.station(id('split'), version).boots();
      const limit = { component: 'DeviceDataCtrlr', variable: 'ItemsPerMessage', instance: 'GetVariables' };
      limits(station, version, '2');
      await readMany(id('split'), [limit]);
      station.onCall(version === '1.6' ? 'GetConfiguration' : 'GetVariables', echo as never);

      const { body } = await readMany(id('split'), [HEARTBEAT, SAMPLES, ATTEMPTS, PING, limit]);

      expect(body.commandIds).toHaveLength(3);
      expect(body.results.map(({ status }: { status: string }) => status)).toEqual(Array(5).fill('Accepted'));
    });

    it('B06 · a station that finds a message too large is asked for half of it', async () => {
      const station = await csms.station(id('half'), version).boots();
      station.onCall(version === '1.6' ? 'GetConfiguration' : 'GetVariables', ((request: Asked) =>
        itemsOf(request).length > 2
          ? new CallError(version === '1.6' ? 'OccurenceConstraintViolation' : 'OccurrenceConstraintViolation')
          : echo(request)) as never);

      const { status, body } = await readMany(id('half'), [HEARTBEAT, SAMPLES, ATTEMPTS, PING]);

      expect(status).toBe(200);
      expect(body.results).toMatchObject([{ value: 'x' }, { value: 'x' }, { value: 'x' }, { value: 'x' }]);
      expect(body.commandIds).toHaveLength(2);
    });

    it('B06 · what an answer is silent about is asked again, as long as something comes', async () => {
      const station = await csms.station(id('silent'), version).boots();
      station.onCall(version === '1.6' ? 'GetConfiguration' : 'GetVariables', ((request: Asked) =>
        echo(request, 1)) as never);

      const { body } = await readMany(id('silent'), [HEARTBEAT, SAMPLES]);

      expect(body.results).toMatchObject([{ status: 'Accepted' }, { status: 'Accepted' }]);
      expect(body.commandIds).toHaveLength(2);
    });

    it('B05 · a request that is repeated with its key changes nothing twice', async () => {
      const station = await csms.station(id('again'), version).boots();
      const changes = [
        { ...SAMPLES, value: '15' },
        { ...PING, value: '20' },
      ];

      const first = await change(id('again'), changes, { 'Idempotency-Key': 'k1' });
      const again = await change(id('again'), changes, { 'Idempotency-Key': 'k1' });
      const other = await change(id('again'), [{ ...PING, value: '21' }], { 'Idempotency-Key': 'k1' });

      expect(again.body).toEqual(first.body);
      expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
      const sent = station.frames.filter(({ kind, action }) => kind === 'CALL' && /^(Change|Set)/.test(action ?? ''));
      expect(sent).toHaveLength(version === '1.6' ? 2 : 1);
    });

    it('B06 · two questions with one key are two questions', async () => {
      await csms.station(id('keys'), version).boots();

      await read(id('keys'), SAMPLES, { 'Idempotency-Key': 'k2' });

      expect(await read(id('keys'), PING, { 'Idempotency-Key': 'k2' })).toMatchObject({
        status: 422,
        body: { code: 'idempotency-key-reused' },
      });
    });

    it('the password of the station is not changed as a variable (A01)', async () => {
      const station = await csms.station(id('password'), version).boots();

      for (const name of [
        { component: 'SecurityCtrlr', variable: 'BasicAuthPassword' },
        { component: 'ConfigurationKey', variable: 'authorizationkey' },
      ]) {
        const answer = await change(id('password'), [
          { ...SAMPLES, value: '30' },
          { ...name, value: 'sixteen-or-more-letters' },
        ]);
        expect(answer).toMatchObject({ status: 422, body: { code: 'variable-protected' } });
      }
      expect(station.frames.filter(({ action }) => /^(Change|Set)/.test(action ?? ''))).toEqual([]);
    });

    it('other secrets are masked wherever they would be seen', async () => {
      const station = await csms.station(id('secret'), version).boots();
      const secret = { component: 'ConfigurationKey', variable: 'WifiPassword' };
      station.onCall(version === '1.6' ? 'GetConfiguration' : 'GetVariables', echo as never);
      station.onCall(version === '1.6' ? 'ChangeConfiguration' : 'SetVariables', ((request: Asked) =>
        version === '1.6' ? { status: 'Accepted' } : acceptAll(request)) as never);

      const changed = await change(id('secret'), [{ ...secret, value: 'hunter2-hunter2' }]);
      const shown = await read(id('secret'), secret);
      const commands = await csms.operator.commands(id('secret'));
      const messages = await csms.eventually(async () => {
        const all = await csms.operator.messages(id('secret'));
        expect(all.filter(({ action }) => /Variables|Configuration/.test(action ?? ''))).toHaveLength(2);
        return all;
      });

      expect(changed.body.results).toMatchObject([{ status: 'Accepted', value: '***' }]);
      expect(shown.body.results).toMatchObject([{ status: 'Accepted', value: '***' }]);
      expect(JSON.stringify([changed.body, commands, messages])).not.toContain('hunter2');
      expect(await known(id('secret'), 'WifiPassword')).toMatchObject([{ value: null }]);
    });

    it('a variable that is named twice is refused before anything is sent', async () => {
      const station = await csms.station(id('twice'), version).boots();

      const answer = await change(id('twice'), [
        { ...SAMPLES, value: '1' },
        { component: 'SAMPLEDDATACTRLR', variable: 'txupdatedinterval', attributeType: 'Actual', value: '2' },
      ]);

      expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
      expect(station.frames.filter(({ action }) => /^(Change|Set)/.test(action ?? ''))).toEqual([]);
    });

    it('a station that does not answer leaves what is known', async () => {
      const registration = { rules: { callTimeoutSeconds: 10 } };
      const station = await csms.station(id('mute'), version, { registration }).boots();
      const action = version === '1.6' ? 'ChangeConfiguration' : 'SetVariables';
      station.onCall(action, NO_ANSWER);

      const asking = change(id('mute'), [{ ...SAMPLES, value: '30' }]);
      await station.nextCall(action);
      await csms.clock.advance(10_000);

      expect(await asking).toMatchObject({ status: 504, body: { code: 'station-timeout' } });
      expect(await known(id('mute'), 'TxUpdatedInterval')).toEqual([]);
    });

    it('B05 · changes for a station that is away are kept until it is back, all of them', async () => {
      const station = await csms.station(id('kept'), version).boots();
      await station.goOffline();
      await csms.eventually(async () => expect((await csms.operator.station(id('kept'))).connected).toBe(false));

      const changes = [
        { ...SAMPLES, value: '33' },
        { ...PING, value: '44' },
      ];
      const url = `/stations/${id('kept')}/variables?whenOffline=queue`;
      const { status, body } = await csms.operator.patch(url, { variables: changes });
      await csms.restart();
      await station.goOnline();
      await station.boot('PowerUp');

      expect(status).toBe(202);
      expect(body.results).toMatchObject([
        { ...SAMPLES, status: null },
        { ...PING, status: null },
      ]);
      expect(body.commandIds).toHaveLength(version === '1.6' ? 2 : 1);
      await csms.eventually(async () => {
        expect((await known(id('kept'), 'TxUpdatedInterval'))[0]).toMatchObject({
          value: '33',
          source: 'SetVariables',
        });
        for (const commandId of body.commandIds)
          expect((await csms.operator.command(commandId)).state).toBe('answered');
      });
      expect((await read(id('kept'), SAMPLES)).body.results).toMatchObject([{ value: '33' }]);
    });

    it('a station that is not connected or not registered is not asked', async () => {
      await csms.given.station(id('offline'));

      expect(await read(id('offline'), SAMPLES)).toMatchObject({ status: 409, body: { code: 'station-offline' } });
      expect(await read(id('nobody'), SAMPLES)).toMatchObject({ status: 404, body: { code: 'station-unknown' } });
    });
  });

  it('on OCPP 1.6 everything can be read at once (TC_019_1)', async () => {
    const station = await csms.station('B06-all', '1.6').boots();

    const { body } = await read('B06-all', {});

    expect(await station.nextCall('GetConfiguration')).toEqual({});
    expect(body.results).toContainEqual(
      expect.objectContaining({ ...ATTEMPTS, status: 'Accepted', value: '3', readOnly: true }),
    );
    expect(body.results).toContainEqual(
      expect.objectContaining({ component: 'ConfigurationKey', variable: 'NumberOfConnectors', value: '1' }),
    );
    expect(await known('B06-all', 'MessageAttempts')).toMatchObject([{ value: '3', mutability: 'ReadOnly' }]);
  });

  it('on OCPP 2.0.1 everything is a report', async () => {
    await csms.station('B06-all-v2', '2.0.1').boots();

    expect(await read('B06-all-v2', {})).toMatchObject({ status: 422, body: { code: 'version-unsupported' } });
  });

  it.each([
    [{ component: 'NoCtrlr', variable: 'Nothing' }],
    [{ ...HEARTBEAT, attributeType: 'Target' }],
    [{ component: 'EVSE', evseId: 1, variable: 'Power' }],
  ])('what OCPP 1.6 has no key for is refused, and nothing of the request is sent: %j', async (variable) => {
    const station = await csms.station('B05-no-key', '1.6').boots();

    const answer = await change('B05-no-key', [
      { ...SAMPLES, value: '1' },
      { ...variable, value: '2' },
    ]);

    expect(answer).toMatchObject({ status: 422, body: { code: 'version-unsupported' } });
    expect(answer.body.detail).toContain('ConfigurationKey');
    expect(station.frames.filter(({ action }) => action === 'ChangeConfiguration')).toEqual([]);
  });

  it('where a later message fails, the problem tells what came of the earlier ones', async () => {
    const station = await csms.station('B05-later', '1.6').boots();
    station.onCall('ChangeConfiguration', ({ key }) =>
      key === 'MeterValueSampleInterval' ? { status: 'Accepted' } : new CallError('InternalError', 'flash is full'),
    );

    const answer = await change('B05-later', [
      { ...SAMPLES, value: '1' },
      { ...PING, value: '2' },
    ]);

    expect(answer).toMatchObject({
      status: 502,
      body: {
        code: 'station-error',
        ocppError: { code: 'InternalError' },
        results: [
          { ...SAMPLES, status: 'Accepted' },
          { ...PING, status: null },
        ],
      },
    });
    expect(await known('B05-later', 'TxUpdatedInterval')).toMatchObject([{ value: '1' }]);
  });

  it('attributes, instances and places are said in OCPP 2.0.1', async () => {
    const station = await csms.station('B05-place', '2.0.1').boots();
    station.onCall('SetVariables', acceptAll as never);

    const { body } = await change('B05-place', [
      {
        component: 'Connector',
        componentInstance: 'left',
        evseId: 1,
        connectorId: 2,
        variable: 'Limit',
        instance: 'a',
        attributeType: 'MaxSet',
        value: '',
      },
    ]);

    expect(await station.nextCall('SetVariables')).toEqual({
      setVariableData: [
        {
          attributeValue: '',
          attributeType: 'MaxSet',
          component: { name: 'Connector', instance: 'left', evse: { id: 1, connectorId: 2 } },
          variable: { name: 'Limit', instance: 'a' },
        },
      ],
    });
    expect(body.results).toMatchObject([{ attributeType: 'MaxSet', status: 'Accepted', value: '' }]);
  });

  it('the reason of a station is handed on', async () => {
    const station = await csms.station('B05-reason', '2.0.1').boots();
    const attributeStatusInfo = { reasonCode: 'ValueOutOfRange', additionalInfo: '1 to 5' };
    station.onCall('SetVariables', ({ setVariableData: [data] }) => ({
      setVariableResult: [
        { attributeStatus: 'Rejected', attributeStatusInfo, component: data!.component, variable: data!.variable },
      ],
    }));

    const { body } = await change('B05-reason', [{ ...SAMPLES, value: '9' }]);

    expect(body).toMatchObject({
      status: 'Rejected',
      results: [{ status: 'Rejected', statusInfo: attributeStatusInfo }],
    });
  });

  it('a value that OCPP 2.0 calls invalid is rejected, and what it said stands beside it', async () => {
    const station = await csms.station('B05-v20', '2.0').boots();
    station.onCall('SetVariables', ({ setVariableData: [data] }) => ({
      setVariableResult: [{ attributeStatus: 'OutOfRange', component: data!.component, variable: data!.variable }],
    }));

    const { body } = await change('B05-v20', [{ ...SAMPLES, value: '9' }]);

    expect(body.results).toMatchObject([{ status: 'Rejected', reportedStatus: 'OutOfRange' }]);
  });

  it.each([
    [{}],
    [{ variables: [] }],
    [{ variables: [{ component: 'A', variable: 'B' }] }],
    [{ variables: [{ component: 'A', variable: 'B', value: 3 }] }],
    [{ variables: [{ component: 'A', variable: 'B', connectorId: 1, value: '3' }] }],
    [{ variables: [{ component: 'A', variable: 'B', value: '3', attributeType: 'Best' }] }],
  ])('a request that makes no sense is refused: %j', async (body) => {
    await csms.given.station('B05-bad');

    expect(await csms.operator.patch('/stations/B05-bad/variables', body)).toMatchObject({
      status: 400,
      body: { code: 'validation-failed' },
    });
  });
});

type Asked = {
  setVariableData?: { attributeValue: string }[];
  key?: string[];
  getVariableData?: { component: object; variable: object }[];
};

const itemsOf = ({ key, getVariableData }: Asked): readonly unknown[] => key ?? getVariableData ?? [];

/** Answers a question with the value `x` for each variable, or for the first few. */
function echo({ key, getVariableData }: Asked, most = Infinity): object {
  return key
    ? { configurationKey: key.slice(0, most).map((name) => ({ key: name, readonly: false, value: 'x' })) }
    : {
        getVariableResult: getVariableData!.slice(0, most).map(({ component, variable }) => ({
          attributeStatus: 'Accepted',
          attributeValue: 'x',
          component,
          variable,
        })),
      };
}

const acceptAll = ({ setVariableData }: Asked): object => ({
  setVariableResult: setVariableData!.map(({ attributeValue: _, ...rest }) => ({
    attributeStatus: 'Accepted',
    ...rest,
  })),
});

/** Has a station tell how many variables one question may hold. */
function limits(station: { onCall: (action: never, answer: never) => unknown }, version: string, value: string): void {
  station.onCall(
    (version === '1.6' ? 'GetConfiguration' : 'GetVariables') as never,
    (({ key, getVariableData }: Asked) =>
      key
        ? { configurationKey: [{ key: 'GetConfigurationMaxKeys', readonly: true, value }] }
        : {
            getVariableResult: [{ attributeStatus: 'Accepted', attributeValue: value, ...getVariableData![0] }],
          }) as never,
  );
}
