import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Shutdown } from '../common/shutdown.js';

/** A database that was away for less leaves the process ready: a balancer must not cut healthy sockets for it. */
const GRACE_MS = 30_000;
const PING_TIMEOUT_MS = 2000;

export interface Readiness {
  readonly ready: boolean;
  /** In words, when something is wrong; there may be something wrong with a process that is ready. */
  readonly reason?: string;
}

/** Whether this process should get traffic. */
@Injectable()
export class HealthService {
  private answeredAt: number | undefined;
  private ping: Promise<boolean> | undefined;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly shutdown: Shutdown,
  ) {}

  async readiness(): Promise<Readiness> {
    if (this.shutdown.begun) return { ready: false, reason: 'stopping' };
    // however many ask, one question at a time is put to the database
    this.ping ??= this.databaseAnswers().finally(() => (this.ping = undefined));
    if (await this.ping) {
      this.answeredAt = this.clock.monotonic();
      return { ready: true };
    }
    const silentMs = this.answeredAt === undefined ? Infinity : this.clock.monotonic() - this.answeredAt;
    return { ready: silentMs < GRACE_MS, reason: 'the database does not answer' };
  }

  private async databaseAnswers(): Promise<boolean> {
    const timeout = new Promise<boolean>((resolve) => this.clock.after(PING_TIMEOUT_MS, () => resolve(false)));
    const answer = this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return Promise.race([answer, timeout]);
  }
}
