import { startCsms } from '../support/csms.js';
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
});
