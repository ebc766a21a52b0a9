import type { VariableAddress } from '../device-model/variable-address.js';

/** The component of configuration keys that have no variable in 2.0.1, and of those of vendors. */
export const CONFIGURATION_KEY = 'ConfigurationKey';

type Mapped = readonly [component: string, variable: string, instance?: string];

/**
 * The standard configuration keys of OCPP 1.6, its errata and its security whitepaper, each with the variable of 2.0.1
 * that means the same. null: none does, or its value means something else.
 */
const STANDARD_KEYS = {
  // core
  AllowOfflineTxForUnknownId: ['AuthCtrlr', 'OfflineTxForUnknownIdEnabled'],
  AuthorizationCacheEnabled: ['AuthCacheCtrlr', 'Enabled'],
  AuthorizeRemoteTxRequests: ['AuthCtrlr', 'AuthorizeRemoteStart'],
  BlinkRepeat: null,
  ClockAlignedDataInterval: ['AlignedDataCtrlr', 'Interval'],
  ConnectionTimeOut: ['TxCtrlr', 'EVConnectionTimeOut'],
  ConnectorPhaseRotation: null,
  ConnectorPhaseRotationMaxLength: null,
  GetConfigurationMaxKeys: ['DeviceDataCtrlr', 'ItemsPerMessage', 'GetVariables'],
  HeartbeatInterval: ['OCPPCommCtrlr', 'HeartbeatInterval'],
  LightIntensity: null,
  LocalAuthorizeOffline: ['AuthCtrlr', 'LocalAuthorizeOffline'],
  LocalPreAuthorize: ['AuthCtrlr', 'LocalPreAuthorize'],
  MaxEnergyOnInvalidId: ['TxCtrlr', 'MaxEnergyOnInvalidId'],
  MessageTimeout: ['OCPPCommCtrlr', 'MessageTimeout', 'Default'],
  MeterValuesAlignedData: ['AlignedDataCtrlr', 'Measurands'],
  MeterValuesAlignedDataMaxLength: null,
  MeterValuesSampledData: ['SampledDataCtrlr', 'TxUpdatedMeasurands'],
  MeterValuesSampledDataMaxLength: null,
  MeterValueSampleInterval: ['SampledDataCtrlr', 'TxUpdatedInterval'],
  MinimumStatusDuration: null,
  NumberOfConnectors: null,
  ResetRetries: ['OCPPCommCtrlr', 'ResetRetries'],
  StopTransactionMaxMeterValues: null,
  StopTransactionOnEVSideDisconnect: ['TxCtrlr', 'StopTxOnEVSideDisconnect'],
  StopTransactionOnInvalidId: ['TxCtrlr', 'StopTxOnInvalidId'],
  StopTxnAlignedData: ['AlignedDataCtrlr', 'TxEndedMeasurands'],
  StopTxnAlignedDataMaxLength: null,
  StopTxnSampledData: ['SampledDataCtrlr', 'TxEndedMeasurands'],
  StopTxnSampledDataMaxLength: null,
  SupportedFeatureProfiles: null,
  SupportedFeatureProfilesMaxLength: null,
  TransactionMessageAttempts: ['OCPPCommCtrlr', 'MessageAttempts', 'TransactionEvent'],
  TransactionMessageRetryInterval: ['OCPPCommCtrlr', 'MessageAttemptInterval', 'TransactionEvent'],
  UnlockConnectorOnEVSideDisconnect: ['OCPPCommCtrlr', 'UnlockOnEVSideDisconnect'],
  WebSocketPingInterval: ['OCPPCommCtrlr', 'WebSocketPingInterval'],
  // firmware management
  SupportedFileTransferProtocols: ['OCPPCommCtrlr', 'FileTransferProtocols'],
  // local authorization list; its largest length is a limit of the variable Entries, not its value
  LocalAuthListEnabled: ['LocalAuthListCtrlr', 'Enabled'],
  LocalAuthListMaxLength: null,
  SendLocalListMaxLength: ['LocalAuthListCtrlr', 'ItemsPerMessage'],
  // reservation
  ReserveConnectorZeroSupported: ['ReservationCtrlr', 'NonEvseSpecific'],
  // smart charging; how many profiles fit is a limit of Entries[ChargingProfiles], not its value
  ChargeProfileMaxStackLevel: ['SmartChargingCtrlr', 'ProfileStackLevel'],
  ChargingScheduleAllowedChargingRateUnit: ['SmartChargingCtrlr', 'RateUnit'],
  ChargingScheduleMaxPeriods: ['SmartChargingCtrlr', 'PeriodsPerSchedule'],
  ConnectorSwitch3to1PhaseSupported: ['SmartChargingCtrlr', 'Phases3to1'],
  MaxChargingProfilesInstalled: null,
  // security whitepaper; CertificateStoreMaxLength is a limit of CertificateEntries, not its value
  AdditionalRootCertificateCheck: ['SecurityCtrlr', 'AdditionalRootCertificateCheck'],
  AuthorizationKey: ['SecurityCtrlr', 'BasicAuthPassword'],
  CertificateSignedMaxChainSize: ['SecurityCtrlr', 'MaxCertificateChainSize'],
  CertificateStoreMaxLength: null,
  CpoName: ['SecurityCtrlr', 'OrganizationName'],
  SecurityProfile: ['SecurityCtrlr', 'SecurityProfile'],
} as const satisfies Record<string, Mapped | null>;

export const STANDARD_CONFIGURATION_KEYS = Object.keys(STANDARD_KEYS);

const ADDRESSES = new Map<string, VariableAddress>(
  Object.entries(STANDARD_KEYS).map(([key, mapped]: [string, Mapped | null]) => [
    key.toLowerCase(),
    mapped
      ? { component: mapped[0], variable: mapped[1], instance: mapped[2] }
      : { component: CONFIGURATION_KEY, variable: key },
  ]),
);

const same = (one: string, other: string | null | undefined): boolean => one.toLowerCase() === other?.toLowerCase();

/** The variable that a configuration key stands for, whatever its letter case. */
export const variableOfKey = (key: string): VariableAddress =>
  ADDRESSES.get(key.toLowerCase()) ?? { component: CONFIGURATION_KEY, variable: key };

/**
 * The configuration key of a variable; undefined where 1.6 has none. An instance may be left out where the key has only
 * one, and a standard key may also be named under the component ConfigurationKey.
 */
export function keyOfVariable(address: VariableAddress): string | undefined {
  const { component, componentInstance, evseId, connectorId, variable, instance } = address;
  // 1.6 knows nothing below the station
  if (componentInstance || evseId || connectorId) return undefined;
  if (same(CONFIGURATION_KEY, component)) {
    return instance ? undefined : (STANDARD_CONFIGURATION_KEYS.find((key) => same(key, variable)) ?? variable);
  }
  const found = Object.entries(STANDARD_KEYS).find(
    ([, mapped]: [string, Mapped | null]) =>
      mapped &&
      same(mapped[0], component) &&
      same(mapped[1], variable) &&
      (!instance || same(mapped[2] ?? '', instance)),
  );
  return found?.[0];
}
