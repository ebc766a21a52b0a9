import type { StationRequests } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import type { Api } from '../support/operator.js';
import { ocpp201 } from './ocpp201.js';

const TOKEN = { value: 'ABCD1234', type: 'ISO14443' } as const;
const EVSE = { id: 1, connectorId: 1 };
const ACCEPTED = { idTokenInfo: { status: 'Accepted' } };

describe('OCPP 2.0.1 · F · Remote control', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);

  beforeEach(() => csms.given.idToken(TOKEN));

  const begins = async (stationId: string) => {
    const station = await cases.booted(stationId);
    const asked = cases.answers(station, 'RequestStartTransaction', { status: 'Accepted' });
    /** The operator asks for a start; tells the number of the request. */
    const isAskedToStart = async () => {
      const command = await csms.operator.requestStart(stationId, { idToken: TOKEN, evseId: 1 });
      expect(command).toMatchObject({ state: 'answered', status: 'Accepted' });
      expect(asked).toEqual([
        { idToken: { idToken: TOKEN.value, type: TOKEN.type }, evseId: 1, remoteStartId: command.remoteStartId },
      ]);
      return { commandId: command.commandId, remoteStartId: command.remoteStartId! };
    };
    return { station, isAskedToStart, transaction: cases.transaction(station) };
  };
  /** The command and the transaction name each other. */
  const cameOf = (commandId: string, stationId: string) =>
    csms.eventually(async () => {
      const transaction = await cases.transactionOf(stationId);
      expect(transaction).toMatchObject({ commandId, idToken: TOKEN });
      expect(await csms.operator.command(commandId)).toMatchObject({ transactionId: transaction.id });
      return transaction;
    });

  it('TC_F_01_CSMS · a start is asked for where the cable is plugged in already', async () => {
    const { station, isAskedToStart, transaction } = await begins('TC_F_01');
    await cases.reportsStatus(station, 'Occupied');
    await transaction.started('CablePluggedIn', { evse: EVSE, chargingState: 'EVConnected' });

    const { commandId, remoteStartId } = await isAskedToStart();
    const answer = await transaction.updated('RemoteStart', { idToken: TOKEN.value, remoteStartId });
    await transaction.updated('ChargingStateChanged', { chargingState: 'Charging' });

    expect(answer).toMatchObject(ACCEPTED);
    expect(await cameOf(commandId, 'TC_F_01')).toMatchObject({ state: 'active', remoteStartId, evseId: 1 });
  });

  it('TC_F_02_CSMS · a start is asked for before the cable comes, and the station asks about the token', async () => {
    const { station, isAskedToStart, transaction } = await begins('TC_F_02');

    const { commandId, remoteStartId } = await isAskedToStart();
    const asked = await station.call('Authorize', { idToken: { idToken: TOKEN.value, type: TOKEN.type } });
    const started = await transaction.started('RemoteStart', { idToken: TOKEN.value, remoteStartId });
    await cases.reportsStatus(station, 'Occupied');
    await transaction.updated('CablePluggedIn', { evse: EVSE, chargingState: 'EVConnected' });
    await transaction.updated('ChargingStateChanged', { chargingState: 'Charging' });

    for (const answer of [asked, started]) expect(answer).toMatchObject(ACCEPTED);
    expect(await cameOf(commandId, 'TC_F_02')).toMatchObject({ remoteStartId, evseId: 1, chargingState: 'Charging' });
  });

  it('TC_F_03_CSMS · a start is asked for before the cable comes, and the station does not ask about the token', async () => {
    const { station, isAskedToStart, transaction } = await begins('TC_F_03');

    const { commandId, remoteStartId } = await isAskedToStart();
    const started = await transaction.started('RemoteStart', { idToken: TOKEN.value, remoteStartId });
    await cases.reportsStatus(station, 'Occupied');
    await transaction.updated('CablePluggedIn', { evse: EVSE, chargingState: 'EVConnected' });

    expect(started).toMatchObject(ACCEPTED);
    expect(await cameOf(commandId, 'TC_F_03')).toMatchObject({ state: 'active', remoteStartId });
  });

  it('TC_F_04_CSMS · a start is asked for, and the cable does not come in time', async () => {
    const { isAskedToStart, transaction } = await begins('TC_F_04');

    const { commandId, remoteStartId } = await isAskedToStart();
    await transaction.started('RemoteStart', { idToken: TOKEN.value, remoteStartId });
    await csms.clock.advance(60_000);
    const ended = await transaction.ended('EVConnectTimeout', { stoppedReason: 'Timeout' });

    expect(ended).toEqual({});
    expect(await cameOf(commandId, 'TC_F_04')).toMatchObject({ state: 'ended', stopReason: 'Timeout', energyWh: null });
  });

  describe('Trigger message', () => {
    /** The operator asks for a message, and the station accepts. */
    const triggers = async (stationId: string, wish: Api<'TriggerMessageDto'>, request: object) => {
      const station = await cases.booted(stationId);
      const asked = cases.answers(station, 'TriggerMessage', { status: 'Accepted' });
      await csms.clock.advance(1000);
      const command = await csms.operator.triggerMessage(stationId, wish);
      expect(asked).toEqual([request]);
      expect(command).toMatchObject({ state: 'answered', status: 'Accepted' });
      const brought = (...messages: object[]) =>
        csms.eventually(async () =>
          expect((await csms.operator.command(command.commandId)).messages).toMatchObject(messages),
        );
      return { station, brought };
    };
    const reading = (evseId: number): StationRequests['2.0.1']['MeterValues'] => ({
      evseId,
      meterValue: [{ timestamp: csms.clock.now().toISOString(), sampledValue: [{ value: 1500, context: 'Trigger' }] }],
    });

    it('TC_F_11_CSMS · MeterValues of one EVSE', async () => {
      const wish = { requestedMessage: 'MeterValues', evseId: 1 } as const;
      const { station, brought } = await triggers('TC_F_11', wish, {
        requestedMessage: 'MeterValues',
        evse: { id: 1 },
      });

      expect(await station.call('MeterValues', reading(1))).toEqual({});

      await brought({ action: 'MeterValues', request: { evseId: 1 }, outcome: 'answered' });
    });

    it('TC_F_12_CSMS · MeterValues of all EVSEs', async () => {
      const wish = { requestedMessage: 'MeterValues' } as const;
      const { station, brought } = await triggers('TC_F_12', wish, wish);

      for (const evseId of [1, 2]) await station.call('MeterValues', reading(evseId));

      await brought({ request: { evseId: 1 } }, { request: { evseId: 2 } });
    });

    it('TC_F_13_CSMS · TransactionEvent of one EVSE', async () => {
      const wish = { requestedMessage: 'TransactionEvent', evseId: 1 } as const;
      const request = { requestedMessage: 'TransactionEvent', evse: { id: 1 } };
      const { station, brought } = await triggers('TC_F_13', wish, request);
      const transaction = cases.transaction(station);
      await transaction.started('Authorized', { evse: EVSE, idToken: TOKEN.value });

      expect(await transaction.updated('Trigger', { chargingState: 'Charging' })).toEqual({});

      await brought({ action: 'TransactionEvent', request: { triggerReason: 'Trigger' } });
    });

    it('TC_F_14_CSMS · TransactionEvent of all EVSEs', async () => {
      const wish = { requestedMessage: 'TransactionEvent' } as const;
      const { station, brought } = await triggers('TC_F_14', wish, wish);
      const [one, two] = [cases.transaction(station), cases.transaction(station)];
      await one.started('Authorized', { evse: EVSE });
      await two.started('Authorized', { evse: { id: 2, connectorId: 1 } });

      for (const each of [one, two]) expect(await each.updated('Trigger')).toEqual({});

      const event = { request: { eventType: 'Updated', triggerReason: 'Trigger' } };
      await brought(event, event);
    });

    it.each([
      ['TC_F_15_CSMS · LogStatusNotification while no log is uploaded', 'TC_F_15', 'LogStatusNotification'],
      ['TC_F_18_CSMS · FirmwareStatusNotification while nothing is updated', 'TC_F_18', 'FirmwareStatusNotification'],
    ] as const)('%s', async (_, stationId, requestedMessage) => {
      const { station, brought } = await triggers(stationId, { requestedMessage }, { requestedMessage });

      expect(await station.call(requestedMessage, { status: 'Idle' })).toEqual({});

      await brought({ action: requestedMessage, request: { status: 'Idle' }, outcome: 'answered' });
    });

    it('TC_F_20_CSMS · Heartbeat, answered with the time', async () => {
      const wish = { requestedMessage: 'Heartbeat' } as const;
      const { station, brought } = await triggers('TC_F_20', wish, wish);

      const { currentTime } = await station.call('Heartbeat', {});

      expect(currentTime).toBe(csms.clock.now().toISOString());
      await brought({ action: 'Heartbeat', response: { currentTime } });
    });

    it.each([
      ['TC_F_23_CSMS', 'Available'],
      ['TC_F_24_CSMS', 'Occupied'],
    ] as const)('%s · StatusNotification of one connector that is %s', async (stationId, status) => {
      const wish = { requestedMessage: 'StatusNotification', evseId: 1, connectorId: 1 } as const;
      const request = { requestedMessage: 'StatusNotification', evse: EVSE };
      const { station, brought } = await triggers(stationId, wish, request);

      expect(await cases.statusNotification(station, status)).toEqual({});

      await brought({ action: 'StatusNotification', request: { connectorStatus: status, evseId: 1, connectorId: 1 } });
      expect(await cases.statusOf(stationId)).toBe(status);
    });

    it('TC_F_27_CSMS · a message that the station never sends', async () => {
      const station = await cases.booted('TC_F_27');
      cases.answers(station, 'TriggerMessage', { status: 'NotImplemented' });

      const command = await csms.operator.triggerMessage('TC_F_27', { requestedMessage: 'SignV2GCertificate' });

      expect(command).toMatchObject({ state: 'answered', status: 'NotImplemented' });
      expect(await csms.operator.command(command.commandId)).toMatchObject({ messages: [] });
    });
  });

  it('TC_F_06_CSMS · a connector is unlocked while nobody charges', async () => {
    const station = await cases.booted('TC_F_06');
    const asked = cases.answers(station, 'UnlockConnector', { status: 'Unlocked' });

    const command = await csms.operator.unlockConnector('TC_F_06', { evseId: 1, connectorId: 1 });

    expect(asked).toEqual([{ evseId: 1, connectorId: 1 }]);
    expect(command).toMatchObject({ state: 'answered', status: 'Unlocked' });
  });
});
