import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { uuidv7 } from '../../../common/uuid.js';
import type { Knock, RefusalReason } from '../../../ocpp/index.js';
import { lostRace, refusesRow } from '../../../database/database-errors.js';
import { storable } from '../../../database/storable-text.js';
import { stationKey } from '../station-id.js';
import { WriteBehind } from '../write-behind.js';

interface Refusal {
  identity: string;
  reason: RefusalReason;
  remoteAddress: string;
  count: number;
  firstAt: Date;
  lastAt: Date;
}

/** Different refusals that are kept until they are written; a flood of made-up identities drops what comes after. */
const MOST_PER_WRITE = 500;
const MOST_ROWS = 10_000;
const LONGEST = 255;

const UPSERT = `
  INSERT INTO refused_identities (id, identity, identity_key, reason, remote_address, count, first_at, last_at)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[],
                       $7::timestamptz[], $8::timestamptz[])
  ON CONFLICT (identity_key, reason, remote_address) DO UPDATE
  SET identity = EXCLUDED.identity, count = refused_identities.count + EXCLUDED.count,
    last_at = GREATEST(refused_identities.last_at, EXCLUDED.last_at)`;

const FORGET = `
  DELETE FROM refused_identities
  WHERE id IN (SELECT id FROM refused_identities ORDER BY last_at DESC OFFSET ${MOST_ROWS})`;

/** Keeps who knocked and was not let in, counted per identity, reason and address. */
@Injectable()
export class RefusedIdentityLog extends WriteBehind {
  private refusals = new Map<string, Refusal>();
  /** Refusals that were not kept since the last write, because there were too many different ones. */
  private dropped = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock,
  ) {
    super(now, 2000);
  }

  note({ identity, remoteAddress }: Pick<Knock, 'identity' | 'remoteAddress'>, reason: RefusalReason): void {
    const at = this.now.now();
    const shown = storable(identity.slice(0, LONGEST));
    this.add({ identity: shown, reason, remoteAddress, count: 1, firstAt: at, lastAt: at });
  }

  protected async write(): Promise<void> {
    if (this.refusals.size === 0) return;
    const batch = this.refusals;
    this.refusals = new Map();
    if (this.dropped > 0) this.logger.warn(`${this.dropped} refused connections of made-up identities were not listed`);
    this.dropped = 0;
    try {
      await this.insert([...batch.values()]);
    } catch (error) {
      // kept for another try it would hold up all that follow
      if (refusesRow(error) && !lostRace(error)) {
        this.logger.error(`${batch.size} refused identities are not listed, they were refused: ${String(error)}`);
        return;
      }
      this.keep(batch);
      throw error;
    }
    // of its own: where this fails, the batch is written all the same
    await this.dataSource.query(FORGET);
  }

  private add(refusal: Refusal): void {
    const { identity, reason, remoteAddress, count, lastAt } = refusal;
    const key = [stationKey(identity), reason, remoteAddress].join('\n');
    const known = this.refusals.get(key);
    if (known) Object.assign(known, { identity, count: known.count + count, lastAt });
    else if (this.refusals.size < MOST_PER_WRITE) this.refusals.set(key, refusal);
    else this.dropped += count;
  }

  /**
   * What could not be written goes before what came meanwhile. Where it was written and only the answer of the database
   * was lost, it counts twice: rather that than nobody listed.
   */
  private keep(batch: Map<string, Refusal>): void {
    const meanwhile = this.refusals;
    this.refusals = batch;
    for (const refusal of meanwhile.values()) this.add(refusal);
  }

  private async insert(rows: readonly Refusal[]): Promise<void> {
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
  }
}
