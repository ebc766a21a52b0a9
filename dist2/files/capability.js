import { createHash, randomBytes } from 'node:crypto';
/**
 * The secret part of a URL that carries its own right, as stations get one to fetch firmware or to deliver a log:
 * 256 random bits in the letters of a URL.
 */
export const newCapability = () => randomBytes(32).toString('base64url');
/** What is stored of it, and looked up by: who reads the database cannot make the URL of it. */
export const capabilityDigest = (capability) => createHash('sha256').update(capability).digest();
//# sourceMappingURL=capability.js.map