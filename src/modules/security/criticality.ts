/** Whether the types of the standard are critical. [OCPP 2.0.1 appendix 1; 1.6 security whitepaper] */
const CRITICAL: Readonly<Record<string, boolean>> = {
  FirmwareUpdated: true,
  FailedToAuthenticateAtCsms: false,
  FailedToAuthenticateAtCentralSystem: false,
  CsmsFailedToAuthenticate: false,
  CentralSystemFailedToAuthenticate: false,
  SettingSystemTime: true,
  StartupOfTheDevice: true,
  ResetOrReboot: true,
  SecurityLogWasCleared: true,
  ReconfigurationOfSecurityParameters: false,
  MemoryExhaustion: true,
  InvalidMessages: false,
  AttemptedReplayAttacks: false,
  TamperDetectionActivated: true,
  InvalidFirmwareSignature: false,
  InvalidFirmwareSigningCertificate: false,
  InvalidCsmsCertificate: false,
  InvalidCentralSystemCertificate: false,
  InvalidChargingStationCertificate: false,
  InvalidChargePointCertificate: false,
  InvalidTLSVersion: false,
  InvalidTLSCipherSuite: false,
  MaintenanceLoginAccepted: true,
  MaintenanceLoginFailed: true,
};

const BY_NAME = new Map(Object.entries(CRITICAL).map(([type, critical]) => [type.toLowerCase(), critical]));

/** Undefined for a type that the standard does not know; names are compared without regard to letter case. */
export const isCritical = (type: string): boolean | undefined => BY_NAME.get(type.trim().toLowerCase());
