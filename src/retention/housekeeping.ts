import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Rounds } from '../common/rounds.js';
import { LOCKS } from '../database/advisory-locks.js';
import { DatabaseClock } from './database-clock.js';
import { after, isSteady, jumped, type Moment, type Rhythm } from './moment.js';
import { OldRows } from './old-rows.js';
import { PartitionKeeper } from './partitions/partition-keeper.js';
import { RetentionState } from './retention-state.js';
import { underLock, type Session } from './session.js';

const EVERY_MS = 60 * 60 * 1000;

/**
 * Keeps the data from growing without end: partitions for what is to come, and an end to what is older than it has to
 * be. At the start and each hour, by one process of several, beside the work for stations and never in its way.
 */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Housekeeping.name);
  private readonly rounds: Rounds;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly databaseClock: DatabaseClock,
    private readonly state: RetentionState,
    private readonly partitions: PartitionKeeper,
    private readonly oldRows: OldRows,
  ) {
    this.rounds = new Rounds(
      clock,
      EVERY_MS,
      () => underLock(this.dataSource, LOCKS.housekeeping, (session) => this.work(session)),
      (error) => this.logger.warn(`stopped half-way, goes on within the hour: ${String(error)}`),
    );
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
    void this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.rounds.stop();
    await this.rounds.settled();
  }

  /** Resolves when the run is over, also one that was under way. What it could not do, the next run tries again. */
  run(): Promise<void> {
    return this.rounds.run();
  }

  private async work(session: Session): Promise<void> {
    const moment = await this.present(session);
    await this.partitions.keep(session, moment);
    await this.oldRows.delete(session, this.state, moment);
  }

  private async present(session: Session): Promise<Moment> {
    const process = this.clock.now();
    const database = await this.databaseClock.now(session);
    const noted = await this.state.read<Record<keyof Rhythm, string>>(session, 'clock');
    const known = noted && { ranAt: new Date(noted.ranAt), steadySince: new Date(noted.steadySince) };
    if (known && jumped(known, process)) {
      const from = known.ranAt.toISOString();
      this.logger.warn(`the clock went from ${from} to ${process.toISOString()}: nothing is deleted for a day`);
    }
    const rhythm = after(known, process);
    await this.state.write(session, 'clock', rhythm);
    return { process, database, steady: isSteady(rhythm) };
  }
}
