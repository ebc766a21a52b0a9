import { startCsms } from '../support/csms.js';
import { ocpp201 } from './ocpp201.js';

const PROFILE = {
  ocppCsmsUrl: 'ws://csms.example/ocpp',
  messageTimeout: 30,
  securityProfile: 1,
  ocppInterface: 'Wired0',
};

describe('OCPP 2.0.1 · B · Network profiles', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);

  it.each([
    ['TC_B_42_CSMS · a profile that the station takes', 'TC_B_42', 'Accepted'],
    ['TC_B_44_CSMS · a profile with which the station fails', 'TC_B_44', 'Failed'],
  ] as const)('%s', async (_, stationId, status) => {
    const station = await cases.booted(stationId);
    const requests = cases.answers(station, 'SetNetworkProfile', { status });

    const { body } = await csms.operator.put(`/stations/${stationId}/network-profiles/2`, {
      ...PROFILE,
      confirmed: true,
    });

    expect(requests).toEqual([
      { configurationSlot: 2, connectionData: { ocppVersion: 'OCPP20', ocppTransport: 'JSON', ...PROFILE } },
    ]);
    expect(body).toMatchObject({ state: 'answered', status });
    const { body: shown } = await csms.operator.get(`/stations/${stationId}/network-profiles`);
    expect(shown.profiles).toHaveLength(status === 'Accepted' ? 1 : 0);
  });
});
