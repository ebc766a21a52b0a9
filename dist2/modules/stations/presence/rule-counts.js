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
const UPSERT = `
  INSERT INTO station_rule_counts (station_id, rule, count, last_at)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::timestamptz[])
  ON CONFLICT (station_id, rule) DO UPDATE
  SET count = station_rule_counts.count + EXCLUDED.count, last_at = EXCLUDED.last_at`;
/** Counts how often each station needed each leniency rule. */
let RuleCounts = class RuleCounts extends WriteBehind {
    dataSource;
    now;
    counts = new Map();
    constructor(dataSource, now) {
        super(now, 10_000);
        this.dataSource = dataSource;
        this.now = now;
    }
    count(stationUuid, rule, times = 1) {
        let rules = this.counts.get(stationUuid);
        if (!rules)
            this.counts.set(stationUuid, (rules = new Map()));
        rules.set(rule, (rules.get(rule) ?? 0) + times);
    }
    async write() {
        if (this.counts.size === 0)
            return;
        const rows = [...this.counts].flatMap(([id, rules]) => [...rules].map(([rule, count]) => ({ id, rule, count })));
        this.counts = new Map();
        const at = this.now.now().toISOString();
        try {
            await this.dataSource.query(UPSERT, [
                rows.map(({ id }) => id),
                rows.map(({ rule }) => rule),
                rows.map(({ count }) => count),
                rows.map(() => at),
            ]);
        }
        catch (error) {
            for (const { id, rule, count } of rows)
                this.count(id, rule, count);
            throw error;
        }
    }
};
RuleCounts = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock])
], RuleCounts);
export { RuleCounts };
//# sourceMappingURL=rule-counts.js.map