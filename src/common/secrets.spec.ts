import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Config } from '../config/config.js';
import { readConfig } from '../config/read-config.js';
import { Secrets } from './secrets.js';

const OLD = 'an-old-key-of-thirty-two-characters-or-more';
const NEW = 'a-new-key-of-thirty-two-characters-or-more';
const secretsOf = (secretKey: string | undefined, dataDir = '/nowhere'): Secrets =>
  new Secrets({ ...readConfig({}), secretKey, dataDir } satisfies Config);

describe('Secrets', () => {
  Logger.overrideLogger(false);
  const secrets = secretsOf(OLD);

  it('recognises a random secret, whatever its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1 }), fc.uint8Array({ minLength: 1 }), async (one, other) => {
        const stored = secrets.hashRandomSecret(Buffer.from(one));

        expect(await secrets.verify(Buffer.from(one), stored)).toBe(true);
        expect(await secrets.verify(Buffer.from(other), stored)).toBe(Buffer.compare(one, other) === 0);
      }),
    );
  });

  it('tells without the slow hash what it can', async () => {
    const [random, chosen] = [secrets.hashRandomSecret('s'), await secrets.hashChosenSecret('s')];

    expect(['s', 't'].map((text) => secrets.verifyQuickly(Buffer.from(text), random))).toEqual([true, false]);
    expect(secrets.verifyQuickly(Buffer.from('s'), chosen)).toBeUndefined();
    await secrets.verify(Buffer.from('s'), chosen);
    expect(['s', 't'].map((text) => secrets.verifyQuickly(Buffer.from(text), chosen))).toEqual([true, undefined]);
  });

  it('makes digests that depend on the key, and recognises those of a former one', () => {
    const digest = secrets.digest('4711');

    expect(digest).toEqual(secretsOf(OLD).digest('4711'));
    expect(digest).not.toEqual(secretsOf(NEW).digest('4711'));
    expect(secretsOf(`${NEW},${OLD}`).isDigestOf('4711', digest)).toBe(true);
    expect(secretsOf(NEW).isDigestOf('4711', digest)).toBe(false);
    expect(secrets.isDigestOf('4712', digest)).toBe(false);
  });

  it('recognises a chosen secret, the second time without the slow hash', async () => {
    const stored = await secrets.hashChosenSecret('correct horse battery');

    expect(stored).toMatch(/^argon1\$[\w-]{8}\$\$argon2id\$/);
    expect(await secrets.verify(Buffer.from('correct horse battery'), stored)).toBe(true);
    const started = process.cpuUsage();
    for (let i = 0; i < 100; i++) expect(await secrets.verify(Buffer.from('correct horse battery'), stored)).toBe(true);
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
    expect(await secrets.verify(Buffer.from('wrong horse battery'), stored)).toBe(false);
  });

  it('recognises a chosen secret of bytes that are no text', async () => {
    const stored = await secrets.hashChosenSecret(Buffer.from([0xff, 0x00, 0xfe]));

    expect(await secrets.verify(Buffer.from([0xff, 0x00, 0xfe]), stored)).toBe(true);
    expect(await secrets.verify(Buffer.from([0xff, 0x00, 0xfd]), stored)).toBe(false);
  });

  it('salts: equal secrets have different hashes', async () => {
    expect(secrets.hashRandomSecret('same')).not.toBe(secrets.hashRandomSecret('same'));
    expect(await secrets.hashChosenSecret('same')).not.toBe(await secrets.hashChosenSecret('same'));
  });

  it('lets hashes of the former key live on while it stands behind the new one', async () => {
    const stored = [secrets.hashRandomSecret('word'), await secrets.hashChosenSecret('word')];
    const rotated = secretsOf(`${NEW}, ${OLD}`);

    for (const hash of stored) {
      expect(await rotated.verify(Buffer.from('word'), hash)).toBe(true);
      expect(await secretsOf(NEW).verify(Buffer.from('word'), hash)).toBe(false);
    }
    expect(await secretsOf(NEW).verify(Buffer.from('word'), rotated.hashRandomSecret('word'))).toBe(true);
  });

  it('refuses what is no hash of its own', async () => {
    for (const stored of ['', 'hmac1', 'hmac1$$$', 'plain', secrets.hashRandomSecret('a').replace('hmac1', 'md5')]) {
      expect(await secrets.verify(Buffer.from('a'), stored)).toBe(false);
    }
  });

  it('generates station passwords of at least 112 random bits in 16 to 20 characters', () => {
    const passwords = Array.from({ length: 500 }, () => secrets.generateStationPassword());
    const alphabet = new Set(passwords.join(''));

    expect(passwords.every((password) => /^[A-Za-z0-9]{16,20}$/.test(password))).toBe(true);
    expect(passwords[0]!.length * Math.log2(alphabet.size)).toBeGreaterThanOrEqual(112);
    expect(new Set(passwords).size).toBe(500);
  });

  it('keeps a generated SECRET_KEY in the data folder, readable for its owner alone', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'tau-secrets-'));
    try {
      const stored = secretsOf(undefined, dataDir).hashRandomSecret('word');

      expect(await secretsOf(undefined, dataDir).verify(Buffer.from('word'), stored)).toBe(true);
      expect(statSync(path.join(dataDir, 'secret-key')).mode & 0o777).toBe(0o600);
      expect(readFileSync(path.join(dataDir, 'secret-key'), 'utf8').trim()).toHaveLength(64);
    } finally {
      rmSync(dataDir, { recursive: true });
    }
  });

  describe('seal', () => {
    const plain = Buffer.from('4711');

    it('hides what only its key can open again', () => {
      const sealed = secrets.seal(plain);

      expect(sealed.includes(plain)).toBe(false);
      expect(secrets.seal(plain)).not.toEqual(sealed);
      expect(secrets.open(sealed)).toEqual(plain);
      expect(secretsOf('another key').open(sealed)).toBeUndefined();
    });

    it('can be opened after SECRET_KEY was renewed', () => {
      const sealed = secrets.seal(plain);

      expect(secretsOf(`a new key, ${OLD}`).open(sealed)).toEqual(plain);
    });

    it('is broken by any change', () => {
      const sealed = secrets.seal(plain);
      sealed[sealed.length - 1]! ^= 1;

      expect(() => secrets.open(sealed)).toThrow('unable to authenticate data');
    });
  });
});
