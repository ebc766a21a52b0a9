import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeCertificate, writeCertificate } from '../../../test/support/certificates.js';
import { readCertificates } from './certificate.js';

describe('The certificates of TLS', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tau-certificates-'));
  const rsa = writeCertificate(folder, 'rsa', makeCertificate({ type: 'rsa' }));
  const ecdsa = writeCertificate(folder, 'ecdsa', makeCertificate({ type: 'ec' }));
  const garbage = path.join(folder, 'garbage');
  writeFileSync(garbage, 'no PEM at all');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are read with their keys, one of each type', () => {
    const read = readCertificates({ certFiles: [rsa.cert, ecdsa.cert], keyFiles: [rsa.key, ecdsa.key] });

    expect(read.map(({ keyType }) => keyType)).toEqual(['rsa', 'ec']);
    expect(read[0]!.validTo).toEqual(new Date('2049-01-01T00:00:00Z'));
  });

  const weak = writeCertificate(folder, 'weak', makeCertificate({ type: 'rsa', rsaBits: 1024 }));
  it.each<[string, string[], string[], RegExp]>([
    ['missing', ['/nowhere.pem'], [rsa.key], /^TLS_CERT_FILES: \/nowhere\.pem cannot be read \(ENOENT\)/],
    ['a folder', [folder], [rsa.key], /^TLS_CERT_FILES: .* cannot be read \(EISDIR\)/],
    ['no certificate', [garbage], [rsa.key], /^TLS_CERT_FILES: .*garbage is no certificate/],
    ['no key', [rsa.cert], [garbage], /^TLS_KEY_FILES: .*garbage is no private key/],
    ['of somebody else', [rsa.cert, ecdsa.cert], [ecdsa.key, rsa.key], /^TLS_KEY_FILES: .*ecdsa\.key does not belong/],
    ['too weak', [weak.cert], [weak.key], /^TLS_CERT_FILES: .*weak\.pem has an RSA key of 1024 bits/],
    ['two of one type', [rsa.cert, rsa.cert], [rsa.key, rsa.key], /^TLS_CERT_FILES names two .* type rsa/],
  ])('are refused when %s, by variable and file', (_, certFiles, keyFiles, message) => {
    expect(() => readCertificates({ certFiles, keyFiles })).toThrow(message);
  });
});
