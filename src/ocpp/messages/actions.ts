import type { OcppVersion } from '../versions.js';
import { actionsWithSchemas } from './schemas.js';
import { ACTIONS_ONLY_IN_V20 } from './v20-differences.js';

// The message tables exist only for the compiler; these lists are the same at run time (see actions.type-test.ts).

/** What stations may ask, by version. */
export const STATION_ACTIONS = {
  '1.6': [
    'Authorize',
    'BootNotification',
    'DataTransfer',
    'DiagnosticsStatusNotification',
    'FirmwareStatusNotification',
    'Heartbeat',
    'LogStatusNotification',
    'MeterValues',
    'SecurityEventNotification',
    'SignCertificate',
    'SignedFirmwareStatusNotification',
    'StartTransaction',
    'StatusNotification',
    'StopTransaction',
  ],
  '2.0': [
    'Authorize',
    'BootNotification',
    'FirmwareStatusNotification',
    'Heartbeat',
    'LogStatusNotification',
    'MeterValues',
    'ReservationStatusUpdate',
    'StatusNotification',
    'TransactionEvent',
  ],
  '2.0.1': [
    'Authorize',
    'BootNotification',
    'ClearedChargingLimit',
    'DataTransfer',
    'FirmwareStatusNotification',
    'Get15118EVCertificate',
    'GetCertificateStatus',
    'Heartbeat',
    'LogStatusNotification',
    'MeterValues',
    'NotifyChargingLimit',
    'NotifyCustomerInformation',
    'NotifyDisplayMessages',
    'NotifyEVChargingNeeds',
    'NotifyEVChargingSchedule',
    'NotifyEvent',
    'NotifyMonitoringReport',
    'NotifyReport',
    'PublishFirmwareStatusNotification',
    'ReportChargingProfiles',
    'ReservationStatusUpdate',
    'SecurityEventNotification',
    'SignCertificate',
    'StatusNotification',
    'TransactionEvent',
  ],
} as const satisfies Record<OcppVersion, readonly string[]>;

/** What the CSMS may ask, by version. */
export const CSMS_ACTIONS = {
  '1.6': [
    'CancelReservation',
    'CertificateSigned',
    'ChangeAvailability',
    'ChangeConfiguration',
    'ClearCache',
    'ClearChargingProfile',
    'DataTransfer',
    'DeleteCertificate',
    'ExtendedTriggerMessage',
    'GetCompositeSchedule',
    'GetConfiguration',
    'GetDiagnostics',
    'GetInstalledCertificateIds',
    'GetLocalListVersion',
    'GetLog',
    'InstallCertificate',
    'RemoteStartTransaction',
    'RemoteStopTransaction',
    'ReserveNow',
    'Reset',
    'SendLocalList',
    'SetChargingProfile',
    'SignedUpdateFirmware',
    'TriggerMessage',
    'UnlockConnector',
    'UpdateFirmware',
  ],
  '2.0': [
    'CancelReservation',
    'ChangeAvailability',
    'GetLog',
    'GetTransactionStatus',
    'GetVariables',
    'RequestStartTransaction',
    'RequestStopTransaction',
    'Reset',
    'ReserveNow',
    'SetVariables',
    'TriggerMessage',
    'UpdateFirmware',
  ],
  '2.0.1': [
    'CancelReservation',
    'CertificateSigned',
    'ChangeAvailability',
    'ClearCache',
    'ClearChargingProfile',
    'ClearDisplayMessage',
    'ClearVariableMonitoring',
    'CostUpdated',
    'CustomerInformation',
    'DataTransfer',
    'DeleteCertificate',
    'GetBaseReport',
    'GetChargingProfiles',
    'GetCompositeSchedule',
    'GetDisplayMessages',
    'GetInstalledCertificateIds',
    'GetLocalListVersion',
    'GetLog',
    'GetMonitoringReport',
    'GetReport',
    'GetTransactionStatus',
    'GetVariables',
    'InstallCertificate',
    'PublishFirmware',
    'RequestStartTransaction',
    'RequestStopTransaction',
    'ReserveNow',
    'Reset',
    'SendLocalList',
    'SetChargingProfile',
    'SetDisplayMessage',
    'SetMonitoringBase',
    'SetMonitoringLevel',
    'SetNetworkProfile',
    'SetVariableMonitoring',
    'SetVariables',
    'TriggerMessage',
    'UnlockConnector',
    'UnpublishFirmware',
    'UpdateFirmware',
  ],
} as const satisfies Record<OcppVersion, readonly string[]>;

type Actions = Record<OcppVersion, ReadonlySet<string>>;

const setsOf = (lists: Record<OcppVersion, readonly string[]>): Actions => ({
  '1.6': new Set(lists['1.6']),
  '2.0': new Set(lists['2.0']),
  '2.0.1': new Set(lists['2.0.1']),
});

const FROM_STATION = setsOf(STATION_ACTIONS);
const FROM_CSMS = setsOf(CSMS_ACTIONS);
// 2.0 has every action of 2.0.1, although TAU speaks only some of them
const KNOWN = setsOf({
  '1.6': actionsWithSchemas('1.6'),
  '2.0': [...actionsWithSchemas('2.0.1'), ...ACTIONS_ONLY_IN_V20],
  '2.0.1': actionsWithSchemas('2.0.1'),
});

/** Whether a station may send this action, as far as TAU speaks the version. */
export function isStationAction(version: OcppVersion, action: string): boolean {
  return FROM_STATION[version].has(action);
}

/** Whether TAU may send this action in that version. */
export function isCsmsAction(version: OcppVersion, action: string): boolean {
  return FROM_CSMS[version].has(action);
}

/** Whether the standard of that version has such an action at all, in either direction. */
export function isKnownAction(version: OcppVersion, action: string): boolean {
  return KNOWN[version].has(action);
}
