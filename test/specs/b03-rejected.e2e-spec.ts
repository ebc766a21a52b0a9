import { OCPP_VERSIONS } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';

describe('B03 · Cold boot of a station that is rejected', () => {
  const csms = startCsms({ env: { OCPP_PENDING_INTERVAL_SECONDS: '60' } });

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const stationId = `B03-${version}`;
    const rejected = () =>
      csms.station(stationId, version, { registration: { registrationStatus: 'Rejected' } }).connect();

    it('is answered Rejected with the interval of the next attempt', async () => {
      const station = await rejected();

      const answer = await station.boot();

      expect(answer.status).toBe('Rejected');
      expect(answer.interval).toBeGreaterThanOrEqual(48);
      expect(answer.interval).toBeLessThanOrEqual(72);
    });

    it('gets SecurityError for every other message', async () => {
      const station = await rejected();
      await station.boot();

      await expect(station.callAny('Heartbeat', {})).rejects.toMatchObject({ code: 'SecurityError' });
    });
  });

  it('takes effect at the next boot of a station that was accepted', async () => {
    const station = await csms.station('B03-later', '2.0.1').boots();

    await csms.operator.changeStation('B03-later', { registrationStatus: 'Rejected' });
    await expect(station.heartbeat()).resolves.toBeUndefined();
    expect(await csms.operator.station('B03-later')).toMatchObject({
      registrationStatus: 'Rejected',
      bootAnswer: 'Accepted',
    });
    await station.boot();

    await expect(station.callAny('Heartbeat', {})).rejects.toMatchObject({ code: 'SecurityError' });
  });
});
