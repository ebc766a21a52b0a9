import { startCsms } from '../support/csms.js';
import { stationsV16 } from './ocpp16-station.js';

const ROOT = '-----BEGIN CERTIFICATE-----\nTm8gY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----';

describe('OCPP 1.6 · Security', () => {
  const csms = startCsms();
  const connects = stationsV16(csms);

  it('TC_077_CSMS · Security event of an invalid certificate of the station: answered, and shown', async () => {
    const station = await connects('TC-077');
    await station.boots();

    await station.reportsSecurityEvent('InvalidChargePointCertificate');
  });

  it('TC_078_CSMS · Security event of an invalid certificate of the CSMS: answered, and shown', async () => {
    const station = await connects('TC-078');
    await station.boots();
    const request = { certificateType: 'CentralSystemRootCertificate', certificate: ROOT };
    const requests: object[] = [];
    station.strict.onCall('InstallCertificate', (asked) => {
      requests.push(asked);
      return { status: 'Rejected' };
    });

    // the message has no route of its own yet
    const { status, body } = await csms.operator.post('/stations/TC-078/ocpp/InstallCertificate', request);
    await station.reportsSecurityEvent('InvalidCentralSystemCertificate');

    expect(requests).toEqual([request]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'answered', status: 'Rejected' });
  });
});
