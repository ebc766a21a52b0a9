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
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { uuidv7 } from '../../../common/uuid.js';
import { stationKey } from '../station-id.js';
import { storable } from '../../../database/storable-text.js';
import { WriteBehind } from '../write-behind.js';
/** Different refusals that are kept between two writes; a flood of made-up identities drops what comes after. */
const MOST_PER_WRITE = 500;
const MOST_ROWS = 10_000;
const LONGEST = 255;
const UPSERT = `
  INSERT INTO refused_identities (id, identity, identity_key, reason, remote_address, count, first_at, last_at)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[],
                       $7::timestamptz[], $8::timestamptz[])
  ON CONFLICT (identity_key, reason, remote_address) DO UPDATE
  SET identity = EXCLUDED.identity, count = refused_identities.count + EXCLUDED.count, last_at = EXCLUDED.last_at`;
const FORGET = `
  DELETE FROM refused_identities
  WHERE id IN (SELECT id FROM refused_identities ORDER BY last_at DESC OFFSET ${MOST_ROWS})`;
/** Keeps who knocked and was not let in, counted per identity, reason and address. */
let RefusedIdentityLog = class RefusedIdentityLog extends WriteBehind {
    dataSource;
    now;
    refusals = new Map();
    /** Refusals that were not kept since the last write, because there were too many different ones. */
    dropped = 0;
    constructor(dataSource, now) {
        super(now, 2000);
        this.dataSource = dataSource;
        this.now = now;
    }
    note({ identity, remoteAddress }, reason) {
        const shown = storable(identity.slice(0, LONGEST));
        const key = [stationKey(shown), reason, remoteAddress].join('\n');
        const at = this.now.now();
        const known = this.refusals.get(key);
        if (known) {
            known.count += 1;
            known.lastAt = at;
        }
        else if (this.refusals.size < MOST_PER_WRITE) {
            this.refusals.set(key, { identity: shown, reason, remoteAddress, count: 1, firstAt: at, lastAt: at });
        }
        else {
            this.dropped += 1;
        }
    }
    async write() {
        if (this.refusals.size === 0)
            return;
        const rows = [...this.refusals.values()];
        this.refusals = new Map();
        if (this.dropped > 0)
            this.logger.warn(`${this.dropped} refused connections of made-up identities were not listed`);
        this.dropped = 0;
        await this.dataSource.query(UPSERT, [
            rows.map(({ firstAt }) => uuidv7(firstAt.getTime())),
            rows.map(({ identity }) => identity),
            rows.map(({ identity }) => stationKey(identity)),
            rows.map(({ reason }) => reason),
            rows.map(({ remoteAddress }) => remoteAddress),
            rows.map(({ count }) => count),
            rows.map(({ firstAt }) => firstAt.toISOString()),
            rows.map(({ lastAt }) => lastAt.toISOString()),
        ]);
        await this.dataSource.query(FORGET);
    }
};
RefusedIdentityLog = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock])
], RefusedIdentityLog);
export { RefusedIdentityLog };
//# sourceMappingURL=refused-identity-log.js.map