import { OCPP_VERSIONS } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';

describe('G04 · Change of availability of a station', () => {
  const csms = startCsms();

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const stationId = `G04-${version}`;
    const request = {
      '1.6': { connectorId: 0, type: 'Inoperative' },
      '2.0': { evseId: 0, operationalStatus: 'Inoperative' },
      '2.0.1': { operationalStatus: 'Inoperative' },
    }[version];

    it('names no EVSE (TC_G_05)', async () => {
      await csms.station(stationId, version).boots();

      const { status, body } = await csms.operator.put(`/stations/${stationId}/availability`, {
        operationalStatus: 'Inoperative',
      });

      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'Accepted', request });
    });

    it('hands on a refusal of the station', async () => {
      const station = await csms.station(stationId, version).boots();
      station.onCall('ChangeAvailability', () => ({ status: 'Rejected' }));

      const { body } = await csms.operator.put(`/stations/${stationId}/availability`, {
        operationalStatus: 'Operative',
      });

      expect(body).toMatchObject({ status: 'Rejected' });
    });
  });
});
