import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { Rounds } from '../../common/rounds.js';
import { Config } from '../../config/config.js';
import { LOCKS } from '../../database/advisory-locks.js';
import { closable, type ClosingLimits } from './closing-rules.js';
import { lastSignOf } from './closing.js';
import { TransactionEdits } from './transaction-edits.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const AT_ONCE = 200;

/**
 * Closes what cannot run any more, each minute, in one process at a time. The end is provisional: at the last meter
 * value, until the transaction's own end comes or the station shows that it goes on.
 */
@Injectable()
export class ClosingRounds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ClosingRounds.name);
  private readonly rounds: Rounds;

  constructor(
    private readonly dataSource: DataSource,
    private readonly edits: TransactionEdits,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.rounds = new Rounds(
      clock,
      MINUTE_MS,
      () => this.close(),
      (error) => this.logger.error(error),
    );
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    this.rounds.stop();
    await this.rounds.settled();
  }

  private async close(): Promise<void> {
    const limits = this.limits();
    let found: number;
    do found = await this.dataSource.transaction((manager) => this.closeSome(manager, limits));
    while (found === AT_ONCE);
  }

  /** @returns how many were closed; what has changed at that moment is left to the next round */
  private async closeSome(manager: EntityManager, limits: ClosingLimits): Promise<number> {
    const [{ mine }] = await manager.query<[{ mine: boolean }]>('SELECT pg_try_advisory_xact_lock($1) AS mine', [
      LOCKS.closingTransactions,
    ]);
    if (!mine) return 0;
    const found = await closable(manager, limits, AT_ONCE);
    const rules = new Map(found.map((each) => [each.id, each]));
    const rows = await this.edits.locked(manager, [...rules.keys()]);
    const closed = rows
      .filter(({ id, revision }) => revision === rules.get(id)!.revision)
      .map((row) => ({ ...row, provisionalEndAt: lastSignOf(row.progress!), closedBy: rules.get(row.id)!.rule }));
    await this.edits.save(manager, closed);
    for (const { id, closedBy } of closed) this.logger.warn(`Transaction ${id} is closed by the rule ${closedBy}`);
    return closed.length;
  }

  private limits(): ClosingLimits {
    const now = this.clock.now();
    const { staleHours, awayHours, availableMinutes } = this.config.transactions;
    const before = (amount: number, unitMs: number): Date | null =>
      amount === 0 ? null : new Date(now.getTime() - amount * unitMs);
    return {
      now,
      stale: before(staleHours, HOUR_MS),
      away: before(awayHours, HOUR_MS),
      available: before(availableMinutes, MINUTE_MS),
    };
  }
}
