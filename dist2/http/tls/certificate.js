import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { StartError } from '../../common/start-error.js';
/** [OCPP 2.0.1 A00.FR.502, A00.FR.503] what is weaker protects nobody. */
const SMALLEST_RSA_BITS = 2048;
/**
 * Reads and checks the certificates.
 * @throws StartError naming the variable, the file and what is wrong with it
 */
export function readCertificates({ certFiles, keyFiles }) {
    const certificates = certFiles.map((file, i) => readPair(file, keyFiles[i]));
    const twice = certificates.find(({ keyType }, i) => certificates.some((c, j) => j < i && c.keyType === keyType));
    if (twice) {
        throw new StartError(`TLS_CERT_FILES names two certificates with keys of the type ${twice.keyType}, and only one of each is served. ` +
            'Name one with an RSA and one with an ECDSA key.');
    }
    return certificates;
}
function readPair(certFile, keyFile) {
    const cert = readPem('TLS_CERT_FILES', certFile);
    const key = readPem('TLS_KEY_FILES', keyFile);
    const leaf = parsed('TLS_CERT_FILES', certFile, 'is no certificate in PEM', () => new X509Certificate(cert));
    const privateKey = parsed('TLS_KEY_FILES', keyFile, 'is no private key in PEM without a passphrase', () => createPrivateKey(key));
    if (!leaf.checkPrivateKey(privateKey)) {
        throw new StartError(`TLS_KEY_FILES: ${keyFile} does not belong to the certificate ${certFile}.`);
    }
    refuseWeak(certFile, privateKey);
    return {
        file: certFile,
        cert,
        key,
        keyType: privateKey.asymmetricKeyType ?? 'unknown',
        validFrom: new Date(leaf.validFrom),
        validTo: new Date(leaf.validTo),
    };
}
function refuseWeak(file, key) {
    const bits = key.asymmetricKeyDetails?.modulusLength;
    if (bits !== undefined && bits < SMALLEST_RSA_BITS) {
        throw new StartError(`TLS_CERT_FILES: ${file} has an RSA key of ${bits} bits. Stations expect 2048 or more.`);
    }
}
function readPem(variable, file) {
    try {
        return readFileSync(file);
    }
    catch (error) {
        throw new StartError(`${variable}: ${file} cannot be read (${error.code}).`, {
            cause: error,
        });
    }
}
function parsed(variable, file, fault, parse) {
    try {
        return parse();
    }
    catch (error) {
        throw new StartError(`${variable}: ${file} ${fault}.`, { cause: error });
    }
}
//# sourceMappingURL=certificate.js.map