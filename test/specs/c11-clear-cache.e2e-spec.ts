import { CallError, NO_ANSWER, type SimulatedStation } from '../../src/cli/simulator/index.js';
import { startCsms } from '../support/csms.js';

describe('C11 · Clear authorization data in the authorization cache', () => {
  const csms = startCsms();
  const post = (stationId: string) => csms.operator.post(`/stations/${stationId}/clear-cache`);

  describe.each(['1.6', '2.0.1'] as const)('OCPP %s', (version) => {
    const booted = async (name: string) =>
      (await csms.station(`C11-${version}-${name}`, version).boots()) as SimulatedStation<'1.6'>;

    it('clears the cache', async () => {
      const { stationId } = await booted('yes');

      expect(await csms.operator.clearCache(stationId)).toMatchObject({
        name: 'ClearCache',
        action: 'ClearCache',
        state: 'answered',
        status: 'Accepted',
        request: {},
      });
    });

    it('hands on that the station has none (C11.FR.04)', async () => {
      const station = await booted('no');
      station.onCall('ClearCache', { status: 'Rejected' });

      expect(await csms.operator.clearCache(station.stationId)).toMatchObject({ status: 'Rejected' });
    });

    it('of a station that is Pending is refused: it may not be sent that yet', async () => {
      const stationId = `C11-${version}-pending`;
      await csms.station(stationId, version, { registration: { registrationStatus: 'Pending' } }).boots();

      expect(await post(stationId)).toMatchObject({ status: 409, body: { code: 'station-not-accepted' } });
    });

    it('of a station that is offline, unknown, refuses or falls silent has its problem', async () => {
      await csms.given.station(`C11-${version}-offline`);
      const refuses = await booted('refuses');
      refuses.onCall('ClearCache', new CallError('NotSupported', 'no cache here'));
      const silent = await booted('silent');
      silent.onCall('ClearCache', NO_ANSWER);

      expect(await post(`C11-${version}-offline`)).toMatchObject({ status: 409, body: { code: 'station-offline' } });
      expect(await post(`C11-${version}-nobody`)).toMatchObject({ status: 404, body: { code: 'station-unknown' } });
      expect(await post(refuses.stationId)).toMatchObject({ status: 502, body: { code: 'station-error' } });
      const answer = post(silent.stationId);
      await silent.nextCall('ClearCache');
      silent.dropConnection();
      expect(await answer).toMatchObject({ status: 409, body: { code: 'station-offline' } });
    });
  });

  it('has no words in OCPP 2.0 yet', async () => {
    await csms.station('C11-20', '2.0').boots();

    expect(await post('C11-20')).toMatchObject({ status: 422, body: { code: 'version-unsupported' } });
  });
});
