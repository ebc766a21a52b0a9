import type { StationVariable } from './dialect.js';

type Access = Pick<StationVariable, 'access'> & Partial<Pick<StationVariable, 'instance'>>;

const READ_ONLY: Access = { access: 'ReadOnly' };
const WRITABLE: Access = { access: 'ReadWrite' };

/** What a station tells about itself when it is asked, as it stands before anything is changed. */
export const stationVariables = (station: {
  heartbeatIntervalS: number;
  sampleIntervalMs: number;
  messageAttempts: number;
  evseCount: number;
}): readonly StationVariable[] => [
  of('OCPPCommCtrlr', 'HeartbeatInterval', 'HeartbeatInterval', station.heartbeatIntervalS, WRITABLE),
  of('OCPPCommCtrlr', 'WebSocketPingInterval', 'WebSocketPingInterval', 60, { access: 'AfterReboot' }),
  of('OCPPCommCtrlr', 'ActiveNetworkProfile', undefined, 1, READ_ONLY),
  of('OCPPCommCtrlr', 'NetworkConfigurationPriority', undefined, '1,2', { access: 'AfterReboot' }),
  of('OCPPCommCtrlr', 'OfflineThreshold', undefined, 60, WRITABLE),
  of('OCPPCommCtrlr', 'MessageAttempts', 'TransactionMessageAttempts', station.messageAttempts, {
    access: 'ReadOnly',
    instance: 'TransactionEvent',
  }),
  of('SampledDataCtrlr', 'TxUpdatedInterval', 'MeterValueSampleInterval', station.sampleIntervalMs / 1000, WRITABLE),
  of('TxCtrlr', 'StopTxOnInvalidId', 'StopTransactionOnInvalidId', true, READ_ONLY),
  of('AuthCtrlr', 'AuthorizeRemoteStart', 'AuthorizeRemoteTxRequests', false, WRITABLE),
  of('SecurityCtrlr', 'OrganizationName', 'CpoName', 'TAU', WRITABLE),
  of('SecurityCtrlr', 'BasicAuthPassword', 'AuthorizationKey', '', { access: 'WriteOnly' }),
  of('ConfigurationKey', 'NumberOfConnectors', 'NumberOfConnectors', station.evseCount, READ_ONLY),
  of(
    'ConfigurationKey',
    'SupportedFeatureProfiles',
    'SupportedFeatureProfiles',
    'Core,FirmwareManagement,RemoteTrigger,Reservation',
    READ_ONLY,
  ),
];

const of = (
  component: string,
  variable: string,
  key: string | undefined,
  value: string | number | boolean,
  { access, instance }: Access,
): StationVariable => ({ component, variable, instance, key, access, value: String(value) });
