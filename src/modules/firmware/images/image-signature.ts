import { constants, createVerify, type KeyObject } from 'node:crypto';
import { readCertificate } from '../../../common/x509.js';

/** What a secure update is made of beside the image. */
export interface ImageSignature {
  /** Base64, over the SHA-256 of the image. */
  readonly signature: string;
  /** PEM, of the manufacturer. */
  readonly signingCertificate: string;
}

const SMALLEST_RSA_BITS = 2048;
/** Of 224 bits and more. */
const CURVES: readonly string[] = ['secp224r1', 'prime256v1', 'secp384r1', 'secp521r1'];

/**
 * What is wrong with a signing certificate, as a sentence; undefined for one that may be sent.
 * @param at when the station will look at it
 */
export function signingCertificateProblem(pem: string, at: Date): string | undefined {
  const certificate = readCertificate(pem);
  if (!certificate) return 'The signing certificate is no X.509 certificate in PEM.';
  if (at > new Date(certificate.validTo)) return `The signing certificate has expired: ${certificate.validTo}.`;
  if (at < new Date(certificate.validFrom)) {
    return `The signing certificate is not valid yet: ${certificate.validFrom}.`;
  }
  return keyProblem(certificate.publicKey);
}

// [OCPP 2.0.1 A00.FR.502, A00.FR.505, A00.FR.506] RSA or DSA of 2048 bits or more, elliptic curves of 224 or more
function keyProblem({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject): string | undefined {
  const { modulusLength = 0, namedCurve = '' } = asymmetricKeyDetails;
  switch (asymmetricKeyType) {
    case 'rsa':
    case 'rsa-pss':
      return modulusLength >= SMALLEST_RSA_BITS
        ? undefined
        : `The key of the signing certificate has ${modulusLength} bits; RSA needs ${SMALLEST_RSA_BITS}.`;
    case 'ec':
      return CURVES.includes(namedCurve)
        ? undefined
        : `The curve ${namedCurve} of the signing certificate is too weak.`;
    default:
      return `OCPP knows no signatures by keys of the type ${asymmetricKeyType}.`;
  }
}

/** Whether the signature was made over this content by the key of the certificate: RSA in either padding, or ECDSA. */
export async function isSignedBy(
  content: AsyncIterable<Uint8Array>,
  { signature, signingCertificate }: ImageSignature,
): Promise<boolean> {
  const key = readCertificate(signingCertificate)?.publicKey;
  if (!key) return false;
  const bytes = Buffer.from(signature, 'base64');
  const { RSA_PKCS1_PSS_PADDING, RSA_PKCS1_PADDING, RSA_PSS_SALTLEN_AUTO } = constants;
  const ways = {
    rsa: [{ padding: RSA_PKCS1_PSS_PADDING, saltLength: RSA_PSS_SALTLEN_AUTO }, { padding: RSA_PKCS1_PADDING }],
    other: [{}],
  }[key.asymmetricKeyType === 'rsa' ? 'rsa' : 'other'];
  // a verifier verifies once
  const verifiers = ways.map((way) => ({ way, verifier: createVerify('SHA256') }));
  for await (const piece of content) for (const { verifier } of verifiers) verifier.update(piece);
  return verifiers.some(({ way, verifier }) => {
    try {
      return verifier.verify({ key, ...way }, bytes);
    } catch {
      return false;
    }
  });
}
