import { maskPayload, maskText } from './masking.js';

/** As long as those that stations are given. */
const CAPABILITY = 'Zm9v-_YmFy'.repeat(5).slice(0, 43);

describe('masking a payload', () => {
  it.each([
    [
      '2.0.1',
      'GetLog',
      'request',
      { requestId: 1, log: { remoteLocation: 'https://csms.example.com/uploads/5up3r53cr3t' } },
      { requestId: 1, log: { remoteLocation: 'https://csms.example.com/***' } },
    ],
    [
      '1.6',
      'ChangeConfiguration',
      'request',
      { key: 'AuthorizationKey', value: '0011' },
      { key: 'AuthorizationKey', value: '***' },
    ],
    [
      '1.6',
      'GetDiagnostics',
      'response',
      { fileName: `http://csms.example.com/files/logs/${CAPABILITY}/diagnostics.zip` },
      { fileName: 'http://csms.example.com/files/logs/***/diagnostics.zip' },
    ],
    [
      '1.6',
      'ChangeConfiguration',
      'request',
      { key: 'WifiPassword', value: 'x' },
      { key: 'WifiPassword', value: '***' },
    ],
    [
      '1.6',
      'GetConfiguration',
      'response',
      { configurationKey: [{ key: 'authorizationKey', readonly: false, value: '00' }] },
      { configurationKey: [{ key: 'authorizationKey', readonly: false, value: '***' }] },
    ],
    [
      '2.0.1',
      'SetVariables',
      'request',
      {
        setVariableData: [
          { attributeValue: 's', component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' } },
        ],
      },
      {
        setVariableData: [
          { attributeValue: '***', component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' } },
        ],
      },
    ],
    [
      '2.0.1',
      'SetNetworkProfile',
      'request',
      {
        connectionData: {
          apn: { apn: 'a', apnPassword: 'p', simPin: 1234 },
          vpn: { server: 's', password: 'p', key: 'k' },
        },
      },
      {
        connectionData: {
          apn: { apn: 'a', apnPassword: '***', simPin: '***' },
          vpn: { server: 's', password: '***', key: '***' },
        },
      },
    ],
    [
      '2.0.1',
      'TransactionEvent',
      'request',
      { seqNo: 1, idToken: { idToken: '1234', type: 'KeyCode' } },
      { seqNo: 1, idToken: { idToken: '***', type: 'KeyCode' } },
    ],
    [
      '2.0',
      'Authorize',
      'request',
      { idToken: { idToken: '1234', type: 'keycode ' } },
      { idToken: { idToken: '***', type: 'keycode ' } },
    ],
    [
      '2.0.1',
      'TransactionEvent',
      'request',
      { seqNo: 1, idToken: [{ idToken: '4711', type: 'KeyCode' }] },
      { seqNo: 1, idToken: [{ idToken: '***', type: 'KeyCode' }] },
    ],
    [
      '2.0.1',
      'Authorize',
      'request',
      [{ idToken: { idToken: 4711, type: 'KeyCode' } }],
      [{ idToken: { idToken: '***', type: 'KeyCode' } }],
    ],
    [
      '2.0.1',
      'SendLocalList',
      'request',
      {
        localAuthorizationList: [
          { idToken: { type: 'KeyCode', idToken: '1' } },
          { idToken: { type: 'Local', idToken: '2' } },
        ],
      },
      {
        localAuthorizationList: [
          { idToken: { type: 'KeyCode', idToken: '***' } },
          { idToken: { type: 'Local', idToken: '2' } },
        ],
      },
    ],
    [
      '1.6',
      'UpdateFirmware',
      'request',
      { location: 'https://u:p@fw.example/a/secret?t=1' },
      { location: 'https://fw.example/***' },
    ],
    ['1.6', 'UpdateFirmware', 'request', { location: { toString: 1 } }, { location: '***' }],
    [
      '1.6',
      'DataTransfer',
      'request',
      { vendorId: 'v', data: 'ftp://me:pw@host/x' },
      { vendorId: 'v', data: 'ftp://***@host/x' },
    ],
    [
      '2.0.1',
      'CustomerInformation',
      'request',
      { requestId: 1, report: true, clear: false, customerIdentifier: 'Ms Jones' },
      { requestId: 1, report: true, clear: false, customerIdentifier: '***' },
    ],
    [
      '2.0.1',
      'NotifyCustomerInformation',
      'request',
      { requestId: 1, seqNo: 0, data: 'Ms Jones, London' },
      { requestId: 1, seqNo: 0, data: '***' },
    ],
    [
      '1.6',
      'DataTransfer',
      'response',
      { status: 'Accepted', data: '{"wifiPassword":"pw","name":"shown"}' },
      { status: 'Accepted', data: '{"wifiPassword":"***","name":"shown"}' },
    ],
    [
      '2.0.1',
      'DataTransfer',
      'request',
      { vendorId: 'v', data: { idToken: 'AB', list: [{ apiKey: 'k', pinCode: 1, name: 'shown' }] } },
      { vendorId: 'v', data: { idToken: 'AB', list: [{ apiKey: '***', pinCode: '***', name: 'shown' }] } },
    ],
  ] as const)('hides the secrets of %s %s', (version, action, direction, payload, expected) => {
    const before = JSON.stringify(payload);

    expect(maskPayload(version, action, direction, payload)).toEqual(expected);
    expect(JSON.stringify(payload)).toBe(before);
  });

  it.each([
    ['1.6', 'BootNotification', { chargePointVendor: 'V', chargePointModel: 'https://vendor.example/m' }],
    ['1.6', 'ChangeConfiguration', { key: 'HeartbeatInterval', value: '300' }],
    ['1.6', 'StartTransaction', { connectorId: 1, idTag: 'T' }],
    ['2.0.1', 'TransactionEvent', { idToken: { idToken: 'AB', type: 'ISO14443' } }],
    ['2.0.1', 'DataTransfer', { data: [{ a: null }] }],
    ['2.0.1', 'Reset', 'not an object'],
    ['2.0.1', 'Authorize', null],
  ] as const)('returns the very payload of %s %s where nothing is secret', (version, action, payload) => {
    expect(maskPayload(version, action, 'request', payload)).toBe(payload);
  });
});

describe('masking a line', () => {
  it.each([
    ['GET ws://CS1:secret@host/ocpp/CS1', 'GET ws://***@host/ocpp/CS1'],
    ['Authorization: Basic Q1MwMDE6c2VjcmV0', 'Authorization: Basic ***'],
    ['"authorization":"Bearer abc.def"', '"authorization":"Bearer ***"'],
    ['{"key":"AuthorizationKey","value":"0011"}', '{"key":"AuthorizationKey","value":"***"}'],
    ['{"BasicAuthPassword":"se\\"cret"}', '{"BasicAuthPassword":"***"}'],
    ['{"idToken":"1234","type":"KeyCode"}', '{"idToken":"***","type":"KeyCode"}'],
    ['{"type":"KeyCode","idToken":"1234"}', '{"type":"KeyCode","idToken":"***"}'],
    [
      `no answer of http://csms/files/firmware/${CAPABILITY}/a.bin`,
      'no answer of http://csms/files/firmware/***/a.bin',
    ],
    ['HTTP Basic authentication failed for CS1', 'HTTP Basic authentication failed for CS1'],
  ])('%s', (line, expected) => {
    expect(maskText(line)).toBe(expected);
  });

  it('takes no longer for hostile lines', () => {
    const startedAt = performance.now();
    for (const part of ['a://', '"', '"password', '{"key":"', 'authorization:', '/files/a/', 'a'.repeat(20)])
      maskText(part.repeat(20_000));
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});
