import { startCsms } from '../support/csms.js';
import { knock } from '../support/knock.js';
import { ocpp201 } from './ocpp201.js';

describe('OCPP 2.0.1 · B · Provisioning', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);

  /** A station that the operator has not decided about, after its first boot. */
  const pending = async (stationId: string) => {
    await csms.given.station(stationId, { registrationStatus: 'Pending' });
    const station = await cases.connected(stationId);
    expect(await cases.boot(station)).toMatchObject({ status: 'Pending', interval: expect.any(Number) });
    return station;
  };
  const accept = (stationId: string) => csms.operator.changeStation(stationId, { registrationStatus: 'Accepted' });

  it('TC_B_01_CSMS · a cold boot is accepted, and what the station then reports is answered', async () => {
    const station = await cases.connected('TC_B_01');

    const answer = await cases.boot(station);
    await cases.reportsStatus(station, 'Available', 1, 1);
    await cases.reportsStatus(station, 'Unavailable', 1, 2);

    expect(answer).toMatchObject({ status: 'Accepted', currentTime: csms.clock.now().toISOString() });
    expect(answer.interval).toBeGreaterThan(0);
    expect(await csms.operator.station('TC_B_01')).toMatchObject({
      connected: true,
      ocppVersion: '2.0.1',
      bootAnswer: 'Accepted',
      bootReason: 'PowerUp',
      vendor: 'Vendor',
      model: 'Model',
      evses: [
        {
          evseId: 1,
          connectors: [
            { connectorId: 1, status: 'Available' },
            { connectorId: 2, status: 'Unavailable' },
          ],
        },
      ],
    });
  });

  it('TC_B_02_CSMS · a station that has to wait keeps its connection, may be queried, and is accepted later', async () => {
    const station = await pending('TC_B_02');
    const asked = { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'OfflineThreshold' } };
    const result = { attributeStatus: 'Accepted', attributeValue: '30', ...asked } as const;
    cases.answers(station, 'GetVariables', { getVariableResult: [result] });

    const query = await csms.operator.post('/stations/TC_B_02/ocpp/GetVariables', {
      getVariableData: [asked],
    });
    await accept('TC_B_02');

    expect(query).toMatchObject({ status: 200, body: { response: { getVariableResult: [result] } } });
    expect((await cases.boot(station)).status).toBe('Accepted');
    expect(await csms.operator.station('TC_B_02')).toMatchObject({ connected: true, bootAnswer: 'Accepted' });
  });

  it('TC_B_30_CSMS · a station that has to wait gets a SecurityError for all but its boot', async () => {
    const station = await pending('TC_B_30');

    const refusal = { rpcErrorCode: 'SecurityError' };
    await expect(cases.statusNotification(station, 'Available')).rejects.toMatchObject(refusal);
    await expect(cases.availabilityEvent(station, 'Available')).rejects.toMatchObject(refusal);
    expect((await csms.operator.station('TC_B_30')).evses).toEqual([]);
    await accept('TC_B_30');
    expect((await cases.boot(station)).status).toBe('Accepted');
    await cases.reportsStatus(station, 'Available');
  });

  it('TC_B_31_CSMS · a station that has to wait is asked to boot before its interval is over, and accepted', async () => {
    const station = await pending('TC_B_31');
    station.onCall('TriggerMessage', () => ({ status: 'Accepted' }));

    await accept('TC_B_31');
    const { body } = await csms.operator.post('/stations/TC_B_31/ocpp/TriggerMessage', {
      requestedMessage: 'BootNotification',
    });
    const answer = await station.call('BootNotification', {
      reason: 'Triggered',
      chargingStation: { vendorName: 'Vendor', model: 'Model' },
    });

    expect(body).toMatchObject({ status: 'Accepted', request: { requestedMessage: 'BootNotification' } });
    expect(answer.status).toBe('Accepted');
    expect(await csms.operator.station('TC_B_31')).toMatchObject({ bootAnswer: 'Accepted', bootReason: 'Triggered' });
  });

  it('TC_B_58_CSMS · an unknown subprotocol is refused before the upgrade; beside a known one it is passed over', async () => {
    const password = await csms.given.station('TC_B_58');
    const offers = (...offered: string[]) =>
      knock(`${csms.ocppUrl}/TC_B_58`, { offers: offered, user: 'TC_B_58', password });

    expect(await offers('ocpp0.1')).toMatchObject({ status: 400, protocol: undefined });
    expect(await offers('ocpp0.1', 'ocpp2.0.1')).toMatchObject({ status: 101, protocol: 'ocpp2.0.1' });
  });

  it('TC_P_03_CSMS · customData in a boot does no harm', async () => {
    const station = await cases.connected('TC_P_03');
    const customData = { vendorId: 'com.example', anything: { nested: [1, 'two', null] } };

    const answer = await station.call('BootNotification', {
      reason: 'PowerUp',
      chargingStation: { vendorName: 'Vendor', model: 'Model', customData },
      customData,
    });

    expect(answer.status).toBe('Accepted');
    const boot = await csms.eventually(async () => {
      const [message] = await csms.operator.messages('TC_P_03', { action: 'BootNotification' });
      expect(message).toBeDefined();
      return message!;
    });
    expect(boot).toMatchObject({ outcome: 'answered', request: { customData } });
    expect((await csms.operator.station('TC_P_03')).vendor).toBe('Vendor');
  });
});
