import { startCsms } from '../support/csms.js';
import { stationsV16 } from './ocpp16-station.js';

const TAG = 'VALID1';

describe('OCPP 1.6 · Reset', () => {
  const csms = startCsms();
  const connects = stationsV16(csms);
  beforeAll(() => csms.given.idToken({ value: TAG }));

  const charging = async (stationId: string) => {
    const station = await connects(stationId);
    await station.boots();
    await station.reports('Preparing');
    const transactionId = await station.starts(TAG);
    await station.reports('Charging');
    return { station, transactionId };
  };

  it.each([
    ['TC_013_CSMS · Hard reset', 'TC-013', { type: 'Immediate', force: true }, 'Hard', 'HardReset'],
    ['TC_014_CSMS · Soft reset', 'TC-014', { type: 'Immediate' }, 'Soft', 'SoftReset'],
  ] as const)('%s: the transaction is ended, and the boot accepted', async (_, stationId, asked, type, reason) => {
    const { station, transactionId } = await charging(stationId);
    const requests: object[] = [];
    station.strict.onCall('Reset', (request) => {
      requests.push(request);
      return { status: 'Accepted' };
    });

    const { body } = await csms.operator.post(`/stations/${stationId}/reset`, asked);
    await csms.clock.advance(1000);
    await station.stops({ transactionId, reason });
    await station.boots();
    await station.reports('Available');

    expect(requests).toEqual([{ type }]);
    expect(body).toMatchObject({ state: 'answered', status: 'Accepted' });
    expect(await station.transactions()).toMatchObject([{ state: 'ended' }]);
    await csms.eventually(async () => {
      const { body: list } = await csms.operator.get(`/stations/${stationId}/resets`);
      expect(list.items).toMatchObject([{ commandId: body.commandId, outcome: 'booted', bootReason: null }]);
    });
  });
});
