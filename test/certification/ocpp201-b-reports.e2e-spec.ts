import type { CsmsResponses, StationRequests } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import type { StrictStation } from '../support/strict-station.js';
import { ocpp201 } from './ocpp201.js';

type ReportData = NonNullable<StationRequests['2.0.1']['NotifyReport']['reportData']>;
type Answered = CsmsResponses['2.0.1']['GetReport']['status'];

const DATA: ReportData = [
  {
    component: { name: 'OCPPCommCtrlr' },
    variable: { name: 'OfflineThreshold' },
    variableAttribute: [{ type: 'Actual', value: '60', mutability: 'ReadWrite', persistent: true, constant: false }],
    variableCharacteristics: { dataType: 'integer', unit: 's', supportsMonitoring: false },
  },
];

describe('OCPP 2.0.1 · B · Reports', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);

  /** The parts of a report; each has to be answered with nothing. */
  const reports = async (station: StrictStation<'2.0.1'>, requestId: number, parts: number) => {
    for (let seqNo = 0; seqNo < parts; seqNo++) {
      const generatedAt = csms.clock.now().toISOString();
      const part = { requestId, generatedAt, seqNo, tbc: seqNo < parts - 1, reportData: DATA };
      expect(await station.call('NotifyReport', part)).toEqual({});
    }
  };

  const ask = (stationId: string, wish: object) => csms.operator.post(`/stations/${stationId}/reports`, wish);
  const shows = async (stationId: string, reportId: string, expected: object) => {
    const { body } = await csms.operator.get(`/stations/${stationId}/reports/${reportId}`);
    expect(body).toMatchObject(expected);
  };

  it.each([
    ['TC_B_12_CSMS · a base report of what can be set', 'TC_B_12', 'ConfigurationInventory'],
    ['TC_B_13_CSMS · a base report of everything', 'TC_B_13', 'FullInventory'],
    ['TC_B_14_CSMS · a base report of what needs attention', 'TC_B_14', 'SummaryInventory'],
  ] as const)('%s', async (_, stationId, base) => {
    const station = await cases.booted(stationId);
    const requests = cases.answers(station, 'GetBaseReport', { status: 'Accepted' });

    const { body } = await ask(stationId, { base });
    const [{ requestId, reportBase }] = requests as [(typeof requests)[0]];
    await reports(station, requestId, 3);

    expect(requests).toHaveLength(1);
    expect(reportBase).toBe(base);
    expect(Number.isInteger(requestId) && requestId >= 0).toBe(true);
    await shows(stationId, body.reportId, { state: 'complete', kind: base, parts: 3 });
  });

  it('TC_B_18_CSMS · a custom report by criteria together with a variable', async () => {
    const station = await cases.booted('TC_B_18');
    const variables = [{ component: 'EVSE', evseId: 1, variable: 'AvailabilityState' }];
    const said = [{ component: { name: 'EVSE', evse: { id: 1 } }, variable: { name: 'AvailabilityState' } }];
    let status: Answered = 'EmptyResultSet';
    const requests: object[] = [];
    station.onCall('GetReport', (request) => {
      requests.push(request);
      return { status };
    });

    const problems = await ask('TC_B_18', { componentCriteria: ['Problem'], variables });
    status = 'Accepted';
    const available = await ask('TC_B_18', { componentCriteria: ['Available'], variables });
    await reports(station, available.body.request.requestId, 1);

    expect(requests).toEqual([
      { requestId: problems.body.request.requestId, componentCriteria: ['Problem'], componentVariable: said },
      { requestId: available.body.request.requestId, componentCriteria: ['Available'], componentVariable: said },
    ]);
    await shows('TC_B_18', problems.body.reportId, { state: 'empty' });
    await shows('TC_B_18', available.body.reportId, { state: 'complete', kind: 'Custom' });
  });
});
