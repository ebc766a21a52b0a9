import { startCsms } from '../support/csms.js';
import { CONNECTOR, stationsV16, type StationV16 } from './ocpp16-station.js';

const TAG = 'VALID1';
const TOKEN = { value: TAG, type: 'ISO14443' } as const;

describe('OCPP 1.6 · Remote start and stop', () => {
  const csms = startCsms();
  const connects = stationsV16(csms);

  beforeEach(() => csms.given.idToken({ value: TAG }));

  const boots = async (stationId: string) => {
    const station = await connects(stationId);
    await station.boots();
    await station.reports('Available');
    return station;
  };

  /** The operator asks for a start, and the station answers. */
  const requestStart = async ({ stationId, strict }: StationV16, status: 'Accepted' | 'Rejected' = 'Accepted') => {
    const requests: object[] = [];
    strict.onCall('RemoteStartTransaction', (request) => {
      requests.push(request);
      return { status };
    });
    const command = await csms.operator.requestStart(stationId, { idToken: TOKEN, evseId: CONNECTOR });
    expect(requests).toEqual([{ idTag: TAG, connectorId: CONNECTOR }]);
    expect(command).toMatchObject({ state: 'answered', status, action: 'RemoteStartTransaction' });
    return command;
  };

  /** The command and the only transaction of the station name each other. */
  const expectCameOf = async (commandId: string, station: StationV16, transactionId: number) => {
    await csms.eventually(async () => {
      const transactions = await station.transactions();
      expect(transactions).toMatchObject([
        { ocppTransactionId: String(transactionId), state: 'active', idToken: { value: TAG }, commandId },
      ]);
      expect((await csms.operator.command(commandId)).transactionId).toBe(transactions[0]?.id);
    });
  };

  it('TC_010_CSMS · Cable first: the request names the token, and the session is accepted', async () => {
    const station = await boots('TC-010');
    await station.reports('Preparing');

    const { commandId } = await requestStart(station);
    await station.authorizes(TAG);
    const transactionId = await station.starts(TAG);
    await station.reports('Charging');

    await expectCameOf(commandId, station, transactionId);
    expect(await station.connector()).toMatchObject({ status: 'Occupied', reportedStatus: 'Charging' });
  });

  it('TC_011_1_CSMS · Request first: the request names the token, and the session is accepted', async () => {
    const station = await boots('TC-011-1');

    const { commandId } = await requestStart(station);
    await station.authorizes(TAG);
    await station.reports('Preparing');
    const transactionId = await station.starts(TAG);
    await station.reports('Charging');

    await expectCameOf(commandId, station, transactionId);
    expect(await station.connector()).toMatchObject({ status: 'Occupied', reportedStatus: 'Charging' });
  });

  it('TC_011_2_CSMS · Requested, but never plugged in: there is no transaction', async () => {
    const station = await boots('TC-011-2');

    const { commandId } = await requestStart(station);
    await station.authorizes(TAG);
    await station.reports('Preparing', 'Available');

    expect(await station.connector()).toMatchObject({ status: 'Available' });
    expect(await station.transactions()).toEqual([]);
    expect(await csms.operator.command(commandId)).toMatchObject({ status: 'Accepted', transactionId: null });
  });

  it('TC_012_CSMS · Remote stop: the request names our transaction, and its end is answered', async () => {
    const station = await boots('TC-012');
    await station.reports('Preparing');
    await station.authorizes(TAG);
    const transactionId = await station.starts(TAG);
    await station.reports('Charging');
    const requests: object[] = [];
    station.strict.onCall('RemoteStopTransaction', (request) => {
      requests.push(request);
      return { status: 'Accepted' };
    });
    const [{ id } = { id: '' }] = await station.transactions();

    const command = await csms.operator.requestStop(id);
    await station.stops({ transactionId, reason: 'Remote' });
    await station.reports('Finishing', 'Available');

    expect(requests).toEqual([{ transactionId }]);
    expect(command).toMatchObject({ state: 'answered', status: 'Accepted', transactionId: id });
    expect(await csms.operator.transaction(id)).toMatchObject({ state: 'ended', stopReason: 'Remote', energyWh: 2500 });
    expect(await station.connector()).toMatchObject({ status: 'Available' });
  });

  it('TC_026_CSMS · Remote start rejected: the operator is told, and there is no transaction', async () => {
    const station = await boots('TC-026');

    const { commandId } = await requestStart(station, 'Rejected');

    expect(await csms.operator.command(commandId)).toMatchObject({
      status: 'Rejected',
      response: { status: 'Rejected' },
      transactionId: null,
    });
    expect(await station.transactions()).toEqual([]);
  });

  it('TC_028_CSMS · Remote stop rejected: the operator is told, and what runs goes on', async () => {
    const station = await boots('TC-028');
    const running = await station.starts(TAG);
    const requests: object[] = [];
    station.strict.onCall('RemoteStopTransaction', (request) => {
      requests.push(request);
      return { status: 'Rejected' };
    });
    const [{ id } = { id: '' }] = await station.transactions();

    const known = await csms.operator.requestStop(id);
    const unknown = await csms.operator.post('/stations/TC-028/ocpp/RemoteStopTransaction', {
      transactionId: running + 1,
    });

    expect(requests).toEqual([{ transactionId: running }, { transactionId: running + 1 }]);
    expect(known).toMatchObject({ state: 'answered', status: 'Rejected' });
    expect(unknown).toMatchObject({ status: 200, body: { state: 'answered', status: 'Rejected' } });
    expect(await station.transactions()).toMatchObject([{ id, state: 'active', endedAt: null, stopReason: null }]);
  });
});
