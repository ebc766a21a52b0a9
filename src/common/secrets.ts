import { Injectable, Logger } from '@nestjs/common';
import { hash as argon2, verify as argon2Verify } from '@node-rs/argon2';
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from 'node:crypto';
import { Config } from '../config/config.js';
import { keptSecret } from './kept-secret.js';

const RANDOM = 'hmac1';
const CHOSEN = 'argon1';
/** How what is sealed begins: 8 characters that name its key, then 12 bytes of nonce and 16 that prove it unchanged. */
const KEY_ID_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Verified passwords that are remembered; 100 bytes each. */
const REMEMBERED = 20_000;

/**
 * 57 letters and digits: no quotes, colons or backslashes that shells, JSON and Basic authentication trip over, and
 * none of 0 O 1 l I that look alike where somebody types them into a station.
 */
const PASSWORD_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
/** 20 is the most that OCPP 1.6 stations hold. 20 * log2(57) = 116.6 bits. */
const PASSWORD_LENGTH = 20;

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
  /** For `digest`: no digest is ever a hash of a password. */
  readonly digests: Buffer;
  /** For `seal`. */
  readonly sealing: Buffer;
}

/**
 * Hashes secrets so that they can be checked but not read back, and seals what has to be read back later. Both depend
 * on SECRET_KEY: a stolen database alone lets nobody guess or read them. Each names its key; several keys in SECRET_KEY
 * (the newest first) let what is old live on.
 */
@Injectable()
export class Secrets {
  private readonly logger = new Logger(Secrets.name);
  private readonly keys: readonly Key[];
  private readonly missingKeys = new Set<string>();
  /** HMACs, by a key of this process, of what argon2 has found right: thousands of stations reconnect at once. */
  private readonly verified = new Set<string>();
  private readonly processKey = randomBytes(32);

  constructor(config: Config) {
    const text = config.secretKey ?? keptSecret(config.dataDir, 'secret-key', () => randomBytes(32).toString('hex'));
    this.keys = text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(derive);
  }

  /**
   * For secrets of 112 random bits or more, which need no slow hash.
   * @returns `hmac1$<key id>$<salt>$<mac>`
   */
  hashRandomSecret(secret: Buffer | string): string {
    const salt = randomBytes(16);
    return [RANDOM, this.keys[0]!.id, salt.toString('base64url'), mac(this.keys[0]!, salt, secret)].join('$');
  }

  /**
   * For secrets that a person chose. Takes some 30 ms of CPU on purpose.
   * @returns `argon1$<key id>$<argon2id in PHC form>`
   */
  async hashChosenSecret(secret: Buffer | string): Promise<string> {
    const { id, bytes } = this.keys[0]!;
    const hash = await argon2(textOf(secret), { memoryCost: 19_456, timeCost: 2, parallelism: 1, secret: bytes });
    return [CHOSEN, id, hash].join('$');
  }

  /** Whether `secret` is the one that was hashed. False, and a warning in the log, if its key is not at hand. */
  async verify(secret: Buffer, stored: string): Promise<boolean> {
    return this.verifyQuickly(secret, stored) ?? this.verifyChosen(secret, stored);
  }

  /** As `verify`, without the slow hash; undefined where only that can tell. */
  verifyQuickly(secret: Buffer, stored: string): boolean | undefined {
    const [scheme, keyId = '', ...rest] = stored.split('$');
    if (scheme !== RANDOM && scheme !== CHOSEN) return false;
    const key = this.keys.find(({ id }) => id === keyId);
    if (!key) return this.warnOfMissingKey(keyId);
    if (scheme === CHOSEN) return this.verified.has(this.rememberedAs(secret, stored)) || undefined;
    const [salt = '', expected = ''] = rest;
    return equal(mac(key, Buffer.from(salt, 'base64url'), secret), expected);
  }

  /** For a text that has to be recognised and not read back: 32 bytes, the same for the same text. */
  digest(text: string): Buffer {
    return digestBy(this.keys[0]!, text);
  }

