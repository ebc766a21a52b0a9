import { createHash, X509Certificate } from 'node:crypto';

/** How a certificate is named without sending it. [RFC 6960 4.1.1] */
export interface CertificateId {
  readonly hashAlgorithm: HashAlgorithm;
  /** Of the distinguished name of the issuer, hexadecimal. */
  readonly issuerNameHash: string;
  /** Of the public key of the issuer, hexadecimal. */
  readonly issuerKeyHash: string;
  /** Hexadecimal, without leading zeros. */
  readonly serialNumber: string;
}

export const HASH_ALGORITHMS = ['SHA256', 'SHA384', 'SHA512'] as const;
export type HashAlgorithm = (typeof HASH_ALGORITHMS)[number];

/** A certificate in PEM; undefined for anything else. Of several the first. */
export function readCertificate(pem: string): X509Certificate | undefined {
  if (!/^\s*-----BEGIN CERTIFICATE-----/.test(pem)) return undefined;
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

/**
 * The id of a certificate.
 * @param issuer whose certificate it was signed by; a root is its own
 */
export function certificateIdOf(
  certificate: X509Certificate,
  issuer: X509Certificate,
  hashAlgorithm: HashAlgorithm,
): CertificateId {
  const hash = (bytes: Uint8Array): string => createHash(hashAlgorithm).update(bytes).digest('hex');
  return {
    hashAlgorithm,
    issuerNameHash: hash(issuerNameIn(certificate)),
    issuerKeyHash: hash(publicKeyIn(issuer)),
    serialNumber: withoutZeros(certificate.serialNumber).toLowerCase(),
  };
}

/** Whether both name the same certificate: hexadecimal is written in small and capital letters, some lead with zeros. */
export function isSameCertificateId(a: CertificateId, b: CertificateId): boolean {
  const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
  return (
    a.hashAlgorithm === b.hashAlgorithm &&
    same(a.issuerNameHash, b.issuerNameHash) &&
    same(a.issuerKeyHash, b.issuerKeyHash) &&
    same(withoutZeros(a.serialNumber), withoutZeros(b.serialNumber))
  );
}

const withoutZeros = (hexadecimal: string): string => hexadecimal.replace(/^0+(?=.)/, '');

/** The distinguished name of the issuer as it is written in the certificate, which Node only gives as text. */
function issuerNameIn({ raw }: X509Certificate): Buffer {
  const [toBeSigned] = partsOf(contentOf(raw));
  const parts = partsOf(contentOf(toBeSigned!));
  // [RFC 5280 4.1] version (optional), serialNumber, signature, issuer
  return parts[parts[0]![0] === 0xa0 ? 3 : 2]!;
}

/** The content of the bit string, without the octet that counts its unused bits. */
function publicKeyIn({ publicKey }: X509Certificate): Buffer {
  const [, key] = partsOf(contentOf(publicKey.export({ type: 'spki', format: 'der' })));
  return contentOf(key!).subarray(1);
}

/** Where the content of the first DER value begins, and where it ends. */
function boundsOf(der: Buffer): readonly [start: number, end: number] {
  const first = der[1]!;
  if (first < 0x80) return [2, 2 + first];
  const octets = first & 0x7f;
  const start = 2 + octets;
  return [start, start + der.readUIntBE(2, octets)];
}

const contentOf = (der: Buffer): Buffer => der.subarray(...boundsOf(der));

/** The DER values that stand one after the other. */
function partsOf(der: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let rest = der; rest.length > 0;) {
    const [, end] = boundsOf(rest);
    parts.push(rest.subarray(0, end));
    rest = rest.subarray(end);
  }
  return parts;
}
