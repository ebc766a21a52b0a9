import { startCsms } from '../support/csms.js';
import { stationsV16 } from './ocpp16-station.js';

const EXPIRED = '2020-01-01T00:00:00.000Z';

describe('OCPP 1.6 · Authorization', () => {
  const csms = startCsms();
  const connects = stationsV16(csms);

  const asks = async (stationId: string, idTag: string) => {
    const station = await connects(stationId);
    await station.boots();
    await station.reports('Available', 'Preparing');
    const { idTagInfo } = await station.strict.call('Authorize', { idTag });
    await station.reports('Available');
    expect(await station.transactions()).toEqual([]);
    return idTagInfo;
  };

  it('TC_023_1_CSMS · An invalid token is told so, and there is no transaction', async () => {
    await csms.given.idToken({ value: 'INVALID16', status: 'Invalid' });

    expect(await asks('TC-023-1', 'INVALID16')).toEqual({ status: 'Invalid' });
    expect(await asks('TC-023-1-unknown', 'NOBODY16')).toEqual({ status: 'Invalid' });
  });

  it('TC_023_2_CSMS · An expired token is told so, and there is no transaction', async () => {
    await csms.given.idToken({ value: 'EXPIRED16', expiresAt: EXPIRED });

    expect(await asks('TC-023-2', 'EXPIRED16')).toEqual({ status: 'Expired', expiryDate: EXPIRED });
  });

  it('TC_023_3_CSMS · A blocked token is told so, and there is no transaction', async () => {
    await csms.given.idToken({ value: 'BLOCKED16', status: 'Blocked' });

    expect(await asks('TC-023-3', 'BLOCKED16')).toEqual({ status: 'Blocked' });
  });
});
