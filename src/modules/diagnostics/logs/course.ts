/** Where a request for a log stands. */
export const LOG_STATES = [
  'requested',
  'accepted',
  'empty',
  'uploading',
  'uploaded',
  'failed',
  'rejected',
  'superseded',
  'timed-out',
  'cancelled',
] as const;
export type LogState = (typeof LOG_STATES)[number];

/** The states in which something is still expected of the station. */
export const OPEN_LOG_STATES = ['requested', 'accepted', 'uploading'] as const;

/** What stations report of an upload, in the words of 2.0.1. */
export const LOG_STATUSES = [
  'BadMessage',
  'Idle',
  'NotSupportedOperation',
  'PermissionDenied',
  'Uploaded',
  'UploadFailure',
  'Uploading',
  'AcceptedCanceled',
] as const;
export type LogStatus = (typeof LOG_STATUSES)[number];

/** The state that each status speaks of; Idle speaks of none. [OCPP 2.0.1 N01.FR.07 to .13] */
const SPOKEN_OF: Record<LogStatus, LogState | undefined> = {
  Idle: undefined,
  Uploading: 'uploading',
  Uploaded: 'uploaded',
  UploadFailure: 'failed',
  BadMessage: 'failed',
  NotSupportedOperation: 'failed',
  PermissionDenied: 'failed',
  AcceptedCanceled: 'superseded',
};

const FROM_OPEN: readonly LogState[] = ['uploading', 'uploaded', 'failed', 'superseded'];

/**
 * Where each state may lead by what a station says or delivers. Statuses are skipped, repeated and late: forward is
 * always possible, back never. A failed upload may be tried again by the station, one that had nothing to upload may
 * find something, and one that was given up may come back. What has arrived has arrived.
 */
export const LOG_TRANSITIONS: Record<LogState, readonly LogState[]> = {
  requested: FROM_OPEN,
  accepted: FROM_OPEN,
  empty: FROM_OPEN,
  uploading: FROM_OPEN,
  failed: FROM_OPEN,
  'timed-out': FROM_OPEN,
  uploaded: [],
  rejected: [],
  superseded: [],
  cancelled: [],
};

export const isOpenLog = (state: LogState): boolean => (OPEN_LOG_STATES as readonly LogState[]).includes(state);

/** Whether a station may still deliver the file of a request in that state. */
export const mayDeliver = (state: LogState): boolean => LOG_TRANSITIONS[state].includes('uploaded');

/** What is known of a request when a status about it comes. */
export interface Standing {
  readonly state: LogState;
  /** Whether the file comes here, and has not come. */
  readonly lacksFile: boolean;
}

/** How a request stands after a status: unchanged where the status is late, or says nothing about it. */
export function afterStatus({ state, lacksFile }: Standing, status: LogStatus): { state: LogState; failure?: string } {
  const spokenOf = SPOKEN_OF[status];
  if (spokenOf === undefined || !LOG_TRANSITIONS[state].includes(spokenOf)) return { state };
  // the upload is what counts: a station that believes in one that never arrived has failed
  if (spokenOf === 'uploaded' && lacksFile) return { state: 'failed', failure: NOTHING_ARRIVED };
  return spokenOf === 'failed' ? { state: 'failed', failure: status } : { state: spokenOf };
}

export const NOTHING_ARRIVED = 'the station says that it has uploaded the log, but nothing has arrived here';
