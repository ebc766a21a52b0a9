import type { CsmsResponses } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import type { Api } from '../support/operator.js';
import type { StrictStation } from '../support/strict-station.js';
import { ocpp201 } from './ocpp201.js';

type Answer = CsmsResponses['2.0.1']['CustomerInformation'];

const TOKEN = { value: 'TAG-N', type: 'ISO14443' } as const;
const ID_TOKEN = { idToken: 'TAG-N', type: 'ISO14443' };
const CERTIFICATE = {
  hashAlgorithm: 'SHA256',
  issuerNameHash: 'a'.repeat(64),
  issuerKeyHash: 'b'.repeat(64),
  serialNumber: '1a2b',
};

describe('OCPP 2.0.1 · N · Customer information', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);

  /** The operator asks. @returns the request as the station got it, and as TAU keeps it */
  const asks = async (station: StrictStation<'2.0.1'>, wish: object, answer: Answer = { status: 'Accepted' }) => {
    const requests = cases.answers(station, 'CustomerInformation', answer);
    const { status, body } = await csms.operator.post(`/stations/${station.stationId}/customer-information`, wish);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'answered', status: answer.status, response: answer });
    expect(requests).toHaveLength(1);
    return { request: requests[0]!, id: body.customerInformation.id as string };
  };
  const reports = async (station: StrictStation<'2.0.1'>, requestId: number, ...parts: string[]) => {
    for (const [seqNo, data] of parts.entries()) {
      const generatedAt = csms.clock.now().toISOString();
      const tbc = seqNo < parts.length - 1;
      const part = { requestId, seqNo, tbc, generatedAt, data };
      expect(await station.call('NotifyCustomerInformation', part)).toEqual({});
    }
  };
  const shown = async (stationId: string, id: string): Promise<Api<'CustomerInformationDetailView'>> =>
    (await csms.operator.get(`/stations/${stationId}/customer-information/${id}`)).body;

  it('TC_N_27_CSMS · a station reports what it holds about a customer', async () => {
    const station = await cases.booted('TC_N_27');

    const { request, id } = await asks(station, { report: true, idToken: TOKEN });
    await reports(station, request.requestId, 'first, ', 'second');

    expect(request).toEqual({ requestId: request.requestId, report: true, clear: false, idToken: ID_TOKEN });
    expect(await shown('TC_N_27', id)).toMatchObject({ state: 'complete', data: 'first, second' });
  });

  it('TC_N_28_CSMS · a station holds nothing about a customer', async () => {
    const station = await cases.booted('TC_N_28');

    const { request, id } = await asks(station, { report: true, idToken: TOKEN });
    await reports(station, request.requestId, '');

    expect(request).toEqual({ requestId: request.requestId, report: true, clear: false, idToken: ID_TOKEN });
    expect(await shown('TC_N_28', id)).toMatchObject({ state: 'complete', data: '', parts: 1 });
  });

  it('TC_N_29_CSMS · a station does not accept the request', async () => {
    const station = await cases.booted('TC_N_29');

    const { id } = await asks(station, { report: true, idToken: TOKEN }, { status: 'Rejected' });

    expect(await shown('TC_N_29', id)).toMatchObject({ state: 'refused', answer: 'Rejected', parts: 0 });
  });

  it.each([
    ['TC_N_30_CSMS · a station reports and clears what it holds', 'TC_N_30', 'something'],
    ['TC_N_31_CSMS · a station has nothing to clear', 'TC_N_31', ''],
  ])('%s', async (_, stationId, data) => {
    const station = await cases.booted(stationId);

    const { request, id } = await asks(station, { report: true, clear: true, idToken: TOKEN });
    await reports(station, request.requestId, data);

    expect(request).toEqual({ requestId: request.requestId, report: true, clear: true, idToken: ID_TOKEN });
    expect(await shown(stationId, id)).toMatchObject({ state: 'complete', data, clear: true });
  });

  it('TC_N_32_CSMS · a station clears without a report', async () => {
    const station = await cases.booted('TC_N_32');

    const { request, id } = await asks(station, { clear: true, idToken: TOKEN });

    expect(request).toEqual({ requestId: request.requestId, report: false, clear: true, idToken: ID_TOKEN });
    expect(await shown('TC_N_32', id)).toMatchObject({ state: 'complete', report: false, parts: 0 });
  });

  it.each<[string, string, object]>([
    ['TC_N_62_CSMS · by customerIdentifier', 'TC_N_62', { customerIdentifier: 'OpenChargeAlliance' }],
    ['TC_N_63_CSMS · by customerCertificate', 'TC_N_63', { customerCertificate: CERTIFICATE }],
  ])('%s a station reports and clears what it holds', async (_, stationId, customer) => {
    const station = await cases.booted(stationId);

    const { request, id } = await asks(station, { report: true, clear: true, ...customer });
    await reports(station, request.requestId, 'something');

    expect(request).toEqual({ requestId: request.requestId, report: true, clear: true, ...customer });
    expect(await shown(stationId, id)).toMatchObject({ state: 'complete', data: 'something', customer });
  });
});
