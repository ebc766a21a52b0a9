import { OCPP_VERSIONS } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';

describe('G02 · Heartbeat', () => {
  const csms = startCsms();

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const stationId = `G02-${version}`;

    it('is answered with the time of the CSMS in UTC', async () => {
      const station = await csms.station(stationId, version).boots();

      const answer = await station.callAny('Heartbeat', {});

      expect(answer).toEqual({ currentTime: csms.clock.now().toISOString() });
    });

    it('is a sign of life', async () => {
      const station = await csms.station(stationId, version).boots();

      await csms.clock.advance(5000);
      await station.callAny('Heartbeat', {});

      expect(await csms.operator.station(stationId)).toMatchObject({ lastSeenAt: csms.clock.now().toISOString() });
    });

    it('stands in the message log once per minute', async () => {
      const station = await csms.station(`${stationId}-log`, version).boots();
      await csms.clock.advance(60_000 - (csms.clock.now().getTime() % 60_000));
      for (let i = 0; i < 3; i++) await station.callAny('Heartbeat', {});

      await csms.clock.advance(61_000);

      await csms.eventually(async () => {
        const [latest] = await csms.operator.messages(`${stationId}-log`, { action: 'Heartbeat' });
        expect(latest).toMatchObject({ action: 'Heartbeat', count: 3, ocppVersion: version, outcome: 'answered' });
      });
    });
  });
});
