import { OCPP_VERSIONS } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';

describe('G03 · Change of availability of an EVSE or connector', () => {
  const csms = startCsms();
  const change = (stationId: string, body: object) => csms.operator.put(`/stations/${stationId}/availability`, body);

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const stationId = `G03-${version}`;
    const on = { '1.6': { connectorId: 1 }, '2.0': { evseId: 1 }, '2.0.1': { evse: { id: 1 } } }[version];
    const said = (operationalStatus: string) =>
      version === '1.6' ? { ...on, type: operationalStatus } : { ...on, operationalStatus };

    it.each(['Inoperative', 'Operative'])('makes an EVSE %s (TC_G_03, TC_G_04)', async (operationalStatus) => {
      await csms.station(stationId, version).boots();

      const { status, body } = await change(stationId, { operationalStatus, evseId: 1 });

      expect(status).toBe(200);
      expect(body).toMatchObject({
        status: 'Accepted',
        name: 'ChangeAvailability',
        action: 'ChangeAvailability',
        ocppVersion: version,
        request: said(operationalStatus),
        response: { status: 'Accepted' },
      });
    });

    it('shows the status that the station reports afterwards', async () => {
      await csms.station(`${stationId}-after`, version).boots();

      await change(`${stationId}-after`, { operationalStatus: 'Inoperative', evseId: 1 });

      await csms.eventually(async () =>
        expect((await csms.operator.station(`${stationId}-after`)).evses).toMatchObject([
          { evseId: 1, connectors: [{ connectorId: 1, status: 'Unavailable' }] },
        ]),
      );
    });

    it('hands on that the station waits for its transaction to end (TC_G_11)', async () => {
      const station = await csms.station(stationId, version).boots();
      station.onCall('ChangeAvailability', () => ({ status: 'Scheduled' }));

      const { body } = await change(stationId, { operationalStatus: 'Inoperative', evseId: 1 });

      expect(body).toMatchObject({ status: 'Scheduled', state: 'answered' });
    });
  });

  it('of a connector of an EVSE is said in OCPP 2.0.1 (TC_G_07)', async () => {
    const station = await csms.station('G03-connector', '2.0.1', { evses: [2] }).boots();

    const { body } = await change('G03-connector', { operationalStatus: 'Inoperative', evseId: 1, connectorId: 2 });

    expect(body).toMatchObject({ status: 'Accepted' });
    expect(await station.nextCall('ChangeAvailability')).toEqual({
      operationalStatus: 'Inoperative',
      evse: { id: 1, connectorId: 2 },
    });
  });

  it.each([
    ['1.6', 2],
    ['2.0', 1],
  ] as const)(
    'of a connector that OCPP %s has no words for is refused before it is sent',
    async (version, connectorId) => {
      await csms.station(`G03-no-${version}`, version).boots();

      const { status, body } = await change(`G03-no-${version}`, {
        operationalStatus: 'Operative',
        evseId: 1,
        connectorId,
      });

      expect(status).toBe(422);
      expect(body).toMatchObject({ code: 'version-unsupported' });
    },
  );

  it.each([{}, { operationalStatus: 'Off' }, { operationalStatus: 'Operative', connectorId: 1 }])(
    'is refused where the request makes no sense: %j',
    async (body) => {
      await csms.given.station('G03-bad');

      const answer = await change('G03-bad', body);

      expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    },
  );

  it('of a station that is not connected or not registered is refused', async () => {
    await csms.given.station('G03-offline');

    expect(await change('G03-offline', { operationalStatus: 'Operative' })).toMatchObject({
      status: 409,
      body: { code: 'station-offline' },
    });
    expect(await change('G03-nobody', { operationalStatus: 'Operative' })).toMatchObject({
      status: 404,
      body: { code: 'station-unknown' },
    });
  });
});
