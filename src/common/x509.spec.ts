import { X509Certificate } from 'node:crypto';
import { certificateIdOf, isSameCertificateId, readCertificate, type HashAlgorithm } from './x509.js';

/** Made by OpenSSL with the serial number 0x00A1B2C3. */
const ROOT = `-----BEGIN CERTIFICATE-----
MIIBmTCCAT+gAwIBAgIEAKGywzAKBggqhkjOPQQDAjApMRkwFwYDVQQDDBBSb290
IG9mIHRoZSB0ZXN0MQwwCgYDVQQKDANUQVUwIBcNMjYxMTI3MjI1ODI3WhgPMjEy
NjExMDMyMjU4MjdaMCkxGTAXBgNVBAMMEFJvb3Qgb2YgdGhlIHRlc3QxDDAKBgNV
BAoMA1RBVTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJnkjPnnZMHN2sGrc7uH
DmyYNjmiBrxbii3ZUW2p49P7Wp6hyOV3Wdv0USnUMdZcUzSahjvwcUwKklceT7Xw
QcmjUzBRMB0GA1UdDgQWBBSHmCd42uKEDRYzoaX/3GRcBxxkczAfBgNVHSMEGDAW
gBSHmCd42uKEDRYzoaX/3GRcBxxkczAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49
BAMCA0gAMEUCIQDijzbAXAA0lRT09PRn8OM1L+YpQyuA7dJlTh4CjWu66gIgR6iP
qljTU/EDHBLhlFFsKNO2+DrA9mrS/jwVAztqE3c=
-----END CERTIFICATE-----
`;

/** As `openssl ocsp -sha256 -issuer root.pem -cert root.pem -req_text` says them. */
const IDS: Record<HashAlgorithm, readonly [issuerNameHash: string, issuerKeyHash: string]> = {
  SHA256: [
    'a16b78acb32a918fb83023721ebffdf652bc8097cd6f2eb563b8aed58a43cbbb',
    '45196be7db40dfec9b4c51fb68815e020b6495b49c1c732e1379519ee2b5eb25',
  ],
  SHA384: [
    'ac135be0ad49228b83b3938b5e83cddf346f3e90129469a0315854622c05c8677cf4fd061e557742b2d15d51e1ba43ec',
    '86960e3ab910bfffb5c38e66a71175f5d67d642ade30883a29469f6f168b43a4698a9ba705868e15632d5e4c997e4783',
  ],
  SHA512: [
    'b4381a0041315a8593a1aa50ca9ab9799404835bad752c5213b2dfb621b8547577baa13239360b7d826cf210e72ed0dfb1ec47b5c2ab0340b5872ba607f484b2',
    '7fb9c7bd90ba2e62d6e2ea653a10373ba82602db566822bbc2316d1b8cb9780fd6c073d55517d9d95ba56b3fc7862dbc1c2873ee1ff2f06c8adf69ee7bc415a4',
  ],
};

describe('The id of a certificate', () => {
  it.each(Object.entries(IDS) as [HashAlgorithm, readonly [string, string]][])(
    'is what OpenSSL says in %s',
    (hashAlgorithm, [issuerNameHash, issuerKeyHash]) => {
      const root = new X509Certificate(ROOT);

      expect(certificateIdOf(root, root, hashAlgorithm)).toEqual({
        hashAlgorithm,
        issuerNameHash,
        issuerKeyHash,
        serialNumber: 'a1b2c3',
      });
    },
  );

  it('is the same in other letters and with leading zeros, and another by any part', () => {
    const id = { hashAlgorithm: 'SHA256', issuerNameHash: 'ab', issuerKeyHash: 'cd', serialNumber: '0f' } as const;

    expect(isSameCertificateId(id, { ...id, issuerNameHash: 'AB', issuerKeyHash: 'CD', serialNumber: 'F' })).toBe(true);
    expect(isSameCertificateId(id, { ...id, hashAlgorithm: 'SHA384' })).toBe(false);
    expect(isSameCertificateId(id, { ...id, issuerNameHash: 'aa' })).toBe(false);
    expect(isSameCertificateId(id, { ...id, issuerKeyHash: 'cc' })).toBe(false);
    expect(isSameCertificateId(id, { ...id, serialNumber: 'f0' })).toBe(false);
  });
});

describe('A certificate', () => {
  it('is read from PEM alone', () => {
    expect(readCertificate(`\n${ROOT}`)?.subject).toBe('CN=Root of the test\nO=TAU');
    expect(readCertificate(ROOT.replace('MIIB', 'AAAA'))).toBeUndefined();
    expect(readCertificate('-----BEGIN PRIVATE KEY-----')).toBeUndefined();
    expect(readCertificate(new X509Certificate(ROOT).raw.toString('base64'))).toBeUndefined();
  });
});
