import { CallError } from '../../src/cli/simulator/index.js';
import { OCPP_VERSIONS } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { BOOT, rawStations } from '../support/raw-station.js';

const STATUS = { timestamp: '2026-11-22T12:00:00Z', connectorStatus: 'Available', evseId: 1, connectorId: 1 };

describe('B02 · Cold boot of a station that is pending', () => {
  const csms = startCsms({ env: { OCPP_PENDING_INTERVAL_SECONDS: '60' } });
  const stations = rawStations(csms);

  it('lets a message through that was triggered, until the next boot is answered', async () => {
    const line = await stations.connected('B02-trigger', '2.0.1');
    await csms.operator.changeStation('B02-trigger', { registrationStatus: 'Pending' });
    const boot = () => line.ask(JSON.stringify([2, 'boot', 'BootNotification', BOOT['2.0.1']]));
    const report = () => line.ask(JSON.stringify([2, 'status', 'StatusNotification', STATUS]));
    await boot();

    const asked = csms.operator.post('/stations/B02-trigger/ocpp/TriggerMessage', {
      requestedMessage: 'StatusNotification',
    });
    const [, id] = JSON.parse(await line.next()) as [number, string];
    line.send(JSON.stringify([3, id, { status: 'Accepted' }]));
    expect((await asked).status).toBe(200);

    expect(JSON.parse(await report())).toEqual([3, 'status', {}]);
    await boot();
    expect(JSON.parse(await report())).toEqual([4, 'status', 'SecurityError', expect.any(String), {}]);
  });

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const stationId = `B02-${version}`;
    const pending = () =>
      csms.station(stationId, version, { registration: { registrationStatus: 'Pending' } }).connect();

    it('is answered Pending with the interval of the next attempt, and the connection stays', async () => {
      const station = await pending();

      const answer = await station.boot();

      expect(answer.status).toBe('Pending');
      expect(answer.interval).toBeGreaterThanOrEqual(48);
      expect(answer.interval).toBeLessThanOrEqual(72);
      expect(station.isOnline).toBe(true);
      expect(await csms.operator.station(stationId)).toMatchObject({ bootAnswer: 'Pending', firstAcceptedAt: null });
    });

    it('refuses other messages with SecurityError until it is accepted (TC_B_30)', async () => {
      const station = await pending();
      await station.boot();

      const refusal = await station.callAny('Heartbeat', {}).catch((error: unknown) => error);

      expect(refusal).toBeInstanceOf(CallError);
      expect(refusal).toMatchObject({ code: 'SecurityError' });
    });

    it('lets the next boot in once the operator accepts', async () => {
      const station = await pending();
      await station.boot();

      await csms.operator.changeStation(stationId, { registrationStatus: 'Accepted' });
      const answer = await station.boot();

      expect(answer.status).toBe('Accepted');
      await expect(station.heartbeat()).resolves.toBeUndefined();
    });
  });
});
