/** Where an update stands. */
export const UPDATE_STATES = [
  'requested',
  'accepted',
  'downloading',
  'downloaded',
  'installing',
  'installed',
  'failed',
  'rejected',
  'superseded',
  'timed-out',
  'cancelled',
] as const;
export type UpdateState = (typeof UPDATE_STATES)[number];

/** The states in which something is still expected of the station. */
export const OPEN_STATES = ['requested', 'accepted', 'downloading', 'downloaded', 'installing'] as const;

/** What stations report, in the words of 2.0.1 and those that only 2.0 has. */
export const FIRMWARE_STATUSES = [
  'Downloaded',
  'DownloadFailed',
  'Downloading',
  'DownloadScheduled',
  'DownloadPaused',
  'Idle',
  'InstallationFailed',
  'Installing',
  'Installed',
  'InstallRebooting',
  'InstallScheduled',
  'InstallVerificationFailed',
  'InvalidSignature',
  'SignatureVerified',
  'CertificateVerified',
  'InvalidCertificate',
  'RevokedCertificate',
  'PublishFailed',
] as const;
export type FirmwareStatus = (typeof FIRMWARE_STATUSES)[number];

/** The state that each status speaks of; Idle speaks of none. [OCPP 2.0.1 L01, L02; 1.6 whitepaper L01] */
const SPOKEN_OF: Record<FirmwareStatus, UpdateState | undefined> = {
  Idle: undefined,
  DownloadScheduled: 'accepted',
  Downloading: 'downloading',
  DownloadPaused: 'downloading',
  Downloaded: 'downloaded',
  CertificateVerified: 'downloaded',
  SignatureVerified: 'downloaded',
  InstallScheduled: 'downloaded',
  Installing: 'installing',
  InstallRebooting: 'installing',
  Installed: 'installed',
  DownloadFailed: 'failed',
  InstallationFailed: 'failed',
  InstallVerificationFailed: 'failed',
  InvalidCertificate: 'failed',
  InvalidSignature: 'failed',
  PublishFailed: 'failed',
  RevokedCertificate: 'failed',
};

const FROM_DOWNLOADING: readonly UpdateState[] = ['downloading', 'downloaded', 'installing', 'installed', 'failed'];
const FROM_ACCEPTED: readonly UpdateState[] = ['accepted', ...FROM_DOWNLOADING];

/**
 * Where each state may lead. Statuses are skipped, repeated and late: forward is always possible, back never. A failed
 * download may be tried again by the station, and who was given up may come back; who was told to stop has nothing to
 * say any more.
 */
export const TRANSITIONS: Record<UpdateState, readonly UpdateState[]> = {
  requested: FROM_ACCEPTED,
  accepted: FROM_ACCEPTED,
  downloading: FROM_DOWNLOADING,
  downloaded: ['downloaded', 'installing', 'installed', 'failed'],
  installing: ['installing', 'installed', 'failed'],
  failed: FROM_DOWNLOADING,
  'timed-out': FROM_ACCEPTED,
  installed: ['installed'],
  rejected: [],
  superseded: [],
  cancelled: [],
};

export const isOpen = (state: UpdateState): boolean => (OPEN_STATES as readonly UpdateState[]).includes(state);

/** The state of an update after a status about it: unchanged where the status is late or says nothing about it. */
export function stateAfter(state: UpdateState, status: FirmwareStatus): UpdateState {
  const spokenOf = SPOKEN_OF[status];
  return spokenOf !== undefined && TRANSITIONS[state].includes(spokenOf) ? spokenOf : state;
}
