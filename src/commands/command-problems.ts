import { ProblemError, ValidationFailedError } from '../common/problems.js';
import { OcppError, type OcppVersion } from '../ocpp/index.js';
import type { CommandView } from './dto/command.dto.js';
import type { CommandFailure, FailureReason } from './settlement.js';

export const stationOffline = (stationId: string): ProblemError =>
  new ProblemError('station-offline', 409, `Station ${stationId} is not connected. Ask again when it is back.`);

export const versionUnknown = (stationId: string): ProblemError =>
  new ProblemError(
    'station-offline',
    409,
    `Station ${stationId} has never been connected, so that it is not known in which OCPP version to ask it. Set its ` +
      'allowedVersions to one version, or ask when it has been connected.',
  );

export const versionUnsupported = (what: string, version: OcppVersion): ProblemError =>
  new ProblemError('version-unsupported', 422, `${what} cannot be said in OCPP ${version}, which this station speaks.`);

export const tooManyKept = (stationId: string): ProblemError =>
  new ProblemError('station-busy', 503, `Too many commands are kept for station ${stationId}. Cancel some of them.`);

export const idempotencyKeyReused = (): ProblemError =>
  new ProblemError(
    'idempotency-key-reused',
    422,
    'This Idempotency-Key came with another body within the last 24 hours. Take a new key for a new request.',
  );

/** A problem as it stands in a record, for those who did not get it as an answer. */
export const toldOf = ({ code, message }: ProblemError) => ({ code, detail: message });

export const apiKeyRevoked = (): ProblemError =>
  new ProblemError(
    'api-key-revoked',
    409,
    'The API key that asked for this was revoked before it was sent. Ask again with a valid key.',
  );

export const commandNotCancellable = ({ commandId, state }: CommandView): ProblemError =>
  new ProblemError('command-not-cancellable', 409, `Only a queued command can be cancelled; this one is ${state}.`, {
    commandId,
    state,
  });

/** Our own check refused a payload before it was sent. Anything else that was thrown is left as it is. */
export function refusalOf(error: unknown, action: string, version: OcppVersion): unknown {
  if (!(error instanceof OcppError)) return error;
  if (error.code === 'NotSupported' || error.code === 'NotImplemented') return versionUnsupported(action, version);
  return new ValidationFailedError(`The payload is no valid ${action} of OCPP ${version}.`, [error.message]);
}

const station = (command: CommandView): string => `Station ${command.stationId}`;
const perhaps = (command: CommandView): string =>
  command.sentAt ? 'It is not known whether the station carried it out.' : 'The command was never sent.';

/** The problem of each reason for which a command has no answer. */
const PROBLEMS: Record<FailureReason, (command: CommandView, error: CommandFailure) => ProblemError> = {
  'call-error': (command, { code, description, details }) =>
    new ProblemError('station-error', 502, `${station(command)} answered ${command.action} with the error ${code}.`, {
      ocppError: { code, description, details },
    }),
  'broken-answer': (command, { explanation }) =>
    new ProblemError('station-error', 502, `${station(command)} gave an answer that breaks its schema.`, {
      reason: explanation,
    }),
  disconnected: (command) =>
    new ProblemError('station-offline', 409, `${station(command)} lost its connection. ${perhaps(command)}`),
  'no-answer': (command) =>
    new ProblemError('station-timeout', 504, `${station(command)} did not answer in time. ${perhaps(command)}`),
  restart: (command) =>
    command.state === 'cancelled'
      ? new ProblemError('command-cancelled', 409, 'TAU was restarted before the command was sent. Ask again.')
      : new ProblemError('station-timeout', 504, `TAU was restarted before the answer came. ${perhaps(command)}`),
  'station-busy': (command) =>
    new ProblemError('station-busy', 503, `Too many commands wait for station ${command.stationId}. Ask again later.`),
  'not-recorded': () =>
    new ProblemError(
      'command-cancelled',
      409,
      'The command was not sent, because it could not be recorded. Ask again.',
    ),
  expired: (command) =>
    new ProblemError(
      'command-expired',
      409,
      `${station(command)} could not be sent the command before it expired. Ask again.`,
    ),
  unsayable: (_command, { code, status, explanation }) =>
    new ProblemError(String(code), Number(status), `When the command could be sent: ${String(explanation)}`),
  'api-key-revoked': () => apiKeyRevoked(),
  'came-about': () =>
    new ProblemError('command-cancelled', 409, 'The command was not sent: what it asks for had come about without it.'),
  cancelled: () => new ProblemError('command-cancelled', 409, 'The command was cancelled before it was sent.'),
};

/** The problem that a settled command is to its operator; undefined for one that was answered or still may be. */
export function problemOf(command: CommandView): ProblemError | undefined {
  if (!command.error) return undefined;
  const failure = command.error as CommandFailure;
  const { code, status, message, members } = PROBLEMS[failure.reason](command, failure);
  return new ProblemError(code, status, message, { commandId: command.commandId, ...members });
}
