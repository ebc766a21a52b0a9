import { startCsms } from '../support/csms.js';
import { ocpp201 } from './ocpp201.js';

describe('OCPP 2.0.1 · P · Data transfer', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);

  it('P01 · data is transferred to the station', async () => {
    const station = await cases.booted('P01');
    const asked = cases.answers(station, 'DataTransfer', { status: 'UnknownVendorId' });

    const command = await csms.operator.sendData('P01', { vendorId: 'com.example', messageId: 'Hello' });

    expect(asked).toEqual([{ vendorId: 'com.example', messageId: 'Hello' }]);
    expect(command).toMatchObject({ state: 'answered', status: 'UnknownVendorId' });
  });

  it('TC_P_02_CSMS · an unknown vendor, and an unknown message of a known one', async () => {
    const station = await cases.booted('TC_P_02');
    await csms.operator.put('/data-transfer-vendors/com.example', { messageIds: ['Known'] });

    const nobody = await station.call('DataTransfer', { vendorId: 'org.nobody', messageId: 'Hello' });
    const unknown = await station.call('DataTransfer', { vendorId: 'com.example', messageId: 'Hello' });

    expect([nobody, unknown]).toEqual([{ status: 'UnknownVendorId' }, { status: 'UnknownMessageId' }]);
    expect(await csms.operator.dataTransfers('TC_P_02')).toHaveLength(2);
  });
});
