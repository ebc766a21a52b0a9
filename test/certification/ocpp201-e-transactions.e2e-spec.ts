import { startCsms } from '../support/csms.js';
import type { StrictStation } from '../support/strict-station.js';
import { register, type ToldTransaction } from '../support/transaction-events.js';
import { ocpp201 } from './ocpp201.js';

const CARD = 'ABCD1234';
const EVSE = { id: 1, connectorId: 1 };
const ACCEPTED = { idTokenInfo: { status: 'Accepted' } };

describe('OCPP 2.0.1 · E · Transactions', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);

  beforeEach(() => csms.given.idToken({ value: CARD }));

  const energy = (wh: number, context: 'Transaction.Begin' | 'Sample.Periodic' | 'Transaction.End') => ({
    meterValue: [register(csms.clock.now(), wh, { context })] as [ReturnType<typeof register>],
  });
  const begins = async (stationId: string) => {
    const station = await cases.booted(stationId);
    return { station, transaction: cases.transaction(station) };
  };
  const isAuthorized = async (station: StrictStation<'2.0.1'>, idToken = CARD) =>
    expect(await station.call('Authorize', { idToken: { idToken, type: 'ISO14443' } })).toMatchObject(ACCEPTED);
  const plugsIn = (station: StrictStation<'2.0.1'>) => cases.reportsStatus(station, 'Occupied');
  const unplugs = (station: StrictStation<'2.0.1'>) => cases.reportsStatus(station, 'Available');

  /** A station that charges by a card since a minute: 1000 Wh at its begin, 3000 Wh by now. */
  const charging = async (stationId: string) => {
    const { station, transaction } = await begins(stationId);
    await plugsIn(station);
    await isAuthorized(station);
    const said = { idToken: CARD, evse: EVSE, ...energy(1000, 'Transaction.Begin') };
    expect(await transaction.started('Authorized', { ...said, chargingState: 'EVConnected' })).toMatchObject(ACCEPTED);
    expect(await transaction.updated('ChargingStateChanged', { chargingState: 'Charging' })).toEqual({});
    await csms.clock.advance(60_000);
    expect(await transaction.updated('MeterValuePeriodic', energy(3000, 'Sample.Periodic'))).toEqual({});
    return { station, transaction };
  };
  const ends = (transaction: ToldTransaction, ...[trigger, said]: Parameters<ToldTransaction['ended']>) =>
    transaction.ended(trigger, { chargingState: 'Idle', ...energy(3500, 'Transaction.End'), ...said });
  const wasCharged = { state: 'ended', meterStartWh: 1000, meterStopWh: 3500, energyWh: 2500, flags: [] };

  describe('begins', () => {
    const onAuthorization = async (stationId: string, chargingState: 'EVConnected' | 'Charging') => {
      const { station, transaction } = await begins(stationId);
      await plugsIn(station);
      await isAuthorized(station);
      const trigger = chargingState === 'Charging' ? 'ChargingStateChanged' : 'Authorized';
      expect(await transaction.started(trigger, { idToken: CARD, evse: EVSE, chargingState })).toMatchObject(ACCEPTED);
      expect(await cases.transactionOf(stationId)).toMatchObject({
        state: 'active',
        ocppTransactionId: transaction.transactionId,
        ocppVersion: '2.0.1',
        evseId: 1,
        connectorId: 1,
        idToken: { value: CARD, type: 'ISO14443' },
        chargingState,
      });
      return { station, transaction };
    };

    it('TC_E_01_CSMS · when the power path closes', async () => {
      const { transaction } = await onAuthorization('TC_E_01', 'EVConnected');

      expect(await transaction.updated('ChargingStateChanged', { chargingState: 'Charging' })).toEqual({});
      expect(await cases.transactionOf('TC_E_01')).toMatchObject({ chargingState: 'Charging' });
    });

    it('TC_E_02_CSMS · when energy flows', async () => {
      await onAuthorization('TC_E_02', 'Charging');
    });

    it('TC_E_03_CSMS · with the cable, and is authorized by a token after it', async () => {
      const { station, transaction } = await begins('TC_E_03');

      await plugsIn(station);
      expect(await transaction.started('CablePluggedIn', { evse: EVSE, chargingState: 'EVConnected' })).toEqual({});
      expect(await cases.transactionOf('TC_E_03')).toMatchObject({ idToken: null, evseId: 1 });
      await isAuthorized(station);
      expect(await transaction.updated('Authorized', { idToken: CARD })).toMatchObject(ACCEPTED);
      expect(await transaction.updated('ChargingStateChanged', { chargingState: 'Charging' })).toEqual({});

      expect(await cases.transactionOf('TC_E_03')).toMatchObject({
        state: 'active',
        evseId: 1,
        idToken: { value: CARD },
        chargingState: 'Charging',
      });
    });

    it('TC_E_04_CSMS · with a token, and learns its EVSE from the cable after it', async () => {
      const { station, transaction } = await begins('TC_E_04');

      await isAuthorized(station);
      expect(await transaction.started('Authorized', { idToken: CARD, chargingState: 'Idle' })).toMatchObject(ACCEPTED);
      expect(await cases.transactionOf('TC_E_04')).toMatchObject({ idToken: { value: CARD }, evseId: null });
      await plugsIn(station);
      const plugged = { evse: EVSE, chargingState: 'EVConnected' } as const;
      expect(await transaction.updated('CablePluggedIn', plugged)).toEqual({});
      expect(await transaction.updated('ChargingStateChanged', { chargingState: 'Charging' })).toEqual({});

      expect(await cases.transactionOf('TC_E_04')).toMatchObject({
        state: 'active',
        evseId: 1,
        connectorId: 1,
        chargingState: 'Charging',
      });
    });

    it('TC_E_09_CSMS · when a vehicle is connected, without a token', async () => {
      const { station, transaction } = await begins('TC_E_09');

      await plugsIn(station);
      expect(await transaction.started('CablePluggedIn', { evse: EVSE, chargingState: 'EVConnected' })).toEqual({});

      expect(await cases.transactionOf('TC_E_09')).toMatchObject({ state: 'active', idToken: null });
    });

    it('TC_E_10_CSMS · when a token is authorized at the station', async () => {
      const { station, transaction } = await begins('TC_E_10');

      await isAuthorized(station);
      expect(await transaction.started('Authorized', { idToken: CARD, evse: EVSE })).toMatchObject(ACCEPTED);

      expect(await cases.transactionOf('TC_E_10')).toMatchObject({ state: 'active', idToken: { value: CARD } });
    });

    it('TC_E_11_CSMS · when the meter has signed its first value', async () => {
      const { station, transaction } = await begins('TC_E_11');
      const signedMeterValue = {
        signedMeterData: 'AAEC/w==',
        signingMethod: 'ECDSA-secp256r1-SHA256',
        encodingMethod: 'OCMF',
        publicKey: 'b2NhOmJhc2UxNjphc24xOg==',
      };

      await plugsIn(station);
      await isAuthorized(station);
      const answer = await transaction.started('SignedDataReceived', {
        idToken: CARD,
        evse: EVSE,
        chargingState: 'EVConnected',
        meterValue: [register(csms.clock.now(), 1000, { context: 'Transaction.Begin', signedMeterValue })],
      });

      expect(answer).toMatchObject(ACCEPTED);
      const { id } = await cases.transactionOf('TC_E_11');
      expect(await csms.operator.meterValues(id)).toMatchObject([{ value: 1000, signed: signedMeterValue }]);
    });

    it('TC_E_12_CSMS · when a vehicle stands in the parking bay', async () => {
      const { station, transaction } = await begins('TC_E_12');

      expect(await transaction.started('EVDetected', { evse: EVSE, chargingState: 'Idle' })).toEqual({});
      await plugsIn(station);
      expect(await transaction.updated('CablePluggedIn', { chargingState: 'EVConnected' })).toEqual({});

      expect(await cases.transactionOf('TC_E_12')).toMatchObject({ state: 'active', chargingState: 'EVConnected' });
    });

    it('TC_E_38_CSMS · although the vehicle is not ready for energy yet', async () => {
      const { station, transaction } = await begins('TC_E_38');

      await plugsIn(station);
      await isAuthorized(station);
      const said = { idToken: CARD, evse: EVSE, chargingState: 'EVConnected' } as const;
      expect(await transaction.started('Authorized', said)).toMatchObject(ACCEPTED);
      expect(await transaction.updated('ChargingStateChanged', { chargingState: 'SuspendedEV' })).toEqual({});
      expect(await cases.transactionOf('TC_E_38')).toMatchObject({ chargingState: 'SuspendedEV' });
      expect(await transaction.updated('ChargingStateChanged', { chargingState: 'Charging' })).toEqual({});

      expect(await cases.transactionOf('TC_E_38')).toMatchObject({ state: 'active', chargingState: 'Charging' });
    });

    it('TC_E_53_CSMS · with the counter at 0 each time', async () => {
      const { station, transaction: first } = await begins('TC_E_53');
      const second = cases.transaction(station);
      const said = { idToken: CARD, evse: EVSE };

      for (const transaction of [first, second]) {
        expect(await transaction.started('Authorized', said)).toMatchObject(ACCEPTED);
        await csms.clock.advance(1000);
        expect(await transaction.ended('StopAuthorized', said)).toMatchObject(ACCEPTED);
        await csms.clock.advance(1000);
      }

      const ids = (await csms.operator.transactions({ stationId: 'TC_E_53' })).map((each) => each.ocppTransactionId);
      expect(ids).toEqual([second.transactionId, first.transactionId]);
    });
  });

  describe('ends', () => {
    it('TC_E_07_CSMS · when the power path opens, because the driver stops', async () => {
      const { station, transaction } = await charging('TC_E_07');

      await isAuthorized(station);
      const said = { idToken: CARD, stoppedReason: 'Local', chargingState: 'EVConnected' } as const;
      expect(await ends(transaction, 'StopAuthorized', said)).toMatchObject(ACCEPTED);
      await unplugs(station);

      expect(await cases.transactionOf('TC_E_07')).toMatchObject({ ...wasCharged, stopReason: 'Local' });
    });

    it('TC_E_08_CSMS · when energy stops, because a token stops it', async () => {
      const { station, transaction } = await charging('TC_E_08');

      await isAuthorized(station);
      expect(await transaction.updated('StopAuthorized', { idToken: CARD })).toMatchObject(ACCEPTED);
      expect(
        await ends(transaction, 'ChargingStateChanged', { stoppedReason: 'Local', chargingState: 'EVConnected' }),
      ).toEqual({});

      expect(await cases.transactionOf('TC_E_08')).toMatchObject({ ...wasCharged, chargingState: 'EVConnected' });
    });

    it('TC_E_14_CSMS · when the cable is pulled at the station', async () => {
      const { station, transaction } = await charging('TC_E_14');

      await isAuthorized(station);
      const stopped = { idToken: CARD, chargingState: 'EVConnected' } as const;
      expect(await transaction.updated('StopAuthorized', stopped)).toMatchObject(ACCEPTED);
      expect(await ends(transaction, 'EVCommunicationLost', { stoppedReason: 'EVDisconnected' })).toEqual({});
      await unplugs(station);

      expect(await cases.transactionOf('TC_E_14')).toMatchObject({ ...wasCharged, stopReason: 'EVDisconnected' });
      expect(await cases.statusOf('TC_E_14')).toBe('Available');
    });

    it('TC_E_15_CSMS · when a token at the station stops it', async () => {
      const { station, transaction } = await charging('TC_E_15');

      await isAuthorized(station);
      expect(await ends(transaction, 'StopAuthorized', { idToken: CARD, stoppedReason: 'Local' })).toMatchObject(
        ACCEPTED,
      );

      expect(await cases.transactionOf('TC_E_15')).toMatchObject({ ...wasCharged, stopReason: 'Local' });
    });

    it('TC_E_16_CSMS · when its token turns out to be no good', async () => {
      const { station, transaction } = await begins('TC_E_16');
      await plugsIn(station);

      const said = { idToken: 'NOBODY', evse: EVSE, chargingState: 'EVConnected' } as const;
      const { idTokenInfo } = await transaction.started('Authorized', said);
      const deauthorized = await transaction.ended('Deauthorized', { stoppedReason: 'DeAuthorized' });
      await unplugs(station);

      expect(idTokenInfo?.status).toMatch(/^(Invalid|Unknown)$/);
      expect(deauthorized).toEqual({});
      expect(await cases.transactionOf('TC_E_16')).toMatchObject({
        state: 'ended',
        idToken: { value: 'NOBODY' },
        stopReason: 'DeAuthorized',
      });
    });

    it('TC_E_17_CSMS · when the vehicle is unplugged after its token was refused', async () => {
      const { station, transaction } = await begins('TC_E_17');
      await plugsIn(station);

      const said = { idToken: 'NOBODY', evse: EVSE, chargingState: 'EVConnected' } as const;
      const { idTokenInfo } = await transaction.started('Authorized', said);
      const suspended = await transaction.updated('Deauthorized', { chargingState: 'SuspendedEVSE' });
      const unplugged = await transaction.ended('EVCommunicationLost', {
        chargingState: 'Idle',
        stoppedReason: 'EVDisconnected',
      });
      await unplugs(station);

      expect(idTokenInfo?.status).toMatch(/^(Invalid|Unknown)$/);
      expect([suspended, unplugged]).toEqual([{}, {}]);
      expect(await cases.transactionOf('TC_E_17')).toMatchObject({ state: 'ended', stopReason: 'EVDisconnected' });
    });

    it('TC_E_19_CSMS · when the vehicle has left the parking bay', async () => {
      const { station, transaction } = await charging('TC_E_19');

      expect(await transaction.updated('EVCommunicationLost', { chargingState: 'Idle' })).toEqual({});
      await unplugs(station);
      expect(await cases.transactionOf('TC_E_19')).toMatchObject({ state: 'active' });
      expect(await ends(transaction, 'EVDeparted', { stoppedReason: 'Local' })).toEqual({});

      expect(await cases.transactionOf('TC_E_19')).toMatchObject(wasCharged);
    });

    it('TC_E_20_CSMS · when the cable is pulled at the vehicle', async () => {
      const { station, transaction } = await charging('TC_E_20');

      expect(await ends(transaction, 'EVCommunicationLost', { stoppedReason: 'EVDisconnected' })).toEqual({});
      await unplugs(station);

      expect(await cases.transactionOf('TC_E_20')).toMatchObject({ ...wasCharged, stopReason: 'EVDisconnected' });
    });

    it('TC_E_21_CSMS · when the operator stops it, by the id that the station gave it', async () => {
      const { station, transaction } = await charging('TC_E_21');
      const asked = cases.answers(station, 'RequestStopTransaction', { status: 'Accepted' });

      const { id } = await cases.transactionOf('TC_E_21');
      const command = await csms.operator.requestStop(id);
      expect(await ends(transaction, 'RemoteStop', { stoppedReason: 'Remote' })).toEqual({});

      expect(asked).toEqual([{ transactionId: transaction.transactionId }]);
      expect(command).toMatchObject({ status: 'Accepted', transactionId: id });
      expect(await cases.transactionOf('TC_E_21')).toMatchObject({ ...wasCharged, stopReason: 'Remote' });
    });

    it('TC_E_22_CSMS · when energy stops, because the vehicle pauses', async () => {
      const { transaction } = await charging('TC_E_22');

      const said = { chargingState: 'SuspendedEV', stoppedReason: 'StoppedByEV' } as const;
      expect(await ends(transaction, 'ChargingStateChanged', said)).toEqual({});

      expect(await cases.transactionOf('TC_E_22')).toMatchObject({ ...wasCharged, stopReason: 'StoppedByEV' });
    });

    it('TC_E_26_CSMS · only at its end, although the vehicle was unplugged for a while', async () => {
      const { station, transaction } = await charging('TC_E_26');

      expect(await transaction.updated('EVCommunicationLost', { chargingState: 'Idle' })).toEqual({});
      expect(await cases.transactionOf('TC_E_26')).toMatchObject({ state: 'active', chargingState: 'Idle' });
      expect(await transaction.updated('CablePluggedIn', { chargingState: 'EVConnected' })).toEqual({});
      expect(await transaction.updated('ChargingStateChanged', { chargingState: 'Charging' })).toEqual({});
      await isAuthorized(station);
      expect(await ends(transaction, 'StopAuthorized', { idToken: CARD, stoppedReason: 'Local' })).toMatchObject(
        ACCEPTED,
      );

      expect(await cases.transactionOf('TC_E_26')).toMatchObject({ ...wasCharged, stopReason: 'Local' });
    });

    it('TC_E_39_CSMS · when the cable does not come in time', async () => {
      const { station, transaction } = await begins('TC_E_39');

      await isAuthorized(station);
      expect(await transaction.started('Authorized', { idToken: CARD, chargingState: 'Idle' })).toMatchObject(ACCEPTED);
      await csms.clock.advance(30_000);
      expect(await transaction.ended('EVConnectTimeout', { stoppedReason: 'Timeout' })).toEqual({});

      expect(await cases.transactionOf('TC_E_39')).toMatchObject({
        state: 'ended',
        evseId: null,
        durationSeconds: 30,
        energyWh: null,
        stopReason: 'Timeout',
      });
    });
  });

  describe('is asked after', () => {
    /** The operator asks about the transaction of a station, and sees what the station said. */
    const asks = async (stationId: string) => csms.operator.askStatus((await cases.transactionOf(stationId)).id);
    const saw = async (stationId: string) => (await cases.transactionOf(stationId)).completeness;

    it.each([
      ['TC_E_29_CSMS', true],
      ['TC_E_30_CSMS', false],
    ])('%s · while it goes on, messages in the queue: %s', async (id, messagesInQueue) => {
      const { station, transaction } = await charging(id.slice(0, 7));
      const answer = { ongoingIndicator: true, messagesInQueue };
      const requests = cases.answers(station, 'GetTransactionStatus', answer);

      const command = await asks(id.slice(0, 7));

      expect(requests).toEqual([{ transactionId: transaction.transactionId }]);
      expect(command).toMatchObject({ state: 'answered', response: answer });
      expect(await saw(id.slice(0, 7))).toMatchObject({ state: 'unknown', ongoing: true, messagesInQueue });
    });

    it('TC_E_31_CSMS · when it has ended and its last messages still wait at the station', async () => {
      const { station, transaction } = await charging('TC_E_31');
      const answer = { ongoingIndicator: false, messagesInQueue: true };
      const requests = cases.answers(station, 'GetTransactionStatus', answer);

      const command = await asks('TC_E_31');
      expect(await saw('TC_E_31')).toMatchObject({ state: 'unknown', ongoing: false, messagesInQueue: true });
      expect(await ends(transaction, 'StopAuthorized', { offline: true })).toEqual({});

      expect(requests).toEqual([{ transactionId: transaction.transactionId }]);
      expect(command).toMatchObject({ state: 'answered', response: answer });
      expect(await cases.transactionOf('TC_E_31')).toMatchObject({ ...wasCharged, flags: ['offline'] });
      expect(await saw('TC_E_31')).toMatchObject({ state: 'complete' });
    });

    it.each([
      ['TC_E_33_CSMS', true],
      ['TC_E_34_CSMS', false],
    ])('%s · together with all others, messages in the queue: %s', async (id, messagesInQueue) => {
      const station = await cases.booted(id.slice(0, 7));
      const requests = cases.answers(station, 'GetTransactionStatus', { messagesInQueue });

      const { status, body } = await csms.operator.post(`/stations/${id.slice(0, 7)}/transaction-status`);

      expect(requests).toEqual([{}]);
      expect([status, body]).toMatchObject([200, { state: 'answered', response: { messagesInQueue } }]);
    });
  });
});
