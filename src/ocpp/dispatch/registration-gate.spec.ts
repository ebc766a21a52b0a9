import { expectedAfter, mayCall, registrationOf } from './registration-gate.js';

const station = (over: Partial<Parameters<typeof mayCall>[0]> = {}) => ({
  registration: undefined,
  everAccepted: false,
  expected: new Set<string>(),
  ...over,
});

describe('B01-B03 · what a station may send before it is accepted', () => {
  it('a BootNotification, always', () => {
    for (const registration of [undefined, 'Pending', 'Rejected'] as const) {
      expect(mayCall(station({ registration }), 'BootNotification')).toBe(true);
    }
  });

  it('nothing else while it was never accepted', () => {
    for (const registration of [undefined, 'Pending', 'Rejected'] as const) {
      expect(mayCall(station({ registration }), 'StatusNotification')).toBe(false);
      expect(mayCall(station({ registration }), 'TransactionEvent')).toBe(false);
    }
  });

  it('everything once it is accepted', () => {
    expect(mayCall(station({ registration: 'Accepted', everAccepted: true }), 'StatusNotification')).toBe(true);
  });

  it('transaction messages if it was accepted once, whatever became of its registration', () => {
    const blocked = station({ registration: 'Rejected', everAccepted: true });

    expect(
      ['StartTransaction', 'StopTransaction', 'MeterValues', 'TransactionEvent'].map((a) => mayCall(blocked, a)),
    ).toEqual([true, true, true, true]);
    expect(mayCall(blocked, 'StatusNotification')).toBe(false);
  });

  it('what was triggered while Pending, but not while Rejected', () => {
    const expected = new Set(['StatusNotification']);

    expect(mayCall(station({ registration: 'Pending', expected }), 'StatusNotification')).toBe(true);
    expect(mayCall(station({ registration: 'Rejected', expected }), 'StatusNotification')).toBe(false);
  });

  it('learns from triggers and report requests what will come', () => {
    expect(expectedAfter('TriggerMessage', { requestedMessage: 'Heartbeat' })).toBe('Heartbeat');
    expect(expectedAfter('GetBaseReport', { requestId: 1 })).toBe('NotifyReport');
    expect(expectedAfter('Reset', {})).toBeUndefined();
  });

  it.each([
    ['TriggerMessage', 'SignChargingStationCertificate', 'SignCertificate'],
    ['TriggerMessage', 'SignV2GCertificate', 'SignCertificate'],
    ['TriggerMessage', 'SignCombinedCertificate', 'SignCertificate'],
    ['TriggerMessage', 'FirmwareStatusNotification', 'FirmwareStatusNotification'],
    ['ExtendedTriggerMessage', 'SignChargePointCertificate', 'SignCertificate'],
    ['ExtendedTriggerMessage', 'FirmwareStatusNotification', 'SignedFirmwareStatusNotification'],
  ])('expects of %s %s the message %s', (action, requestedMessage, message) => {
    expect(expectedAfter(action, { requestedMessage })).toBe(message);
  });
});

describe('B01-B03 · the registration of a station', () => {
  it.each([
    ['Accepted', 'Accepted', 'Accepted'],
    ['Accepted', 'Rejected', 'Rejected'],
    ['Accepted', 'Pending', 'Pending'],
    ['Pending', 'Accepted', 'Pending'],
    ['Pending', 'Rejected', 'Rejected'],
    ['Rejected', 'Accepted', 'Rejected'],
    ['Rejected', 'Pending', 'Rejected'],
    [undefined, 'Accepted', undefined],
    [undefined, 'Rejected', undefined],
  ] as const)('told %s, decided %s: it is %s', (told, decision, registration) => {
    expect(registrationOf(told, decision)).toBe(registration);
  });
});
