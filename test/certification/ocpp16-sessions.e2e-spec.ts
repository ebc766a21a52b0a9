import { startCsms } from '../support/csms.js';
import { CONNECTOR, stationsV16 } from './ocpp16-station.js';

const TAG = 'VALID1';
const IN_THE_PAST = '2020-01-01T00:00:00Z';

describe('OCPP 1.6 · Charging sessions', () => {
  const csms = startCsms();
  const connects = stationsV16(csms);

  beforeEach(() => csms.given.idToken({ value: TAG }));

  /** A station that has come into the network with a free connector. */
  const boots = async (stationId: string) => {
    const station = await connects(stationId);
    await station.boots();
    await station.reports('Available');
    return station;
  };

  const expectOneEnded = async (station: Awaited<ReturnType<typeof boots>>, transactionId: number, reason: string) => {
    expect(await station.transactions()).toMatchObject([
      {
        ocppTransactionId: String(transactionId),
        evseId: CONNECTOR,
        connectorId: 1,
        idToken: { value: TAG, type: 'ISO14443' },
        state: 'ended',
        stopReason: reason,
        meterStartWh: 1000,
        meterStopWh: 3500,
        energyWh: 2500,
        flags: [],
      },
    ]);
  };

  it('TC_003_CSMS · Plug-in first: the session is accepted and every status answered', async () => {
    const station = await boots('TC-003');

    await station.reports('Preparing');
    await station.authorizes(TAG);
    const transactionId = await station.starts(TAG);
    await station.reports('Charging');
    const charging = { connector: await station.connector(), transactions: await station.transactions() };
    await station.strict.call('MeterValues', {
      connectorId: CONNECTOR,
      transactionId,
      meterValue: [{ timestamp: station.time(), sampledValue: [{ value: '2200', unit: 'Wh' }] }],
    });
    await station.authorizes(TAG);
    await station.stops({ transactionId, idTag: TAG, reason: 'Local' });
    await station.reports('Finishing', 'Available');

    expect(charging.connector).toMatchObject({ status: 'Occupied', reportedStatus: 'Charging' });
    expect(charging.transactions).toMatchObject([{ state: 'active', meterStartWh: 1000, endedAt: null }]);
    await expectOneEnded(station, transactionId, 'Local');
    const [{ id } = { id: '' }] = await station.transactions();
    expect(await csms.operator.meterValues(id)).toMatchObject([{ value: 2200, unit: 'Wh' }]);
    expect(await station.connector()).toMatchObject({ status: 'Available' });
  });

  it('TC_004_1_CSMS · Identification first: the session is accepted and every status answered', async () => {
    const station = await boots('TC-004-1');

    await station.authorizes(TAG);
    await station.reports('Preparing');
    const transactionId = await station.starts(TAG);
    await station.reports('Charging');
    const charging = await station.connector();
    await station.authorizes(TAG);
    await station.stops({ transactionId, idTag: TAG });
    await station.reports('Finishing', 'Available');

    expect(charging).toMatchObject({ status: 'Occupied', reportedStatus: 'Charging' });
    await expectOneEnded(station, transactionId, 'Local');
    expect(await station.connector()).toMatchObject({ status: 'Available' });
  });

  it('TC_004_2_CSMS · Identified, but never plugged in: there is no transaction', async () => {
    const station = await boots('TC-004-2');

    await station.authorizes(TAG);
    await station.reports('Preparing');
    const waiting = await station.connector();
    await station.reports('Available');

    expect(waiting).toMatchObject({ status: 'Occupied', reportedStatus: 'Preparing' });
    expect(await station.connector()).toMatchObject({ status: 'Available' });
    expect(await station.transactions()).toEqual([]);
  });

  it('TC_005_1_CSMS · Unplugged at the vehicle: the end is answered and shown with its reason', async () => {
    const station = await boots('TC-005-1');

    await station.reports('Preparing');
    await station.authorizes(TAG);
    const transactionId = await station.starts(TAG);
    await station.reports('Charging', 'SuspendedEV');
    const suspended = await station.connector();
    await station.stops({ transactionId, reason: 'EVDisconnected' });
    await station.reports('Finishing', 'Available');

    expect(suspended).toMatchObject({ status: 'Occupied', reportedStatus: 'SuspendedEV' });
    await expectOneEnded(station, transactionId, 'EVDisconnected');
    expect(await station.connector()).toMatchObject({ status: 'Available' });
  });

  it('TC_007_CSMS · Token known to the station: a start without Authorize is accepted', async () => {
    const station = await boots('TC-007');

    await station.reports('Preparing');
    const transactionId = await station.starts(TAG);
    await station.reports('Charging');

    expect(await station.transactions()).toMatchObject([
      { ocppTransactionId: String(transactionId), state: 'active', idToken: { value: TAG } },
    ]);
    expect(await station.connector()).toMatchObject({ reportedStatus: 'Charging' });
  });

  it.each([
    ['TC_023_1_CSMS', 'Invalid', 'a token that nobody registered', undefined],
    ['TC_023_2_CSMS', 'Expired', 'a token past its expiry', { expiresAt: IN_THE_PAST }],
    ['TC_023_3_CSMS', 'Blocked', 'a token that the operator blocked', { status: 'Blocked' as const }],
  ])('%s · Authorize is answered %s for %s', async (testCase, status, _what, token) => {
    const idTag = testCase.slice(0, 8);
    if (token) await csms.given.idToken({ value: idTag, ...token });
    const station = await boots(testCase);

    await station.reports('Preparing');
    const { idTagInfo } = await station.strict.call('Authorize', { idTag });

    expect(idTagInfo.status).toBe(status);
    expect(await station.transactions()).toEqual([]);
  });

  it('TC_024_CSMS · Connector lock fails: the fault is answered and shown', async () => {
    const station = await boots('TC-024');

    await station.reports('Preparing');
    await station.authorizes(TAG);
    await station.reportsStatus({ status: 'Faulted', errorCode: 'ConnectorLockFailure', info: 'jammed' });

    expect(await station.connector()).toMatchObject({
      status: 'Faulted',
      reportedStatus: 'Faulted',
      errorCode: 'ConnectorLockFailure',
      info: 'jammed',
    });
    expect(await station.transactions()).toEqual([]);
  });
});
