var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { Secrets } from '../../../common/secrets.js';
import { Config } from '../../../config/config.js';
import { Backlog } from '../../../database/backlog.js';
import { Batcher } from '../../../database/batcher.js';
import { query } from '../../../database/statement.js';
import { isPossibleStationId, stationKey } from '../station-id.js';
import { passwordReadings } from '../station-password.js';
import { toRegisteredStation } from '../station-settings.js';
import { FailureLimiter } from './failure-limiter.js';
import { PasswordChecks } from './password-checks.js';
const LOOK_UP = {
    name: 'look-up-knocking-stations',
    text: `
  SELECT id, station_id AS "stationId", station_key AS "stationKey", allowed_versions AS "allowedVersions",
         security_profile AS "securityProfile", password_hash AS "passwordHash", boot_answer AS "bootAnswer",
         registration_status AS "registrationStatus", first_accepted_at AS "firstAcceptedAt", rules
  FROM stations WHERE station_key = ANY($1) AND archived_at IS NULL`,
};
/** Longer than a password check takes, so that the time to a refusal does not tell whether an identity is registered. */
const REFUSAL_MS = 100;
/** Attempts to guess credentials; what is refused for another reason says nothing about them. */
const FAILURES = new Set([
    'unknown-identity',
    'no-credentials',
    'wrong-user',
    'wrong-password',
]);
/**
 * Checks that may wait for one station, a second or two of them, before those who have failed too often are turned away
 * unheard. Everybody else waits: right credentials are not refused because of what others do elsewhere.
 */
const MOST_WAITING = 50;
const refused = (reason) => ({ admitted: false, reason });
/** Decides who a connection belongs to, and whether it may be opened. Closed by default. */
let AdmissionService = class AdmissionService {
    dataSource;
    secrets;
    // a whole site reconnects at once: all that ask in the same moment share one query
    lookups;
    failures;
    slowChecks = new PasswordChecks();
    constructor(dataSource, secrets, backlog, config, clock) {
        this.dataSource = dataSource;
        this.secrets = secrets;
        this.lookups = new Batcher((keys) => this.lookUp(keys), { backlog });
        this.failures = new FailureLimiter(config.ocpp.maxFailedAuthentications, () => clock.monotonic());
    }
    /** Throws only where the database cannot be asked. */
    async admit(knock) {
        const started = performance.now();
        const admission = await this.decide(knock);
        if (admission.admitted)
            return admission;
        await delay(Math.max(0, REFUSAL_MS - (performance.now() - started)));
        if (!FAILURES.has(admission.reason))
            return admission;
        // Only failures are limited. Who knows the password is let in, however often others behind the same address failed.
        return this.failures.fail(knock.remoteAddress, knock.identity) ? refused('too-many-failures') : admission;
    }
    async decide({ identity, credentials, secure, remoteAddress }) {
        const row = isPossibleStationId(identity) ? await this.lookups.add(stationKey(identity)) : undefined;
        if (!row)
            return refused('unknown-identity');
        const station = toRegisteredStation(row);
        if (row.securityProfile === 0)
            return { admitted: true, station };
        // [OCPP 2.0.1 A00.FR.002] the station must come the way that its profile says
        if (row.securityProfile >= 2 && !secure)
            return refused('insecure-transport');
        // profile 3 proves itself by a client certificate, never by a password
        if (!credentials || row.securityProfile >= 3)
            return refused('no-credentials');
        // [OCPP 2.0.1 A00.FR.204] the user is the identity
        if (stationKey(credentials.user.toString('utf8')) !== row.stationKey)
            return refused('wrong-user');
        const { password } = credentials;
        const known = this.isKnownPassword(password, row.passwordHash);
        if (known === undefined && this.mustNotWait(remoteAddress, identity, row.id))
            return refused('too-many-failures');
        const right = known ?? (await this.slowChecks.run(row.id, () => this.isPassword(password, row.passwordHash)));
        return right ? { admitted: true, station } : refused('wrong-password');
    }
    /** What can be told at once of a password: whoever came before is let in whatever waits. */
    isKnownPassword(presented, hash) {
        if (hash === null)
            return false;
        const told = passwordReadings(presented).map((reading) => this.secrets.verifyQuickly(reading, hash));
        return told.includes(true) || (told.includes(undefined) ? undefined : false);
    }
    mustNotWait(remoteAddress, identity, stationUuid) {
        return this.slowChecks.of(stationUuid) >= MOST_WAITING && this.failures.isReached(remoteAddress, identity);
    }
    async isPassword(presented, hash) {
        for (const reading of passwordReadings(presented))
            if (await this.secrets.verify(reading, hash))
                return true;
        return false;
    }
    async lookUp(keys) {
        const rows = await query(this.dataSource, LOOK_UP, [keys]);
        const byKey = new Map(rows.map((row) => [row.stationKey, row]));
        return keys.map((key) => byKey.get(key));
    }
};
AdmissionService = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Secrets,
        Backlog,
        Config,
        Clock])
], AdmissionService);
export { AdmissionService };
//# sourceMappingURL=admission.service.js.map