import { startCsms } from '../support/csms.js';
import { knock } from '../support/knock.js';
import { ocpp201 } from './ocpp201.js';

describe('OCPP 2.0.1 · A · Security', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);

  const connects = (stationId: string, credentials: { user: string; password: string }) =>
    knock(`${csms.ocppUrl}/${stationId}`, { offers: ['ocpp2.0.1'], ...credentials });
  const isConnected = async (stationId: string) => (await csms.operator.station(stationId)).connected;

  it('TC_A_01_CSMS · a station with its own name and password is let in, and its boot accepted', async () => {
    const station = await cases.connected('TC_A_01');

    expect((await cases.boot(station)).status).toBe('Accepted');
    expect(await csms.operator.station('TC_A_01')).toMatchObject({ connected: true, securityProfile: 1 });
  });

  it('TC_A_02_CSMS · a user name that is not the identity in the address is refused before the upgrade', async () => {
    const password = await csms.given.station('TC_A_02');
    await csms.given.station('TC_A_02-other');

    expect(await connects('TC_A_02', { user: 'TC_A_02-other', password })).toMatchObject({ status: 401 });
    expect(await isConnected('TC_A_02')).toBe(false);
  });

  it('TC_A_03_CSMS · a wrong password is refused before the upgrade', async () => {
    const password = await csms.given.station('TC_A_03');

    const refused = await connects('TC_A_03', { user: 'TC_A_03', password: `${password}x` });

    expect(refused).toMatchObject({ status: 401 });
    expect(await isConnected('TC_A_03')).toBe(false);
    expect((await connects('TC_A_03', { user: 'TC_A_03', password })).status).toBe(101);
  });
});
