import { generateKeyPairSync, randomInt, sign, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** A certificate that signs itself, and its key, both as PEM. */
export interface MadeCertificate {
  readonly cert: string;
  readonly key: string;
}

export interface CertificateWish {
  readonly type: 'rsa' | 'ec';
  readonly rsaBits?: number;
  readonly commonName?: string;
  readonly validFrom?: Date;
  readonly validTo?: Date;
}

/**
 * Makes a self-signed server certificate for localhost and 127.0.0.1 (RFC 5280), since Node reads certificates but
 * writes none.
 */
export function makeCertificate(wish: CertificateWish): MadeCertificate {
  const { commonName = 'localhost', validFrom = new Date(0), validTo = new Date('2049-01-01T00:00:00Z') } = wish;
  const { publicKey, privateKey } = keyPair(wish);
  const name = sequence(set(sequence(oid(2, 5, 4, 3), tagged(0x0c, Buffer.from(commonName)))));
  const toBeSigned = sequence(
    tagged(0xa0, integer(2)), // version 3
    integer(2 ** 30 + randomInt(2 ** 30)),
    SIGNATURE[wish.type],
    name,
    sequence(time(validFrom), time(validTo)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(sequence(oid(2, 5, 29, 17), tagged(0x04, ALTERNATIVE_NAMES)))),
  );
  const der = sequence(toBeSigned, SIGNATURE[wish.type], bits(sign('sha256', toBeSigned, privateKey)));
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

/** Writes `<name>.pem` and `<name>.key`; gives back their paths. */
export function writeCertificate(folder: string, name: string, made: MadeCertificate): { cert: string; key: string } {
  const files = { cert: path.join(folder, `${name}.pem`), key: path.join(folder, `${name}.key`) };
  writeFileSync(files.cert, made.cert);
  writeFileSync(files.key, made.key, { mode: 0o600 });
  return files;
}

function keyPair({ type, rsaBits = 2048 }: CertificateWish): { publicKey: KeyObject; privateKey: KeyObject } {
  return type === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: rsaBits })
    : generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts));
const set = (...parts: Buffer[]): Buffer => tagged(0x31, Buffer.concat(parts));
const bits = (content: Buffer): Buffer => tagged(0x03, Buffer.concat([Buffer.from([0]), content]));

/** One byte or four: below 2^7, or from 2^23 to 2^31. */
function integer(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return tagged(0x02, value < 0x80 ? bytes.subarray(3) : bytes);
}

/** The first two arcs share a byte, longer ones take seven bits a byte. */
function oid(first: number, second: number, ...arcs: number[]): Buffer {
  const bytes = arcs.flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let rest = arc >> 7; rest > 0; rest >>= 7) groups.unshift(0x80 | (rest & 0x7f));
    return groups;
  });
  return tagged(0x06, Buffer.from([first * 40 + second, ...bytes]));
}

/** UTCTime, which holds for the years 1950 to 2049. */
const time = (at: Date): Buffer =>
  tagged(
    0x17,
    Buffer.from(
      `${at
        .toISOString()
        .replaceAll(/[-:T]|\.\d+/g, '')
        .slice(2)}`,
    ),
  );

const NULL = Buffer.from([0x05, 0x00]);
/** Signatures with SHA-256. */
const SIGNATURE = {
  rsa: sequence(oid(1, 2, 840, 113549, 1, 1, 11), NULL),
  ec: sequence(oid(1, 2, 840, 10045, 4, 3, 2)),
};
const ALTERNATIVE_NAMES = sequence(tagged(0x82, Buffer.from('localhost')), tagged(0x87, Buffer.from([127, 0, 0, 1])));
