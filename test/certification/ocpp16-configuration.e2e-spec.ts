import type { CsmsResponses } from '../../src/ocpp/index.js';
import { STANDARD_CONFIGURATION_KEYS } from '../../src/modules/provisioning/variables/configuration-keys.v16.js';
import { startCsms } from '../support/csms.js';
import { stationsV16 } from './ocpp16-station.js';

type Changed = CsmsResponses['1.6']['ChangeConfiguration']['status'];

describe('OCPP 1.6 · Configuration', () => {
  const csms = startCsms();
  const connects = stationsV16(csms);

  const boots = async (stationId: string) => {
    const station = await connects(stationId);
    await station.boots();
    return station;
  };

  /** The operator changes a key, and the station answers with a status. */
  const changes = async (stationId: string, variable: object, value: string, status: Changed) => {
    const station = await boots(stationId);
    const requests: object[] = [];
    station.strict.onCall('ChangeConfiguration', (request) => {
      requests.push(request);
      return { status };
    });

    const { body } = await csms.operator.patch(`/stations/${stationId}/variables`, {
      variables: [{ ...variable, value }],
    });

    return { requests, body };
  };

  it('TC_019_1_CSMS · All configuration: no key is named, and every standard key is shown', async () => {
    const station = await boots('TC-019-1');
    const requests: { key?: string[] }[] = [];
    station.strict.onCall('GetConfiguration', (request) => {
      requests.push(request);
      const configurationKey = STANDARD_CONFIGURATION_KEYS.map((key) => ({ key, readonly: false, value: `of ${key}` }));
      return { configurationKey };
    });

    const { status, body } = await csms.operator.get('/stations/TC-019-1/variables');

    expect(status).toBe(200);
    expect(requests).toHaveLength(1);
    expect(requests[0]!.key ?? []).toEqual([]);
    const shown = body.results.map(({ value }: { value: string }) => value);
    expect(shown.sort()).toEqual(
      STANDARD_CONFIGURATION_KEYS.map((key) => (key === 'AuthorizationKey' ? '***' : `of ${key}`)).sort(),
    );
  });

  it('TC_019_2_CSMS · One key is asked for by its name', async () => {
    const station = await boots('TC-019-2');
    const requests: object[] = [];
    station.strict.onCall('GetConfiguration', (request) => {
      requests.push(request);
      return { configurationKey: [{ key: 'SupportedFeatureProfiles', readonly: true, value: 'Core' }] };
    });

    const { body } = await csms.operator.get(
      '/stations/TC-019-2/variables?component=ConfigurationKey&variable=SupportedFeatureProfiles',
    );

    expect(requests).toEqual([{ key: ['SupportedFeatureProfiles'] }]);
    expect(body.results).toMatchObject([{ status: 'Accepted', value: 'Core', readOnly: true }]);
  });

  it('TC_021_CSMS · Change: the station accepts the new sample interval', async () => {
    const interval = { component: 'SampledDataCtrlr', variable: 'TxUpdatedInterval' };

    const { requests, body } = await changes('TC-021', interval, '30', 'Accepted');

    expect(requests).toEqual([{ key: 'MeterValueSampleInterval', value: '30' }]);
    expect(body).toMatchObject({
      state: 'answered',
      status: 'Accepted',
      results: [{ status: 'Accepted', value: '30' }],
    });
  });

  it('TC_040_1_CSMS · A key that the station does not support: its answer is shown', async () => {
    const unknown = { component: 'ConfigurationKey', variable: 'NoSuchKey' };

    const { requests, body } = await changes('TC-040-1', unknown, 'x', 'NotSupported');

    expect(requests).toEqual([{ key: 'NoSuchKey', value: 'x' }]);
    expect(body).toMatchObject({
      status: 'NotSupported',
      results: [{ status: 'UnknownVariable', reportedStatus: 'NotSupported' }],
    });
  });

  it('TC_040_2_CSMS · A value that the station does not take: its answer is shown', async () => {
    const interval = { component: 'SampledDataCtrlr', variable: 'TxUpdatedInterval' };

    const { requests, body } = await changes('TC-040-2', interval, '-1', 'Rejected');

    expect(requests).toEqual([{ key: 'MeterValueSampleInterval', value: '-1' }]);
    expect(body).toMatchObject({ status: 'Rejected', results: [{ status: 'Rejected' }] });
  });
});
