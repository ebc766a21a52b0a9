import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, type Timer } from '../../common/clock.js';
import type { ErasureCounts, ErasurePosition } from '../entities/id-token-erasure.entity.js';
import { withSession, type Session } from '../session.js';
import { eraseFrom } from './stored-frames.js';
import { eraseFromCorrected, eraseFromTransactions } from './stored-transactions.js';

/** Between two steps, so that the work for stations always comes through. */
const PAUSE_MS = 25;
/** What another process left behind, or a step that failed, is taken up again. */
const LOOK_EVERY_MS = 60_000;

interface Open {
  readonly id: string;
  readonly value: string;
  readonly type: string;
  readonly pseudonym: string;
  readonly counts: ErasureCounts;
  readonly position: ErasurePosition | null;
}

// whoever has the row does the step: of several processes one at a time
const NEXT = `
  SELECT id, value, type, pseudonym, counts, position FROM id_token_erasures WHERE state <> 'done'
  ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`;

const NOTE = `
  UPDATE id_token_erasures
  SET state = $2, counts = $3, position = $4, started_at = coalesce(started_at, $5), finished_at = $6,
      value = CASE WHEN $2 = 'done' THEN NULL ELSE value END
  WHERE id = $1`;

/**
 * Carries out erasures in small steps. Each step commits what it changed together with how far it came, so a process that
 * dies loses nothing and counts nothing twice.
 */
@Injectable()
export class Eraser implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Eraser.name);
  private timer: Timer | undefined;
  private pause: Timer | undefined;
  private current: Promise<void> | undefined;
  /** Somebody called while a step was under way, which may have missed what he meant. */
  private asked = false;
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = this.clock.every(LOOK_EVERY_MS, () => this.wake());
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.timer?.cancel();
    this.pause?.cancel();
    await this.current;
  }

  /** There may be something to do. */
  wake(): void {
    if (this.stopped) return;
    this.asked = true;
    this.current ??= this.goOn().finally(() => (this.current = undefined));
  }

  private async goOn(): Promise<void> {
    this.asked = false;
    const more = await this.step().catch((error: unknown) => {
      this.logger.warn(`a step of an erasure failed, it is tried again within a minute: ${String(error)}`);
      return false;
    });
    if ((more || this.asked) && !this.stopped) this.pause = this.clock.after(PAUSE_MS, () => this.wake());
  }

  /** @returns whether there may be more to do */
  private step(): Promise<boolean> {
    return withSession(this.dataSource, (session) =>
      session.transaction(async () => {
        const [open] = await session.rows<Open>(NEXT);
        if (!open) return false;
        const now = this.clock.now();
        const { counts, next } = await advance(session, open, now);
        const state = next ? 'running' : 'done';
        const noted = [JSON.stringify(counts), next ? JSON.stringify(next) : null, now, next ? null : now];
        await session.change(NOTE, [open.id, state, ...noted]);
        if (!next) this.logger.log(`erasure ${open.id} is done: ${JSON.stringify(counts)}`);
        return true;
      }),
    );
  }
}

const TRANSACTIONS: ErasurePosition = { relation: 'transactions', page: 0 };

/** The transactions first, by their index; then whatever holds frames. */
async function advance(
  session: Session,
  { position, counts, ...token }: Open,
  now: Date,
): Promise<{ counts: ErasureCounts; next: ErasurePosition | undefined }> {
  const isWalking = position !== null && position.relation !== TRANSACTIONS.relation;
  let { transactions } = counts;
  if (!isWalking) {
    const erased = await eraseFromTransactions(session, token, now);
    transactions += erased > 0 ? erased : await eraseFromCorrected(session, token, now);
    if (erased > 0) return { counts: { ...counts, transactions }, next: TRANSACTIONS };
  }
  const { next, counted, changed } = await eraseFrom(session, token, isWalking ? position : undefined);
  return { counts: { ...counts, transactions, [counted]: (counts[counted] ?? 0) + changed }, next };
}
