import { startCsms } from '../support/csms.js';
import { stationsV16 } from './ocpp16-station.js';

describe('OCPP 1.6 · Security', () => {
  const csms = startCsms();
  const connects = stationsV16(csms);

  it('TC_077_CSMS · Security event of an invalid certificate of the station: answered, and shown', async () => {
    const station = await connects('TC-077');
    await station.boots();

    await station.reportsSecurityEvent('InvalidChargePointCertificate');
  });
});
