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
import { WriteBehind } from '../write-behind.js';
import { ClockDifferences } from './clock-difference.js';
// A row that somebody is just changing is left for the next turn: nothing waits for a pulse, and it never deadlocks.
const UPDATE = `
  WITH seen AS (
    SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::bigint[]) AS t(id, at, difference)
  ), free AS (
    SELECT id FROM stations WHERE id = ANY($1::uuid[]) FOR NO KEY UPDATE SKIP LOCKED
  ), written AS (
    UPDATE stations s
    SET last_seen_at = greatest(s.last_seen_at, seen.at),
        clock_difference_ms = coalesce(seen.difference, s.clock_difference_ms)
    FROM seen JOIN free USING (id)
    WHERE s.id = seen.id
    RETURNING s.id
  )
  SELECT id FROM written`;
/** When each station was last heard, and how far its clock is off; written every ten seconds for all together. */
let StationPulse = class StationPulse extends WriteBehind {
    dataSource;
    seenAt = new Map();
    differences = new Map();
    clocks = new ClockDifferences();
    constructor(dataSource, clock) {
        super(clock, 10_000);
        this.dataSource = dataSource;
    }
    /** Called for every frame. */
    seen(stationUuid, at) {
        this.seenAt.set(stationUuid, at);
    }
    /** What is known and not yet written. */
    lastSeen(stationUuid) {
        return this.seenAt.get(stationUuid);
    }
    /** A message of a live connection carried the station's present time. */
    observeClock(stationUuid, stationTime, receivedAt) {
        const difference = this.clocks.observe(stationUuid, stationTime, receivedAt);
        if (difference === undefined)
            return;
        this.differences.set(stationUuid, difference);
        if (!this.seenAt.has(stationUuid))
            this.seenAt.set(stationUuid, receivedAt);
    }
    /** The station was told the time. */
    clockWasSet(stationUuid) {
        this.clocks.forget(stationUuid);
    }
    async write() {
        if (this.seenAt.size === 0)
            return;
        const { seenAt, differences } = this;
        this.seenAt = new Map();
        this.differences = new Map();
        const ids = [...seenAt.keys()].sort();
        try {
            const rows = await this.dataSource.query(UPDATE, [
                ids,
                ids.map((id) => seenAt.get(id).toISOString()),
                ids.map((id) => differences.get(id) ?? null),
            ]);
            for (const { id } of rows) {
                seenAt.delete(id);
                differences.delete(id);
            }
        }
        finally {
            this.keepForNextTurn(seenAt, differences);
        }
    }
    /** What was noted meanwhile is newer and stays. */
    keepForNextTurn(seenAt, differences) {
        for (const [id, at] of seenAt)
            if (!this.seenAt.has(id))
                this.seenAt.set(id, at);
        for (const [id, difference] of differences) {
            if (!this.differences.has(id))
                this.differences.set(id, difference);
        }
    }
};
StationPulse = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock])
], StationPulse);
export { StationPulse };
//# sourceMappingURL=station-pulse.js.map