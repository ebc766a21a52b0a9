import { startCsms } from '../support/csms.js';
import { ocpp201 } from './ocpp201.js';

const LIMIT = { evseId: 1, chargingLimit: { chargingLimitSource: 'EMS' as const } };

describe('OCPP 2.0.1 · K · Limits that others set', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);

  const limitsOf = async (stationId: string): Promise<unknown[]> => {
    const { body } = await csms.operator.get(`/stations/${stationId}/charging-limits`);
    return (body as { items: unknown[] }).items;
  };

  it('TC_K_48_CSMS · a limit is set and changed without a transaction', async () => {
    const station = await cases.booted('TC_K_48');

    expect(await station.call('NotifyChargingLimit', LIMIT)).toEqual({});

    expect(await limitsOf('TC_K_48')).toMatchObject([{ content: LIMIT }]);
  });

  it('TC_K_50_CSMS · a limit is released without a transaction', async () => {
    const station = await cases.booted('TC_K_50');
    await station.call('NotifyChargingLimit', LIMIT);

    expect(await station.call('ClearedChargingLimit', { evseId: 1, chargingLimitSource: 'EMS' })).toEqual({});

    expect(await limitsOf('TC_K_50')).toEqual([]);
  });
});
