import { type OcppErrorCode, spell } from '../errors.js';
import type { OcppVersion } from '../versions.js';

/** Longest error description that may be sent, in characters. [OCPP-J 4.2.3] */
const DESCRIPTION_LIMIT = 255;
/** Stands in an error for a message id that could not be read. [OCPP-J 2.0.1 4.2.3] */
const UNREADABLE_ID = '-1';

/** The JSON text of a CALL. */
export function encodeCall(id: string | number, action: string, payload: unknown): string {
  return JSON.stringify([2, id, action, payload ?? {}]);
}

/** The JSON text of a CALLRESULT; `wireId` in the JSON type in which the CALL carried it. */
export function encodeResult(wireId: string | number, payload: unknown): string {
  return JSON.stringify([3, wireId, payload ?? {}]);
}

/**
 * The JSON text of a CALLERROR, its code spelled as the version spells it. Never throws, whatever `details` hold: an
 * error inside the building of an error would leave the station without an answer.
 */
export function encodeError(
  wireId: string | number | undefined,
  version: OcppVersion,
  code: OcppErrorCode,
  description: string,
  details: unknown,
): string {
  const head = JSON.stringify([4, wireId ?? UNREADABLE_ID, spell(code, version), shorten(description)]);
  return `${head.slice(0, -1)},${detailsText(details)}]`;
}

function shorten(description: string): string {
  // by characters, not by UTF-16 units: half a character is no text
  return description.length <= DESCRIPTION_LIMIT
    ? description
    : [...description.slice(0, 2 * DESCRIPTION_LIMIT)].slice(0, DESCRIPTION_LIMIT).join('');
}

function detailsText(details: unknown): string {
  try {
    const text = JSON.stringify(details) as string | undefined;
    return text?.startsWith('{') ? text : '{}';
  } catch {
    return '{}';
  }
}
