import { isCritical } from './security-event-types.js';

describe('A04 · what is critical', () => {
  it.each(['TamperDetectionActivated', 'invalidTLSVersion', 'InvalidCentralSystemCertificate', ' FirmwareUpdated '])(
    '%s is, however it is spelt',
    (type) => expect(isCritical(type)).toBe(true),
  );

  it.each(['FailedToAuthenticateAtCsms', 'AttemptedReplayAttacks', 'com.example.DoorOpened', '', 'constructor'])(
    '%s is not',
    (type) => expect(isCritical(type)).toBe(false),
  );
});
