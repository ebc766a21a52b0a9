import type { CsmsRequests } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import type { StrictStation } from '../support/strict-station.js';
import { ocpp201 } from './ocpp201.js';

type Asked = CsmsRequests['2.0.1']['GetVariables']['getVariableData'];
type Changes = CsmsRequests['2.0.1']['SetVariables']['setVariableData'];

const THRESHOLD = { component: 'OCPPCommCtrlr', variable: 'OfflineThreshold' };
const REMOTE_START = { component: 'AuthCtrlr', variable: 'AuthorizeRemoteStart' };
const wire = ({ component, variable, instance }: { component: string; variable: string; instance?: string }) => ({
  component: { name: component },
  variable: { name: variable, ...(instance && { instance }) },
});

describe('OCPP 2.0.1 · B · Variables', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);
  const ask = (stationId: string, variables: object[]) =>
    csms.operator.post(`/stations/${stationId}/variables/query`, { variables });
  const change = (stationId: string, variables: object[]) =>
    csms.operator.patch(`/stations/${stationId}/variables`, { variables });

  /** The station knows every variable. @returns what it was asked */
  const knows = (station: StrictStation<'2.0.1'>, value: string): Asked[] => {
    const requests: Asked[] = [];
    station.onCall('GetVariables', ({ getVariableData }) => {
      requests.push(getVariableData);
      const results = getVariableData.map((each) => ({
        ...each,
        attributeStatus: 'Accepted' as const,
        attributeValue: value,
      }));
      return { getVariableResult: results as [(typeof results)[0]] };
    });
    return requests;
  };
  const takes = (station: StrictStation<'2.0.1'>): Changes[] => {
    const requests: Changes[] = [];
    station.onCall('SetVariables', ({ setVariableData }) => {
      requests.push(setVariableData);
      const results = setVariableData.map(({ attributeValue: _, ...each }) => ({
        ...each,
        attributeStatus: 'Accepted' as const,
      }));
      return { setVariableResult: results as [(typeof results)[0]] };
    });
    return requests;
  };

  it('TC_B_06_CSMS · one variable is read, and its value shown', async () => {
    const requests = knows(await cases.booted('TC_B_06'), '60');

    const { body } = await csms.operator.get(`/stations/TC_B_06/variables?${new URLSearchParams(THRESHOLD)}`);

    expect(requests).toEqual([[wire(THRESHOLD)]]);
    expect(body.results).toMatchObject([{ ...THRESHOLD, attributeType: 'Actual', status: 'Accepted', value: '60' }]);
  });

  it('TC_B_07_CSMS · two variables are read in one message', async () => {
    const requests = knows(await cases.booted('TC_B_07'), 'true');

    const { body } = await ask('TC_B_07', [THRESHOLD, REMOTE_START]);

    expect(requests).toEqual([[wire(THRESHOLD), wire(REMOTE_START)]]);
    expect(body.results).toMatchObject([THRESHOLD, REMOTE_START]);
  });

  it('TC_B_08_CSMS · five variables are read from a station that takes four at once', async () => {
    const requests = knows(await cases.booted('TC_B_08'), '4');
    const most = { component: 'DeviceDataCtrlr', variable: 'ItemsPerMessage', instance: 'GetVariables' };
    await ask('TC_B_08', [most]);

    const five = ['A', 'B', 'C', 'D', 'E'].map((variable) => ({ component: 'Thing', variable }));
    const { body } = await ask('TC_B_08', five);

    expect(requests.slice(1)).toEqual([five.slice(0, 4).map(wire), five.slice(4).map(wire)]);
    expect(body.results).toMatchObject(five.map((each) => ({ ...each, status: 'Accepted' })));
  });

  it('TC_B_09_CSMS · one variable is changed', async () => {
    const requests = takes(await cases.booted('TC_B_09'));

    const { body } = await change('TC_B_09', [{ ...THRESHOLD, value: '123' }]);

    expect(requests).toEqual([[{ ...wire(THRESHOLD), attributeValue: '123' }]]);
    expect(body).toMatchObject({ status: 'Accepted', results: [{ ...THRESHOLD, status: 'Accepted', value: '123' }] });
  });

  it('TC_B_10_CSMS · two variables are changed in one message', async () => {
    const requests = takes(await cases.booted('TC_B_10'));

    const { body } = await change('TC_B_10', [
      { ...THRESHOLD, value: '123' },
      { ...REMOTE_START, value: 'false' },
    ]);

    expect(requests).toEqual([
      [
        { ...wire(THRESHOLD), attributeValue: '123' },
        { ...wire(REMOTE_START), attributeValue: 'false' },
      ],
    ]);
    expect(body).toMatchObject({ status: 'Accepted', rebootRequired: false });
  });
});
