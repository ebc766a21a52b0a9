import { FakeClock } from '../../../test/support/fake-clock.js';
import { StubCsms } from '../../../test/support/stub-csms.js';
import { OCPP_VERSIONS, type OcppVersion } from '../../ocpp/versions.js';
import { CallError, SimulatedStation, TROUBLES, UnmetPlanError, type StationOptions } from './index.js';

const TOKEN = { value: 'ABCD1234', type: 'ISO14443' } as const;

describe('a simulated station', () => {
  let stub: StubCsms;
  let clock: FakeClock;
  const stations: SimulatedStation<OcppVersion>[] = [];

  beforeEach(async () => {
    stub = await StubCsms.start();
    clock = new FakeClock();
  });

  afterEach(async () => {
    await Promise.all(stations.splice(0).map((station) => station.close()));
    await stub.close();
    expect(stub.violations).toEqual([]);
  });

  function make<V extends OcppVersion>(version: V, options: Partial<StationOptions<V>> = {}): SimulatedStation<V> {
    const station = new SimulatedStation({ stationId: 'CS001', version, url: stub.url, clock, ...options });
    stations.push(station as unknown as SimulatedStation<OcppVersion>);
    return station;
  }

  /** Resolves when the stub has heard so many CALLs with this action. */
  const heard = async (action: string, count: number): Promise<void> => {
    while (stub.payloads(action).length < count) await new Promise((turn) => setImmediate(turn));
  };

  const events = () => stub.payloads('TransactionEvent') as Record<string, never>[];

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    it('keeps to the schemas from boot to unplugging, and answers every command it knows', async () => {
      const station = await make(version).boots();

      await station.plugIn();
      expect(await station.authorize(TOKEN)).toBe('Accepted');
      await station.charge({ energyWh: 2500 });
      await station.suspend('EV');
      await station.resume();
      await station.stop();
      await station.unplug();
      await station.fault();
      await station.fault(false);
      await station.heartbeat();

      const [ended] = version === '1.6' ? stub.payloads('StopTransaction') : events().slice(-1);
      expect(ended).toBeDefined();
      expect(stub.violations).toEqual([]);
    });

    it('starts on request, with the token of the request, and stops on request', async () => {
      const station = await make(version).boots();
      const remote = version === '1.6';

      const started = remote
        ? await stub.call('RemoteStartTransaction', { idTag: TOKEN.value, connectorId: 1 })
        : await stub.call('RequestStartTransaction', {
            idToken: { idToken: TOKEN.value, type: TOKEN.type },
            remoteStartId: 7,
            evseId: 1,
          });
      await heard(remote ? 'StartTransaction' : 'TransactionEvent', remote ? 1 : 2);

      expect(started[2]).toMatchObject({ status: 'Accepted' });
      await heard('StatusNotification', remote ? 4 : 2);
      const { id } = station.evse().transaction!;
      const transactionId = remote ? Number(id) : id;
      const stopped = await stub.call(remote ? 'RemoteStopTransaction' : 'RequestStopTransaction', { transactionId });
      expect(stopped[2]).toMatchObject({ status: 'Accepted' });
      await heard(remote ? 'StopTransaction' : 'TransactionEvent', remote ? 1 : 3);
      if (!remote) {
        expect(events()[0]).toMatchObject({ eventType: 'Started', triggerReason: 'RemoteStart' });
        expect(JSON.stringify(events()[0])).toContain('"remoteStartId":7');
        expect(JSON.stringify(events().slice(1))).not.toContain('remoteStartId');
        expect(events()[2]).toMatchObject({ eventType: 'Ended', triggerReason: 'RemoteStop' });
      } else {
        expect(stub.payloads('StopTransaction')[0]).toMatchObject({ transactionId: 4711, reason: 'Remote' });
      }
    });

    it('delivers what happened offline later, in order', async () => {
      const station = await make(version).boots();
      await station.plugIn();
      await station.authorize(TOKEN);
      await station.goOffline();

      await station.charge({ energyWh: 700 });
      await station.stop();
      const before = stub.heard.length;
      await station.goOnline();
      await station.delivered();

      const later = stub.heard.slice(before).map(({ action }) => action);
      if (version === '1.6') {
        expect(later.filter((action) => action !== 'StatusNotification')).toEqual(['MeterValues', 'StopTransaction']);
        expect(stub.payloads('StopTransaction')[0]).toMatchObject({ transactionId: 4711, meterStop: 700 });
      } else {
        expect(events().map(({ seqNo }) => seqNo)).toEqual([0, 1, 2, 3]);
        expect(events().map(({ offline }) => offline ?? false)).toEqual([false, false, true, true]);
      }
    });

    it('ends a transaction whose token is refused', async () => {
      const refused = { idTagInfo: { status: 'Blocked' }, idTokenInfo: { status: 'Blocked' } };
      stub.answers['StartTransaction'] = () => ({ ...refused, transactionId: 9 });
      stub.answers['TransactionEvent'] = ({ idToken }) => (idToken ? refused : {});
      const station = await make(version).boots();

      await station.plugIn();
      await station.authorize(TOKEN);

      await heard(version === '1.6' ? 'StopTransaction' : 'TransactionEvent', version === '1.6' ? 1 : 2);
      expect(station.evse().transaction).toBeUndefined();
    });

    it('makes a connector inoperative when its transaction is over, and remembers it', async () => {
      const memory = { inoperative: [], meterWh: {} };
      const station = await make(version, { memory }).boots();
      await station.plugIn();
      await station.authorize(TOKEN);
      const change = {
        '1.6': { connectorId: 1, type: 'Inoperative' },
        '2.0': { evseId: 1, operationalStatus: 'Inoperative' },
        '2.0.1': { evse: { id: 1 }, operationalStatus: 'Inoperative' },
      }[version];

      const answer = await stub.call('ChangeAvailability', change);

      expect(answer[2]).toEqual({ status: 'Scheduled' });
      expect(memory.inoperative).toEqual([]);
      await station.stop();
      await station.unplug();
      expect(memory.inoperative).toEqual(['1']);
      expect(JSON.stringify(stub.payloads('StatusNotification').at(-1))).toContain('Unavailable');
    });
  });

  it.each(['2.0', '2.0.1'] as const)(
    'tells whether a transaction goes on, and what waits (OCPP %s)',
    async (version) => {
      const station = await make(version).boots();
      const status = async (request: { transactionId?: string }) =>
        (await stub.call('GetTransactionStatus', request))[2];
      await station.plugIn();
      await station.authorize(TOKEN);
      const transactionId = station.evse().transaction!.id;

      expect(await status({ transactionId })).toEqual({ ongoingIndicator: true, messagesInQueue: false });
      expect(await status({ transactionId: 'another' })).toEqual({ ongoingIndicator: false, messagesInQueue: false });
      expect(await status({})).toEqual({ messagesInQueue: false });

      stub.answers['TransactionEvent'] = () => undefined;
      void station.stop();
      await heard('TransactionEvent', 3);
      expect(await status({ transactionId })).toEqual({ ongoingIndicator: false, messagesInQueue: true });
      expect(await status({ transactionId: 'another' })).toEqual({ ongoingIndicator: false, messagesInQueue: false });
      expect(await status({})).toEqual({ messagesInQueue: true });
    },
  );

  it('numbers 2.0.1 events, and says EVSE and charging state only when they are new', async () => {
    const station = await make('2.0.1').boots();

    await station.plugIn();
    await station.authorize(TOKEN);
    await station.charge({ energyWh: 100 });
    await station.stop();

    expect(events().map(({ eventType, triggerReason, seqNo }) => [eventType, triggerReason, seqNo])).toEqual([
      ['Started', 'Authorized', 0],
      ['Updated', 'ChargingStateChanged', 1],
      ['Updated', 'MeterValuePeriodic', 2],
      ['Ended', 'StopAuthorized', 3],
    ]);
    expect(events().map(({ evse }) => evse ?? null)).toEqual([{ id: 1, connectorId: 1 }, null, null, null]);
    expect(events().map(({ transactionInfo }) => transactionInfo!['chargingState'] ?? null)).toEqual([
      'EVConnected',
      'Charging',
      null,
      'EVConnected',
    ]);
  });

  it('starts with the cable where that is the start point', async () => {
    const station = await make('2.0.1', { txStartPoint: 'EVConnected' }).boots();

    await station.plugIn();
    await station.authorize(TOKEN);

    expect(events().map(({ eventType, triggerReason }) => `${eventType} ${triggerReason}`)).toEqual([
      'Started CablePluggedIn',
      'Updated Authorized',
      'Updated ChargingStateChanged',
    ]);
    expect(events()[0]).not.toHaveProperty('idToken');
    expect(events()[1]).toMatchObject({ idToken: { idToken: 'ABCD1234' } });
  });

  it('measures the energy that flows in the time of its clock', async () => {
    const station = await make('2.0.1', { powerW: 11_000, sampleIntervalMs: 60_000, callTimeoutMs: 3_600_000 }).boots();
    await station.plugIn();
    await station.authorize(TOKEN);

    await clock.advance(30 * 60_000);
    await station.stop();

    expect(JSON.stringify(events().at(-1)!['meterValue'])).toContain('"value":5500');
    expect(events().filter(({ triggerReason }) => triggerReason === 'MeterValuePeriodic')).toHaveLength(30);
  });

  it('reports the meter in every transaction, not only in the first', async () => {
    const station = await make('2.0.1', { sampleIntervalMs: 10_000 }).boots();
    const charge = async (): Promise<void> => {
      await station.plugIn();
      await station.authorize(TOKEN);
      await clock.advance(20_000);
      await station.stop();
      await station.unplug();
    };

    await charge();
    await charge();
    await clock.advance(60_000);

    expect(events().filter(({ triggerReason }) => triggerReason === 'MeterValuePeriodic')).toHaveLength(4);
  });

  it('sends heartbeats in the interval that it was given', async () => {
    await make('1.6').boots();

    await clock.advance(900_000);

    await heard('Heartbeat', 3);
    expect(stub.payloads('Heartbeat')).toHaveLength(3);
  });

  it('boots again after the interval while it is pending, and reports its connectors only then', async () => {
    const statuses = ['Pending', 'Accepted'];
    stub.answers['BootNotification'] = () => ({
      currentTime: '2026-11-22T12:00:00Z',
      interval: 60,
      status: statuses.shift(),
    });
    const station = await make('2.0.1').boots();
    expect(station.registrationStatus).toBe('Pending');
    expect(stub.actions).toEqual(['BootNotification']);

    await clock.advance(60_000);

    await heard('StatusNotification', 1);
    expect(station.registrationStatus).toBe('Accepted');
    expect(stub.actions).toEqual(['BootNotification', 'BootNotification', 'StatusNotification']);
  });

  it('comes back by itself after a lost connection, without another boot', async () => {
    const station = await make('1.6').boots();
    const offline = station.disconnected();
    stub.hangUp();
    await offline;

    const online = new Promise<void>((done) => station.once('online', done));
    await clock.advance(2000);
    await online;

    expect(stub.payloads('BootNotification')).toHaveLength(1);
  });

  it('keeps one CALL in flight', async () => {
    stub.answers['DataTransfer'] = () => undefined;
    const station = await make('1.6').connect();

    const unanswered = station.call('DataTransfer', { vendorId: 'first' });
    const waiting = station.call('Heartbeat', {});
    await heard('DataTransfer', 1);
    expect(stub.actions).toEqual(['DataTransfer']);
    await clock.advance(30_000);

    await expect(unanswered).rejects.toThrow('DataTransfer was not answered in time');
    await expect(waiting).resolves.toHaveProperty('currentTime');
  });

  it('repeats a transaction message that nobody answers, with growing pauses, and gives up in the end', async () => {
    stub.answers['StopTransaction'] = () => undefined;
    const station = await make('1.6', { callTimeoutMs: 10_000, messageRetryMs: 60_000 }).boots();
    await station.plugIn();
    await station.authorize(TOKEN);

    const stopped = station.stop();
    await heard('StopTransaction', 1);
    await clock.advance(10_000 + 60_000);
    await stopped;
    await heard('StopTransaction', 2);
    await clock.advance(10_000 + 120_000);
    await heard('StopTransaction', 3);
    await clock.advance(10_000);

    await station.delivered();
    const ids = stub.heard.filter(({ action }) => action === 'StopTransaction').map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(1);
  });

  it('restarts on Reset, having ended what ran', async () => {
    const station = await make('2.0.1').boots();
    await station.plugIn();
    await station.authorize(TOKEN);

    const answer = await stub.call('Reset', { type: 'Immediate' });

    expect(answer[2]).toEqual({ status: 'Accepted' });
    await heard('BootNotification', 2);
    expect(events().at(-1)).toMatchObject({ eventType: 'Ended', triggerReason: 'ResetCommand' });
    expect(stub.payloads('BootNotification')[1]).toMatchObject({ reason: 'RemoteReset' });
  });

  it('waits with an OnIdle reset for the end of the transaction', async () => {
    const station = await make('2.0.1').boots();
    await station.plugIn();
    await station.authorize(TOKEN);

    expect((await stub.call('Reset', { type: 'OnIdle' }))[2]).toEqual({ status: 'Scheduled' });
    expect(stub.payloads('BootNotification')).toHaveLength(1);
    await station.stop();

    await heard('BootNotification', 2);
  });

  it('answers reads, triggers and unlocks, and refuses what it does not know', async () => {
    const station = await make('2.0.1').boots();
    const read = (component: string, variable: string) =>
      stub.call('GetVariables', {
        getVariableData: [{ component: { name: component }, variable: { name: variable } }],
      });

    expect(JSON.stringify(await read('OCPPCommCtrlr', 'HeartbeatInterval'))).toContain('"attributeValue":"300"');
    expect(JSON.stringify(await read('OCPPCommCtrlr', 'Nothing'))).toContain('UnknownVariable');
    expect((await stub.call('TriggerMessage', { requestedMessage: 'Heartbeat' }))[2]).toEqual({ status: 'Accepted' });
    await heard('Heartbeat', 1);
    expect((await stub.call('TriggerMessage', { requestedMessage: 'BootNotification' }))[2]).toEqual({
      status: 'Rejected',
    });
    expect((await stub.call('UnlockConnector', { evseId: 1, connectorId: 1 }))[2]).toEqual({ status: 'Unlocked' });
    expect((await stub.call('ClearCache', {}))[2]).toEqual({ status: 'Accepted' });
    expect((await stub.call('GetLocalListVersion', {})).slice(0, 3)).toEqual([4, 'stub-7', 'NotImplemented']);
    expect(station.frames.at(-1)).toMatchObject({
      direction: 'sent',
      kind: 'CALLERROR',
      action: 'GetLocalListVersion',
    });
  });

  it('answers as a test has planned, and hands over what it was asked', async () => {
    const station = await make('1.6').boots();
    station.onCall('UnlockConnector', ({ connectorId }) => ({
      status: connectorId === 1 ? 'Unlocked' : 'UnlockFailed',
    }));
    station.onCall('ClearCache', new CallError('NotSupported', 'no cache here'));

    expect((await stub.call('UnlockConnector', { connectorId: 2 }))[2]).toEqual({ status: 'UnlockFailed' });
    expect((await stub.call('ClearCache', {})).slice(2, 4)).toEqual(['NotSupported', 'no cache here']);

    expect(await station.nextCall('UnlockConnector')).toEqual({ connectorId: 2 });
    await expect(station.nextCall('UnlockConnector', 10)).rejects.toThrow('Not within 10 ms');
  });

  it('fails to close when a planned exchange did not happen', async () => {
    const station = await new SimulatedStation({ stationId: 'CS002', version: '1.6', url: stub.url, clock }).connect();
    station.onCall('Reset', { status: 'Accepted' }).onCall('ClearCache', { status: 'Accepted' }, { optional: true });

    await expect(station.close()).rejects.toThrow(UnmetPlanError);
  });

  it('sends raw text and finds the answer to it', async () => {
    const station = await make('1.6').connect();

    const answer = await station.callRaw('[2,"raw-1","Heartbeat",{}]');

    expect(answer).toMatchObject({ kind: 'CALLRESULT', messageId: 'raw-1', action: 'Heartbeat' });
  });

  describe('troublemakers', () => {
    it.each(['lost-stop', 'lost-stop-new-id'] as const)('%s sends the stop twice', async (name) => {
      const station = await make('1.6', { trouble: TROUBLES[name] }).boots();
      await station.plugIn();
      await station.authorize(TOKEN);

      await station.stop();
      await station.goOnline();
      await station.delivered();

      const stops = stub.heard.filter(({ action }) => action === 'StopTransaction');
      expect(stops).toHaveLength(2);
      expect(stops[0]!.payload).toEqual(stops[1]!.payload);
      expect(stops[0]!.messageId === stops[1]!.messageId).toBe(name === 'lost-stop');
    });

    it('repeated-start sends every start twice under different message ids', async () => {
      const station = await make('2.0.1', { trouble: TROUBLES['repeated-start'] }).boots();

      await station.plugIn();
      await station.authorize(TOKEN);

      const starts = stub.heard.filter(({ payload }) => payload['eventType'] === 'Started');
      expect(starts).toHaveLength(2);
      expect(starts[0]!.payload).toEqual(starts[1]!.payload);
      expect(starts[0]!.messageId).not.toBe(starts[1]!.messageId);
    });

    it('wrong-clock stays wrong, whatever the CSMS says', async () => {
      const station = await make('2.0.1', { trouble: TROUBLES['wrong-clock'] }).boots();

      await station.plugIn();

      expect(String(stub.payloads('StatusNotification').at(-1)!['timestamp'])).toMatch(/^2006/);
    });

    it('flapping loses its connection again and again', async () => {
      const station = await make('1.6', { trouble: TROUBLES.flapping }).boots();

      const offline = station.disconnected();
      await clock.advance(5000);

      await offline;
    });

    it('slow-answers takes its time', async () => {
      const station = await make('1.6', { trouble: TROUBLES['slow-answers'] }).boots();
      let answered = false;

      const answer = stub.call('ClearCache', {}).then(() => (answered = true));
      await station.nextCall('ClearCache');
      await clock.advance(4999);
      expect(answered).toBe(false);
      await clock.advance(1);

      await answer;
    });
  });
});