  /** The digests of a text under the present key and the former ones that are still at hand, the newest first. */
  digestsOf(text: string): Buffer[] {
    return this.keys.map((key) => digestBy(key, text));
  }

  /** Whether a digest was made of this text, under the present key or a former one that is still at hand. */
  isDigestOf(text: string, digest: Buffer): boolean {
    return this.keys.some((key) => digestBy(key, text).equals(digest));
  }

  /** Encrypts what has to be read back, by AES-256-GCM. */
  seal(plain: Uint8Array): Buffer {
    const { id, sealing } = this.keys[0]!;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
    const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.from(id, 'latin1'), nonce, cipher.getAuthTag(), hidden]);
  }

  /** What was sealed; undefined, and a warning in the log, if its key is not at hand. Throws where it was changed. */
  open(sealed: Buffer): Buffer | undefined {
    const keyId = sealed.toString('latin1', 0, KEY_ID_BYTES);
    const key = this.keys.find(({ id }) => id === keyId);
    if (!key) {
      this.warnOfMissingKey(keyId);
      return undefined;
    }
    const [tagAt, hiddenAt] = [KEY_ID_BYTES + NONCE_BYTES, KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES];
    const decipher = createDecipheriv('aes-256-gcm', key.sealing, sealed.subarray(KEY_ID_BYTES, tagAt));
    decipher.setAuthTag(sealed.subarray(tagAt, hiddenAt));
    return Buffer.concat([decipher.update(sealed.subarray(hiddenAt)), decipher.final()]);
  }

  /** A password for a station: 116 random bits in 20 printable characters. */
  generateStationPassword(): string {
    const pick = (): string => PASSWORD_ALPHABET[randomInt(PASSWORD_ALPHABET.length)]!;
    return Array.from({ length: PASSWORD_LENGTH }, pick).join('');
  }

  private async verifyChosen(secret: Buffer, stored: string): Promise<boolean> {
    const [, keyId, ...phc] = stored.split('$');
    const key = this.keys.find(({ id }) => id === keyId)!;
    if (!(await argon2Verify(phc.join('$'), textOf(secret), { secret: key.bytes }))) return false;
    if (this.verified.size >= REMEMBERED) this.verified.delete(this.verified.values().next().value!);
    this.verified.add(this.rememberedAs(secret, stored));
    return true;
  }

  private rememberedAs(secret: Buffer, stored: string): string {
    return createHmac('sha256', this.processKey).update(stored).update('\0').update(secret).digest('base64');
  }

  private warnOfMissingKey(keyId: string): false {
    if (!this.missingKeys.has(keyId) && this.missingKeys.size < 100) {
      this.missingKeys.add(keyId);
      this.logger.warn(
        `What was hashed or sealed with the key "${keyId}" cannot be checked or read: the present SECRET_KEY is another one. ` +
          `Restore it from the backup, or put it behind the new one, separated by a comma.`,
      );
    }
    return false;
  }
}

const derive = (text: string): Key => ({
  id: Buffer.from(hkdfSync('sha256', text, '', 'tau key id', 6)).toString('base64url'),
  bytes: Buffer.from(hkdfSync('sha256', text, '', 'tau password hashes', 32)),
  digests: Buffer.from(hkdfSync('sha256', text, '', 'tau digests', 32)),
  sealing: Buffer.from(hkdfSync('sha256', text, '', 'tau sealing', 32)),
});

const digestBy = (key: Key, text: string): Buffer => createHmac('sha256', key.digests).update(text).digest();

/** The argon2 package refuses bytes that are no UTF-8, which the passwords of OCPP 1.6 stations seldom are. */
const textOf = (secret: Buffer | string): string => Buffer.from(secret as Buffer).toString('base64');

const mac = (key: Key, salt: Buffer, secret: Buffer | string): string =>
  createHmac('sha256', key.bytes).update(salt).update(secret).digest('base64url');

const equal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
