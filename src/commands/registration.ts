import { ProblemError } from '../common/problems.js';
import type { ConnectedStation } from '../ocpp/index.js';

/**
 * What may be asked of a station that is Pending: reading and writing its settings, reports, renewing credentials and
 * triggers. [OCPP 2.0.1 B02, B02.FR.05]
 */
export const SENDABLE_WHILE_PENDING: readonly string[] = [
  'GetVariables',
  'SetVariables',
  'GetConfiguration',
  'ChangeConfiguration',
  'GetBaseReport',
  'GetReport',
  'TriggerMessage',
  'ExtendedTriggerMessage',
  'CertificateSigned',
  'InstallCertificate',
  'DeleteCertificate',
  'GetInstalledCertificateIds',
];

const ACCEPT_IT =
  'Set its registrationStatus to Accepted; if it was told otherwise at its boot, that counts from its next one.';

function reasonOf(station: ConnectedStation, action: string): string {
  const { stationId, registration } = station;
  if (registration === undefined) return `Station ${stationId} has not booted yet. Wait for its BootNotification.`;
  if (registration === 'Rejected')
    return `Station ${stationId} is Rejected, so nothing may be sent to it. ${ACCEPT_IT}`;
  return `Station ${stationId} is Pending, and ${action} may not be sent until it is accepted. ${ACCEPT_IT}`;
}

/** Whether the registration of a station allows this to be sent. */
export function isSendable({ registration }: ConnectedStation, action: string): boolean {
  if (registration === 'Accepted') return true;
  // [OCPP 2.0.1 B03.FR.03] a rejected station is sent nothing; before the first boot neither
  return registration === 'Pending' && SENDABLE_WHILE_PENDING.includes(action);
}

/** Refuses what the registration of a station does not allow to be sent: 409 `station-not-accepted`. */
export function assertSendable(station: ConnectedStation, action: string): void {
  const { registration } = station;
  if (isSendable(station, action)) return;
  throw new ProblemError('station-not-accepted', 409, reasonOf(station, action), {
    registrationStatus: registration ?? null,
    sendable: registration === 'Pending' ? SENDABLE_WHILE_PENDING : [],
  });
}
