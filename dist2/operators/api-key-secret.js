import { createHash, randomBytes } from 'node:crypto';
/** A new API key: 256 random bits; the prefix lets secret scanners recognise one that leaked. */
export const newApiKey = () => `tau_${randomBytes(32).toString('base64url')}`;
/** What is stored of a key. Random keys need no slow hash. */
export const hashOfApiKey = (key) => createHash('sha256').update(key).digest();
//# sourceMappingURL=api-key-secret.js.map