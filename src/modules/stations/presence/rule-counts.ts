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
@Injectable()
export class RuleCounts extends WriteBehind {
  private counts = new Map<string, Map<string, number>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock,
  ) {
    super(now, 10_000);
  }

  count(stationUuid: string, rule: string, times = 1): void {
    let rules = this.counts.get(stationUuid);
    if (!rules) this.counts.set(stationUuid, (rules = new Map()));
    rules.set(rule, (rules.get(rule) ?? 0) + times);
  }

  protected async write(): Promise<void> {
    if (this.counts.size === 0) return;
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
    } catch (error) {
      for (const { id, rule, count } of rows) this.count(id, rule, count);
      throw error;
    }
  }
}
