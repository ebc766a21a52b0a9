import type { OcppVersion } from './versions.js';

/** The error codes of OCPP-J in one neutral spelling; `spell` gives each version's own. */
export type OcppErrorCode =
  | 'NotImplemented'
  | 'NotSupported'
  | 'InternalError'
  | 'ProtocolError'
  | 'SecurityError'
  | 'FormatViolation'
  | 'PropertyConstraintViolation'
  | 'OccurrenceConstraintViolation'
  | 'TypeConstraintViolation'
  | 'GenericError'
  | 'MessageTypeNotSupported'
  | 'RpcFrameworkError';

// OCPP-J 1.6 spells two codes its own way and lacks two; the wrong spelling is the standard's and stays.
const SPELLING_V16: Partial<Record<OcppErrorCode, string>> = {
  FormatViolation: 'FormationViolation',
  OccurrenceConstraintViolation: 'OccurenceConstraintViolation',
  MessageTypeNotSupported: 'GenericError',
  RpcFrameworkError: 'FormationViolation',
};

/** The code as it is spelled on the wire of a version. */
export function spell(code: OcppErrorCode, version: OcppVersion): string {
  return (version === '1.6' ? SPELLING_V16[code] : undefined) ?? code;
}

/** Refuses a CALL: the dispatcher turns it into a CALLERROR. */
export class OcppError extends Error {
  constructor(
    readonly code: OcppErrorCode,
    description: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(description);
    this.name = 'OcppError';
  }
}

/**
 * What the station said could not be kept just now (the database is away). A transaction message is then left
 * unanswered, so that the station keeps it and sends it again; everything else gets InternalError.
 */
export class NotKeptError extends Error {
  constructor(cause: unknown) {
    super('the message could not be stored', { cause });
    this.name = 'NotKeptError';
  }
}
