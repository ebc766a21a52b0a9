import { OcppError } from '../errors.js';
import { isCsmsAction } from '../messages/actions.js';
import { checkOurs } from '../validation/validator.js';
import type { OcppVersion } from '../versions.js';

/**
 * Throws OcppError where the CSMS cannot say this in that version: NotSupported for the action, FormatViolation and its
 * kin for a payload that breaks the schema.
 */
export function assertSayable(version: OcppVersion, action: string, payload: Record<string, unknown>): void {
  if (!isCsmsAction(version, action)) {
    throw new OcppError('NotSupported', `The CSMS cannot send ${action} in OCPP ${version}`);
  }
  const broken = checkOurs(version, action, 'request', payload);
  if (broken) throw broken;
}
