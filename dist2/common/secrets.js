var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var Secrets_1;
import { Injectable, Logger } from '@nestjs/common';
import { hash as argon2, verify as argon2Verify } from '@node-rs/argon2';
import { createHmac, hkdfSync, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { Config } from '../config/config.js';
import { keptSecret } from './kept-secret.js';
const RANDOM = 'hmac1';
const CHOSEN = 'argon1';
/** Verified passwords that are remembered; 100 bytes each. */
const REMEMBERED = 20_000;
/**
 * 57 letters and digits: no quotes, colons or backslashes that shells, JSON and Basic authentication trip over, and
 * none of 0 O 1 l I that look alike where somebody types them into a station.
 */
const PASSWORD_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
/** 20 is the most that OCPP 1.6 stations hold. 20 * log2(57) = 116.6 bits. */
const PASSWORD_LENGTH = 20;
/**
 * Hashes secrets so that they can be checked but not read back. Hashes depend on SECRET_KEY: a stolen database alone
 * does not let anybody guess passwords. Each hash names its key; several keys in SECRET_KEY (the newest first) let
 * old hashes live on.
 */
let Secrets = Secrets_1 = class Secrets {
    logger = new Logger(Secrets_1.name);
    keys;
    missingKeys = new Set();
    /** HMACs, by a key of this process, of what argon2 has found right: thousands of stations reconnect at once. */
    verified = new Set();
    processKey = randomBytes(32);
    constructor(config) {
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
    hashRandomSecret(secret) {
        const salt = randomBytes(16);
        return [RANDOM, this.keys[0].id, salt.toString('base64url'), mac(this.keys[0], salt, secret)].join('$');
    }
    /**
     * For secrets that a person chose. Takes some 30 ms of CPU on purpose.
     * @returns `argon1$<key id>$<argon2id in PHC form>`
     */
    async hashChosenSecret(secret) {
        const { id, bytes } = this.keys[0];
        const hash = await argon2(textOf(secret), { memoryCost: 19_456, timeCost: 2, parallelism: 1, secret: bytes });
        return [CHOSEN, id, hash].join('$');
    }
    /** Whether `secret` is the one that was hashed. False, and a warning in the log, if its key is not at hand. */
    async verify(secret, stored) {
        return this.verifyQuickly(secret, stored) ?? this.verifyChosen(secret, stored);
    }
    /** As `verify`, without the slow hash; undefined where only that can tell. */
    verifyQuickly(secret, stored) {
        const [scheme, keyId = '', ...rest] = stored.split('$');
        if (scheme !== RANDOM && scheme !== CHOSEN)
            return false;
        const key = this.keys.find(({ id }) => id === keyId);
        if (!key)
            return this.warnOfMissingKey(keyId);
        if (scheme === CHOSEN)
            return this.verified.has(this.rememberedAs(secret, stored)) || undefined;
        const [salt = '', expected = ''] = rest;
        return equal(mac(key, Buffer.from(salt, 'base64url'), secret), expected);
    }
    /** For a text that has to be recognised and not read back: 32 bytes, the same for the same text. */
    digest(text) {
        return digestBy(this.keys[0], text);
    }
    /** Whether a digest was made of this text, under the present key or a former one that is still at hand. */
    isDigestOf(text, digest) {
        return this.keys.some((key) => digestBy(key, text).equals(digest));
    }
    /** A password for a station: 116 random bits in 20 printable characters. */
    generateStationPassword() {
        const pick = () => PASSWORD_ALPHABET[randomInt(PASSWORD_ALPHABET.length)];
        return Array.from({ length: PASSWORD_LENGTH }, pick).join('');
    }
    async verifyChosen(secret, stored) {
        const [, keyId, ...phc] = stored.split('$');
        const key = this.keys.find(({ id }) => id === keyId);
        if (!(await argon2Verify(phc.join('$'), textOf(secret), { secret: key.bytes })))
            return false;
        if (this.verified.size >= REMEMBERED)
            this.verified.delete(this.verified.values().next().value);
        this.verified.add(this.rememberedAs(secret, stored));
        return true;
    }
    rememberedAs(secret, stored) {
        return createHmac('sha256', this.processKey).update(stored).update('\0').update(secret).digest('base64');
    }
    warnOfMissingKey(keyId) {
        if (!this.missingKeys.has(keyId) && this.missingKeys.size < 100) {
            this.missingKeys.add(keyId);
            this.logger.warn(`Passwords that were hashed with the key "${keyId}" cannot be checked: the present SECRET_KEY is another one. ` +
                `Restore it from the backup, or put it behind the new one, separated by a comma.`);
        }
        return false;
    }
};
Secrets = Secrets_1 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Config])
], Secrets);
export { Secrets };
const derive = (text) => ({
    id: Buffer.from(hkdfSync('sha256', text, '', 'tau key id', 6)).toString('base64url'),
    bytes: Buffer.from(hkdfSync('sha256', text, '', 'tau password hashes', 32)),
    digests: Buffer.from(hkdfSync('sha256', text, '', 'tau digests', 32)),
});
const digestBy = (key, text) => createHmac('sha256', key.digests).update(text).digest();
/** The argon2 package refuses bytes that are no UTF-8, which the passwords of OCPP 1.6 stations seldom are. */
const textOf = (secret) => Buffer.from(secret).toString('base64');
const mac = (key, salt, secret) => createHmac('sha256', key.bytes).update(salt).update(secret).digest('base64url');
const equal = (a, b) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
//# sourceMappingURL=secrets.js.map