import type { CsmsRequests, CsmsResponses } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { CONNECTOR, stationsV16, type StationV16 } from './ocpp16-station.js';

const TAG = 'VALID1';

describe('OCPP 1.6 · Core commands', () => {
  const csms = startCsms();
  const connects = stationsV16(csms);

  beforeEach(() => csms.given.idToken({ value: TAG }));

  const boots = async (stationId: string) => {
    const station = await connects(stationId);
    await station.boots();
    await station.reports('Available');
    return station;
  };
  const answers = <A extends 'UnlockConnector' | 'ClearCache'>(
    { strict }: StationV16,
    action: A,
    answer: CsmsResponses['1.6'][A],
  ) => {
    const requests: CsmsRequests['1.6'][A][] = [];
    strict.onCall(action, (request) => {
      requests.push(request);
      return answer;
    });
    return requests;
  };

  it.each([
    ['TC_017_1_CSMS', 'Unlock connector, no session', 'Unlocked'],
    ['TC_017_2_CSMS', 'Unlock connector, no session, fixed cable', 'NotSupported'],
    ['TC_030_CSMS', 'Unlock connector, unlock failure', 'UnlockFailed'],
    ['TC_031_CSMS', 'Unlock connector, unknown connector', 'NotSupported'],
  ] as const)('%s · %s: %s', async (name, _case, status) => {
    const station = await boots(name.replaceAll('_', '-'));
    const requests = answers(station, 'UnlockConnector', { status });

    const command = await csms.operator.unlockConnector(station.stationId, { evseId: CONNECTOR });

    expect(requests).toEqual([{ connectorId: CONNECTOR }]);
    expect(command).toMatchObject({ state: 'answered', status });
  });

  it('TC_018_1_CSMS · Unlock connector with a session: the station ends it, and the end is answered', async () => {
    const station = await boots('TC-018-1');
    const transactionId = await station.starts(TAG);
    await station.reports('Charging');
    const requests = answers(station, 'UnlockConnector', { status: 'Unlocked' });

    const command = await csms.operator.unlockConnector(station.stationId, { evseId: CONNECTOR });
    await station.stops({ transactionId, reason: 'UnlockCommand' });
    await station.reports('Finishing', 'Available');

    expect(requests).toEqual([{ connectorId: CONNECTOR }]);
    expect(command).toMatchObject({ status: 'Unlocked' });
    expect(await station.transactions()).toMatchObject([{ state: 'ended', energyWh: 2500 }]);
  });

  it('TC_061_CSMS · Clear the cache', async () => {
    const station = await boots('TC-061');
    const requests = answers(station, 'ClearCache', { status: 'Accepted' });

    const command = await csms.operator.clearCache(station.stationId);

    expect(requests).toEqual([{}]);
    expect(command).toMatchObject({ state: 'answered', status: 'Accepted' });
  });

  it('TC_064_CSMS · Data transfer to the CSMS: an unknown vendor, an unknown message, and one that is known', async () => {
    const { strict, stationId } = await boots('TC-064');
    await csms.operator.put('/data-transfer-vendors/com.example', { messageIds: ['Known'] });

    expect(await strict.call('DataTransfer', { vendorId: 'org.nobody' })).toEqual({ status: 'UnknownVendorId' });
    const unknown = { vendorId: 'com.example', messageId: 'Unknown', data: 'x' };
    expect(await strict.call('DataTransfer', unknown)).toEqual({ status: 'UnknownMessageId' });
    const known = { vendorId: 'com.example', messageId: 'Known', data: 'x' };
    expect(await strict.call('DataTransfer', known)).toEqual({ status: 'Accepted' });

    expect(await csms.operator.dataTransfers(stationId)).toMatchObject([
      { ...known, status: 'Accepted' },
      { ...unknown, status: 'UnknownMessageId' },
      { vendorId: 'org.nobody', status: 'UnknownVendorId' },
    ]);
  });
});
