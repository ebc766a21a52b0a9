import { encodeCall } from '../framing/frame.js';
import type { OcppVersion } from '../versions.js';
import { maskPayload } from './masking.js';

/** A CALL as it may be kept: the bytes as they came, or written anew with its secrets masked where it holds any. */
export function maskFrame(
  version: OcppVersion,
  call: { readonly wireId: string | number; readonly action: string; readonly payload: unknown },
  bytes: Uint8Array,
): Uint8Array {
  const masked = maskPayload(version, call.action, 'request', call.payload);
  return masked === call.payload ? bytes : Buffer.from(encodeCall(call.wireId, call.action, masked));
}
