import type { CsmsRequests, CsmsResponses } from '../../src/ocpp/index.js';
import { makeCertificate } from '../support/certificates.js';
import { startCsms } from '../support/csms.js';
import { ocpp201 } from './ocpp201.js';

type InstallType = CsmsRequests['2.0.1']['InstallCertificate']['certificateType'];
type Report = CsmsResponses['2.0.1']['GetInstalledCertificateIds'];
type Chain = NonNullable<Report['certificateHashDataChain']>[number];
type Type = Chain['certificateType'];

const ROOT = makeCertificate({ type: 'ec', commonName: 'Root' }).cert.trim();
const ALL: readonly Type[] = [
  'V2GRootCertificate',
  'MORootCertificate',
  'CSMSRootCertificate',
  'ManufacturerRootCertificate',
  'V2GCertificateChain',
];

const hashes = (serialNumber: string, hashAlgorithm: 'SHA256' | 'SHA384' | 'SHA512' = 'SHA256') => ({
  hashAlgorithm,
  issuerNameHash: 'a1'.repeat(32),
  issuerKeyHash: 'B2'.repeat(32),
  serialNumber,
});
const held = (certificateType: Type, serialNumber = '0a'): Chain => ({
  certificateType,
  certificateHashData: hashes(serialNumber),
});

describe('OCPP 2.0.1 · M · Certificates', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);

  const list = async (stationId: string) => (await csms.operator.get(`/stations/${stationId}/certificates`)).body;

  const installs = async (
    stationId: string,
    certificateType: InstallType,
    status: 'Accepted' | 'Failed' = 'Accepted',
  ) => {
    const station = await cases.booted(stationId);
    const requests = cases.answers(station, 'InstallCertificate', { status });

    const { body } = await csms.operator.post(`/stations/${stationId}/certificates`, {
      certificateType,
      certificate: ROOT,
    });

    expect(requests).toEqual([{ certificateType, certificate: ROOT }]);
    expect(body).toMatchObject({ state: 'answered', status, response: { status } });
    const { awaitingReport } = await list(stationId);
    expect(awaitingReport).toMatchObject(status === 'Accepted' ? [{ certificateType, subject: 'CN=Root' }] : []);
  };

  /** The operator asks for certificates; asserts what the station was asked and what REST shows of its answer. */
  const retrieves = async (stationId: string, types: Type[] | undefined, chains: readonly Chain[]) => {
    const station = await cases.booted(stationId);
    const [first, ...others] = chains;
    const requests = cases.answers(
      station,
      'GetInstalledCertificateIds',
      first ? { status: 'Accepted', certificateHashDataChain: [first, ...others] } : { status: 'NotFound' },
    );

    const { body } = await csms.operator.post(`/stations/${stationId}/certificates/refresh`, {
      certificateTypes: types,
    });

    expect(requests).toEqual([types ? { certificateType: types } : {}]);
    const status = first ? 'Accepted' : 'NotFound';
    expect(body).toMatchObject({ state: 'answered', status, response: { status } });
    const { items, reports } = await list(stationId);
    expect(items).toHaveLength(chains.length);
    expect(items).toEqual(
      expect.arrayContaining(
        chains.map(({ certificateType, certificateHashData, childCertificateHashData }) =>
          expect.objectContaining({
            certificateType,
            ...certificateHashData,
            childCertificates: childCertificateHashData ?? [],
          }),
        ),
      ),
    );
    expect(reports).toHaveLength((types ?? ALL).length);
    expect(reports.every((report: { status: string }) => report.status === status)).toBe(true);
    return { station, items };
  };

  const deletes = async (stationId: string, status: 'Accepted' | 'Failed') => {
    const { station, items } = await retrieves(stationId, undefined, [held('CSMSRootCertificate')]);
    const requests = cases.answers(station, 'DeleteCertificate', { status });

    const { body } = await csms.operator.delete(`/stations/${stationId}/certificates/${items[0].id}`);

    expect(requests).toEqual([{ certificateHashData: hashes('0a') }]);
    expect(body).toMatchObject({ state: 'answered', status, response: { status } });
    expect((await list(stationId)).items).toHaveLength(status === 'Accepted' ? 0 : 1);
  };

  it('TC_M_01_CSMS · a root of the CSMS is installed', () => installs('TC_M_01', 'CSMSRootCertificate'));
  it('TC_M_02_CSMS · a root of the manufacturer is installed', () =>
    installs('TC_M_02', 'ManufacturerRootCertificate'));
  it('TC_M_03_CSMS · a V2G root is installed', () => installs('TC_M_03', 'V2GRootCertificate'));
  it('TC_M_04_CSMS · a root of a mobility operator is installed', () => installs('TC_M_04', 'MORootCertificate'));
  it('TC_M_05_CSMS · a root cannot be installed', () => installs('TC_M_05', 'CSMSRootCertificate', 'Failed'));

  it('TC_M_12_CSMS · roots of the CSMS are asked for', async () => {
    await retrieves('TC_M_12', ['CSMSRootCertificate'], [held('CSMSRootCertificate')]);
  });
  it('TC_M_13_CSMS · roots of the manufacturer are asked for', async () => {
    await retrieves('TC_M_13', ['ManufacturerRootCertificate'], [held('ManufacturerRootCertificate')]);
  });
  it('TC_M_14_CSMS · V2G roots are asked for', async () => {
    await retrieves('TC_M_14', ['V2GRootCertificate'], [held('V2GRootCertificate')]);
  });
  it('TC_M_15_CSMS · V2G chains are asked for, and shown with the certificates between', async () => {
    const chain: Chain = {
      ...held('V2GCertificateChain'),
      childCertificateHashData: [hashes('0b', 'SHA384'), hashes('0c', 'SHA512')],
    };
    await retrieves('TC_M_15', ['V2GCertificateChain'], [chain]);
  });
  it('TC_M_16_CSMS · roots of mobility operators are asked for', async () => {
    await retrieves('TC_M_16', ['MORootCertificate'], [held('MORootCertificate')]);
  });
  it('TC_M_17_CSMS · roots of the CSMS and of the manufacturer are asked for in one message', async () => {
    const chains = [held('CSMSRootCertificate'), held('ManufacturerRootCertificate', '0b')];
    await retrieves('TC_M_17', ['CSMSRootCertificate', 'ManufacturerRootCertificate'], chains);
  });
  it('TC_M_18_CSMS · certificates of all types are asked for', async () => {
    await retrieves(
      'TC_M_18',
      undefined,
      ALL.map((type, i) => held(type, `0${i}`)),
    );
  });
  it('TC_M_19_CSMS · there are none', async () => {
    await retrieves('TC_M_19', ['ManufacturerRootCertificate'], []);
  });

  it('TC_M_20_CSMS · a certificate is deleted by the hashes that were reported', () => deletes('TC_M_20', 'Accepted'));
  it('TC_M_21_CSMS · a certificate cannot be deleted', () => deletes('TC_M_21', 'Failed'));
});
