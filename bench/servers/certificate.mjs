import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a certificate for 127.0.0.1 with a P-256 key, which signs itself.
 * @returns its files and its text; undefined where there is no openssl
 */
export function makeCertificate(folder) {
  const files = { certFile: path.join(folder, 'certificate.pem'), keyFile: path.join(folder, 'key.pem') };
  const request = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=bench';
  const args = [...request.split(' '), '-addext', 'subjectAltName=IP:127.0.0.1'];
  try {
    execFileSync('openssl', [...args, '-keyout', files.keyFile, '-out', files.certFile], { stdio: 'pipe' });
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
  return { ...files, text: readFileSync(files.certFile, 'utf8') };
}
