import { CallError, NO_ANSWER, type SimulatedStation } from '../../src/cli/simulator/index.js';
import { OCPP_VERSIONS, type OcppVersion } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import type { Api } from '../support/operator.js';

type Wish = Api<'TriggerMessageDto'>;

const TOKEN = { value: 'F06TOKEN', type: 'ISO14443' } as const;

describe('F06 · Trigger message', () => {
  const csms = startCsms();
  const post = (stationId: string, body: object, headers?: Record<string, string>) =>
    csms.operator.post(`/stations/${stationId}/trigger-message`, body, headers);

  /** What a command shows of the messages that came of it. */
  const messagesOf = async (commandId: string) => (await csms.operator.command(commandId)).messages;
  const accepts = async (stationId: string, wish: Wish) => {
    // what the station said before must not be taken for what comes of the trigger
    await csms.clock.advance(1000);
    const command = await csms.operator.triggerMessage(stationId, wish);
    expect(command).toMatchObject({ state: 'answered', status: 'Accepted', name: 'TriggerMessage' });
    return command.commandId;
  };
  const shows = (commandId: string, ...expected: object[]) =>
    csms.eventually(async () => expect(await messagesOf(commandId)).toMatchObject(expected));
  const charges = async (station: Pick<SimulatedStation, 'plugIn' | 'authorize'>, evseId = 1) => {
    await csms.given.idToken(TOKEN);
    await station.plugIn(evseId);
    await station.authorize(TOKEN, evseId);
  };

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const booted = (name: string, evses = [1, 1]) => csms.station(`F06-${version}-${name}`, version, { evses }).boots();
    const on = (evseId: number) => (version === '1.6' ? { connectorId: evseId } : { evseId });

    it('brings the status of one connector, and the command shows it (TC_F_23, TC_F_24)', async () => {
      const { stationId } = await booted('status');

      const commandId = await accepts(stationId, {
        requestedMessage: 'StatusNotification',
        evseId: 2,
        ...(version === '2.0.1' && { connectorId: 1 }),
      });

      await shows(commandId, { action: 'StatusNotification', request: on(2), outcome: 'answered' });
    });

    it('brings the meter values of every EVSE, and the command shows them (TC_F_12)', async () => {
      const { stationId } = await booted('meters');

      const commandId = await accepts(stationId, { requestedMessage: 'MeterValues' });

      await shows(commandId, { action: 'MeterValues', request: on(1) }, { action: 'MeterValues', request: on(2) });
    });

    it('brings a Heartbeat, which then stands in the log by itself (TC_F_20)', async () => {
      const station = await booted('heartbeat');
      await station.heartbeat();

      const commandId = await accepts(station.stationId, { requestedMessage: 'Heartbeat' });
      await csms.eventually(async () => expect(await messagesOf(commandId)).toHaveLength(1));
      await station.heartbeat();

      await shows(commandId, { action: 'Heartbeat', messageId: expect.any(String), count: 1 });
    });

    it('keeps what came of it over a restart of the CSMS', async () => {
      const { stationId } = await booted('restart');
      const commandId = await accepts(stationId, { requestedMessage: 'MeterValues', evseId: 1 });
      await shows(commandId, { action: 'MeterValues', request: on(1) });

      await csms.restart();

      expect(await messagesOf(commandId)).toMatchObject([{ action: 'MeterValues', request: on(1) }]);
    });

    it('tells the triggers of two moments apart', async () => {
      const { stationId } = await booted('two');

      const first = await accepts(stationId, { requestedMessage: 'MeterValues', evseId: 1 });
      await shows(first, { action: 'MeterValues' });
      const second = await accepts(stationId, { requestedMessage: 'MeterValues', evseId: 1 });
      await csms.eventually(async () => expect(await messagesOf(second)).toHaveLength(1));

      const [one, two] = await Promise.all([first, second].map(messagesOf));
      expect(one?.map(({ id }) => id)).not.toEqual(two?.map(({ id }) => id));
      expect(one).toHaveLength(1);
    });

    it.each(['Rejected', 'NotImplemented'] as const)('hands on %s; nothing came of it (TC_F_27)', async (status) => {
      const station = await booted(status);
      (station as SimulatedStation<'1.6'>).onCall('TriggerMessage', { status });

      const { commandId, ...command } = await csms.operator.triggerMessage(station.stationId, {
        requestedMessage: 'MeterValues',
      });
      await station.evse(1).meter.add(1);

      expect(command).toMatchObject({ state: 'answered', status });
      expect(await messagesOf(commandId)).toEqual([]);
    });

    it('of an EVSE that the station does not have is rejected by it', async () => {
      const { stationId } = await booted('no-evse');

      expect(
        await csms.operator.triggerMessage(stationId, { requestedMessage: 'MeterValues', evseId: 9 }),
      ).toMatchObject({ status: 'Rejected' });
    });

    it('of a BootNotification is refused once the station is accepted', async () => {
      const station = await booted('accepted');

      const { status, body } = await post(station.stationId, { requestedMessage: 'BootNotification' });

      expect(status).toBe(409);
      expect(body).toMatchObject({ code: 'station-accepted', detail: expect.stringContaining('reset') });
      expect(station.frames.filter(({ text }) => text.includes('TriggerMessage'))).toEqual([]);
    });

    it('of a BootNotification brings in a station that was Pending, and accepts it (TC_B_31)', async () => {
      const stationId = `F06-${version}-pending`;
      const station = csms.station(stationId, version, { registration: { registrationStatus: 'Pending' } });
      await station.boots();
      expect(station.registrationStatus).toBe('Pending');
      await csms.operator.changeStation(stationId, { registrationStatus: 'Accepted' });
      await csms.clock.advance(1000);

      const headers = { 'Idempotency-Key': 'once' };
      const answer = await post(stationId, { requestedMessage: 'BootNotification' }, headers);

      expect(answer).toMatchObject({ status: 200, body: { status: 'Accepted' } });
      await csms.eventually(async () => expect(station.registrationStatus).toBe('Accepted'));
      await shows(answer.body.commandId, { action: 'BootNotification', response: { status: 'Accepted' } });
      // the same request again gets the answer of the first, although the station is accepted by now
      const again = await post(stationId, { requestedMessage: 'BootNotification' }, headers);
      expect(again.body.commandId).toBe(answer.body.commandId);
    });

    it('lets a Pending station send what it was asked for, and nothing else (B02.FR.09)', async () => {
      const stationId = `F06-${version}-gate`;
      const station = csms.station(stationId, version, { registration: { registrationStatus: 'Pending' } });
      await station.boots();

      const commandId = await accepts(stationId, { requestedMessage: 'MeterValues', evseId: 1 });

      await shows(commandId, { action: 'MeterValues', outcome: 'answered' });
      await expect(station.heartbeat()).rejects.toMatchObject({ code: 'SecurityError' });
    });

    it('of a station that is not connected, not registered or silent has its problem', async () => {
      await csms.given.station(`F06-${version}-offline`);
      const silent = await booted('silent');
      (silent as SimulatedStation<'1.6'>).onCall('TriggerMessage', NO_ANSWER);
      const wish = { requestedMessage: 'Heartbeat' };

      expect(await post(`F06-${version}-offline`, wish)).toMatchObject({
        status: 409,
        body: { code: 'station-offline' },
      });
      expect(await post(`F06-${version}-nobody`, wish)).toMatchObject({
        status: 404,
        body: { code: 'station-unknown' },
      });
      const answer = post(silent.stationId, wish);
      await (silent as SimulatedStation<'1.6'>).nextCall('TriggerMessage');
      silent.dropConnection();
      expect(await answer).toMatchObject({ status: 409, body: { code: 'station-offline' } });
    });
  });

  describe.each(['2.0', '2.0.1'] as const)('OCPP %s', (version) => {
    it('brings an event of each running transaction, and the command shows them (TC_F_14)', async () => {
      const station = await csms.station(`F06-${version}-tx`, version, { evses: [1, 1, 1] }).boots();
      await charges(station, 1);
      await charges(station, 3);

      const commandId = await accepts(station.stationId, { requestedMessage: 'TransactionEvent' });

      const event = { action: 'TransactionEvent', request: { eventType: 'Updated', triggerReason: 'Trigger' } };
      await shows(commandId, event, event);
    });

    it('of a TransactionEvent where none runs is rejected by the station', async () => {
      const { stationId } = await csms.station(`F06-${version}-idle`, version).boots();

      expect(await csms.operator.triggerMessage(stationId, { requestedMessage: 'TransactionEvent' })).toMatchObject({
        status: 'Rejected',
      });
    });
  });

  it('shows meter values that were stored with a transaction, OCPP 1.6', async () => {
    const station = await csms.station('F06-16-tx', '1.6').boots();
    await charges(station);

    const commandId = await accepts('F06-16-tx', { requestedMessage: 'MeterValues', evseId: 1 });

    await shows(commandId, { action: 'MeterValues', request: { connectorId: 1, transactionId: expect.any(Number) } });
  });

  it.each<[OcppVersion, Wish]>([
    ['1.6', { requestedMessage: 'TransactionEvent' }],
    ['1.6', { requestedMessage: 'SignV2GCertificate' }],
    ['1.6', { requestedMessage: 'MeterValues', evseId: 1, connectorId: 2 }],
    ['2.0', { requestedMessage: 'SignCombinedCertificate' }],
    ['2.0.1', { requestedMessage: 'StatusNotification' }],
  ])('that OCPP %s has no words for is refused before it is sent: %j', async (version, wish) => {
    const { stationId } = await csms.station(`F06-no-${version}`, version).boots();

    expect(await post(stationId, wish)).toMatchObject({ status: 422, body: { code: 'version-unsupported' } });
  });

  it('hands on that a 1.6 station has no security extension', async () => {
    const station = await csms.station('F06-core-only', '1.6').boots();
    station.onCall('ExtendedTriggerMessage', new CallError('NotImplemented', 'Core only'));

    expect(await post('F06-core-only', { requestedMessage: 'LogStatusNotification' })).toMatchObject({
      status: 502,
      body: { code: 'station-error', ocppError: { code: 'NotImplemented', description: 'Core only' } },
    });
  });

  it.each([{}, { requestedMessage: 'Reset' }, { requestedMessage: 'MeterValues', connectorId: 1 }])(
    'is refused where the request makes no sense: %j',
    async (body) => {
      await csms.given.station('F06-bad');

      expect(await post('F06-bad', body)).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    },
  );

  it('shows what came of a raw one as well', async () => {
    await csms.station('F06-raw', '1.6', { evses: [1, 1] }).boots();
    await csms.clock.advance(1000);

    const payload = { requestedMessage: 'StatusNotification', connectorId: 2 };
    const { body } = await csms.operator.post('/stations/F06-raw/ocpp/TriggerMessage', payload);

    expect(body).toMatchObject({ status: 'Accepted', request: payload });
    await shows(body.commandId, { action: 'StatusNotification', request: { connectorId: 2 } });
    const configuration = await csms.operator.post('/stations/F06-raw/ocpp/GetConfiguration', { key: ['Nothing'] });
    expect(configuration.body).toMatchObject({ state: 'answered', response: { unknownKey: ['Nothing'] } });
    expect(await messagesOf(configuration.body.commandId)).toEqual([]);
  });

  it('brings what is said about work in the background, in the words of OCPP 1.6', async () => {
    const station = await csms.station('F06-states', '1.6').boots();

    for (const [requestedMessage, action] of [
      ['DiagnosticsStatusNotification', 'DiagnosticsStatusNotification'],
      ['FirmwareStatusNotification', 'FirmwareStatusNotification'],
      ['LogStatusNotification', 'LogStatusNotification'],
      ['SignedFirmwareStatusNotification', 'SignedFirmwareStatusNotification'],
    ] as const) {
      const commandId = await accepts('F06-states', { requestedMessage });
      await shows(commandId, { action, request: { status: 'Idle' } });
    }
    expect(station.isOnline).toBe(true);
  });

  it('can be read of a station that is archived by now', async () => {
    const station = await csms.station('F06-archived', '1.6').boots();
    const commandId = await accepts('F06-archived', { requestedMessage: 'MeterValues' });
    await shows(commandId, { action: 'MeterValues' });
    await station.close();

    await csms.operator.delete('/stations/F06-archived');

    expect(await messagesOf(commandId)).toMatchObject([{ action: 'MeterValues' }]);
  });
});
