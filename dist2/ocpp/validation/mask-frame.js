import { encodeCall } from '../framing/frame.js';
import { maskPayload } from './masking.js';
/** A CALL as it may be kept: the bytes as they came, or written anew with its secrets masked where it holds any. */
export function maskFrame(version, call, bytes) {
    const masked = maskPayload(version, call.action, 'request', call.payload);
    return masked === call.payload ? bytes : Buffer.from(encodeCall(call.wireId, call.action, masked));
}
//# sourceMappingURL=mask-frame.js.map