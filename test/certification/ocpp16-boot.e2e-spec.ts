import { startCsms } from '../support/csms.js';
import { knock } from '../support/knock.js';
import { stationsV16 } from './ocpp16-station.js';

const PASSWORD = 'sixteen-to-20-chars';
/** 20 bytes that are no text, as a key of 1.6 may be. */
const KEY = Buffer.from('00ff3a80c3281b5d0a7e92aa01fe10e54dd2b7c9', 'hex');

describe('OCPP 1.6 · Boot and connection', () => {
  const csms = startCsms();
  const connects = stationsV16(csms);

  it('TC_001_CSMS · Cold boot: accepted, every status and heartbeat is answered', async () => {
    const station = await connects('TC-001');

    const boot = await station.boots();
    await station.reportsStatus({ connectorId: 0, status: 'Available' });
    await station.reportsStatus({ connectorId: 1, status: 'Available' });
    await station.reportsStatus({ connectorId: 2, status: 'Unavailable' });
    const heartbeat = await station.strict.call('Heartbeat', {});

    expect(boot.interval).toBeGreaterThan(0);
    expect(boot.currentTime).toBe(csms.clock.now().toISOString());
    expect(heartbeat).toEqual({ currentTime: csms.clock.now().toISOString() });
    expect(await csms.operator.station('TC-001')).toMatchObject({
      connected: true,
      ocppVersion: '1.6',
      registrationStatus: 'Accepted',
      bootAnswer: 'Accepted',
      vendor: 'Vendor',
      model: 'Model',
      serialNumber: 'SN-1',
      firmwareVersion: '1.2.3',
      status: { status: 'Available' },
      evses: [
        { evseId: 1, connectors: [{ connectorId: 1, status: 'Available' }] },
        { evseId: 2, connectors: [{ connectorId: 1, status: 'Unavailable' }] },
      ],
    });
  });

  it('TC_085_CSMS · Basic authentication: only the right credentials open the connection', async () => {
    const offers = ['ocpp1.6'];
    await csms.given.station('TC-085', { password: PASSWORD });
    await csms.given.station('TC-085-KEY', { passwordHex: KEY.toString('hex') });
    const url = `${csms.ocppUrl}/TC-085`;
    const keyed = { offers, user: 'TC-085-KEY' };

    expect(await knock(url, { offers })).toMatchObject({ status: 401 });
    expect(await knock(url, { offers, user: 'TC-085', password: 'another-password' })).toMatchObject({ status: 401 });
    expect(await knock(url, { offers, user: 'TC-085-KEY', password: PASSWORD })).toMatchObject({ status: 401 });
    // a key of 16 to 20 bytes may come as it is or spelled in hex
    for (const password of [KEY, KEY.toString('hex'), KEY.toString('hex').toUpperCase()])
      expect(await knock(`${url}-KEY`, { ...keyed, password })).toMatchObject({ status: 101 });
    expect((await csms.operator.station('TC-085')).bootAnswer).toBeNull();

    await (await connects('TC-085')).boots();

    expect(await csms.operator.station('TC-085')).toMatchObject({ connected: true, bootAnswer: 'Accepted' });
    const refused = await csms.operator.get('/refused-identities');
    const reasons = refused.body.items.map(({ reason }: { reason: string }) => reason);
    expect(reasons).toEqual(expect.arrayContaining(['no-credentials', 'wrong-password', 'wrong-user']));
  });

  it('TC_088_CSMS · Subprotocol: without a common one there is no upgrade, else it is named', async () => {
    const password = await csms.given.station('TC-088');
    const offering = (...offers: string[]) => knock(`${csms.ocppUrl}/TC-088`, { offers, user: 'TC-088', password });

    const none = await offering('ocpp0.1');
    const common = await offering('ocpp0.1', 'ocpp1.6');

    expect(none).toMatchObject({ status: 400, protocol: undefined });
    expect(common).toMatchObject({ status: 101, protocol: 'ocpp1.6' });

    await (await connects('TC-088')).boots();

    expect(await csms.operator.station('TC-088')).toMatchObject({ connected: true, ocppVersion: '1.6' });
  });
});
