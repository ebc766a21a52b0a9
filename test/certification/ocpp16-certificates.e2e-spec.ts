import type { CsmsRequests, CsmsResponses } from '../../src/ocpp/index.js';
import { makeCertificate } from '../support/certificates.js';
import { startCsms } from '../support/csms.js';
import type { StrictStation } from '../support/strict-station.js';
import { stationsV16 } from './ocpp16-station.js';

type TypeV16 = CsmsRequests['1.6']['InstallCertificate']['certificateType'];
type Report = CsmsResponses['1.6']['GetInstalledCertificateIds'];
type HashData = NonNullable<Report['certificateHashData']>[number];

const ROOT = makeCertificate({ type: 'rsa', commonName: 'Root' }).cert.trim();

const hashes = (hashAlgorithm: HashData['hashAlgorithm'] = 'SHA256'): HashData => ({
  hashAlgorithm,
  issuerNameHash: 'a1'.repeat(32),
  issuerKeyHash: 'B2'.repeat(32),
  serialNumber: '00fF',
});

describe('OCPP 1.6 · Certificates', () => {
  const csms = startCsms();
  const connected = stationsV16(csms);

  const booted = async (stationId: string): Promise<StrictStation<'1.6'>> => {
    const station = await connected(stationId);
    await station.boots();
    return station.strict;
  };
  const install = (stationId: string, certificateType: string) =>
    csms.operator.post(`/stations/${stationId}/certificates`, { certificateType, certificate: ROOT });
  const list = async (stationId: string) => (await csms.operator.get(`/stations/${stationId}/certificates`)).body;

  /** The operator asks for certificates of a type. */
  const retrieves = async (strict: StrictStation<'1.6'>, type: string, said: TypeV16, report: Report) => {
    const requests: object[] = [];
    strict.onCall('GetInstalledCertificateIds', (request) => {
      requests.push(request);
      return report;
    });
    const { body } = await csms.operator.post(`/stations/${strict.stationId}/certificates/refresh`, {
      certificateTypes: [type],
    });
    expect(requests).toEqual([{ certificateType: said }]);
    expect(body).toMatchObject({ state: 'answered', status: report.status, response: report });
    const { items } = await list(strict.stationId);
    expect(items).toMatchObject((report.certificateHashData ?? []).map((data) => ({ ...data, certificateType: type })));
    return items;
  };

  const installs = async (stationId: string, type: string, said: TypeV16) => {
    const strict = await booted(stationId);
    const requests: object[] = [];
    strict.onCall('InstallCertificate', (request) => {
      requests.push(request);
      return { status: 'Accepted' };
    });

    const { body } = await install(stationId, type);

    expect(requests).toEqual([{ certificateType: said, certificate: ROOT }]);
    expect(body).toMatchObject({ state: 'answered', status: 'Accepted' });
    await retrieves(strict, type, said, { status: 'Accepted', certificateHashData: [hashes()] });
  };

  it('TC_075_1_CSMS · a root of the manufacturer is installed and asked for', () =>
    installs('TC_075_1', 'ManufacturerRootCertificate', 'ManufacturerRootCertificate'));
  it('TC_075_2_CSMS · a root of the central system is installed and asked for', () =>
    installs('TC_075_2', 'CSMSRootCertificate', 'CentralSystemRootCertificate'));

  it.each(['SHA256', 'SHA384', 'SHA512'] as const)(
    'TC_076_CSMS · a certificate is deleted by exactly the hashes that were reported: %s',
    async (hashAlgorithm) => {
      const strict = await booted(`TC_076-${hashAlgorithm}`);
      const report: Report = { status: 'Accepted', certificateHashData: [hashes(hashAlgorithm)] };
      const [held] = await retrieves(strict, 'CSMSRootCertificate', 'CentralSystemRootCertificate', report);
      const requests: object[] = [];
      strict.onCall('DeleteCertificate', (request) => {
        requests.push(request);
        return { status: 'Accepted' };
      });

      const { body } = await csms.operator.delete(`/stations/${strict.stationId}/certificates/${held.id}`);

      expect(requests).toEqual([{ certificateHashData: hashes(hashAlgorithm) }]);
      expect(body).toMatchObject({ state: 'answered', status: 'Accepted' });
      expect((await list(strict.stationId)).items).toEqual([]);
    },
  );

  it('TC_078_CSMS · the station refuses a root of the central system, and its event is answered and shown', async () => {
    const strict = await booted('TC_078');
    strict.onCall('InstallCertificate', () => ({ status: 'Rejected' }));

    const { body } = await install('TC_078', 'CSMSRootCertificate');
    const answer = await strict.call('SecurityEventNotification', {
      type: 'InvalidCentralSystemCertificate',
      timestamp: csms.clock.now().toISOString(),
    });

    expect(body).toMatchObject({ state: 'answered', status: 'Rejected' });
    expect(answer).toEqual({});
    expect((await list('TC_078')).awaitingReport).toEqual([]);
    expect(await csms.operator.get('/stations/TC_078/security-events')).toMatchObject({
      body: { items: [{ type: 'InvalidCentralSystemCertificate', critical: true }] },
    });
  });
});
