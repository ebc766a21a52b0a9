import { CallError } from '../../src/cli/simulator/index.js';
import { OCPP_VERSIONS } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';

describe('B02 · Cold boot of a station that is pending', () => {
  const csms = startCsms({ env: { OCPP_PENDING_INTERVAL_SECONDS: '60' } });

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
