import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, type Timer } from '../../../common/clock.js';
import { lostRace, refusesRow } from '../../../database/database-errors.js';
import { query } from '../../../database/statement.js';
import { MessageLog, type Exchange, type OcppVersion } from '../../../ocpp/index.js';
import { WriteBehind } from '../write-behind.js';
import { INSERT_EXCHANGES, toParameters, type LoggedExchange } from './exchange-rows.js';
import { HeartbeatCounts } from './heartbeat-counts.js';

/** Short, so that what waits dies young: what lives for long makes the garbage collector visit the whole heap. */
const WRITE_AFTER_MS = 100;
/** Heartbeats of a minute that is over are written then at the latest. */
const LOOK_EVERY_MS = 10_000;
const MOST_WAITING = 20_000;
const MOST_WAITING_BYTES = 64 << 20;
const MOST_PER_INSERT = 500;
const MOST_BYTES_PER_INSERT = 4 << 20;

const sizeOf = ({ request, response }: Exchange): number => (request?.length ?? 0) + (response?.length ?? 0);

/**
 * The log of raw messages: collected, and written a moment later in one statement. Best effort: what comes while
 * too much waits, and what the process takes with it when it is killed, is not in the log.
 */
@Injectable()
export class MessageLogWriter extends WriteBehind implements MessageLog {
  private waiting: LoggedExchange[] = [];
  private waitingBytes = 0;
  private readonly heartbeats = new HeartbeatCounts();
  private dropped = 0;
  private soon: Timer | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock,
  ) {
    super(now, LOOK_EVERY_MS);
  }

  record(exchange: Exchange): void {
    this.keep(exchange);
  }

  heartbeat(stationUuid: string, version: OcppVersion, at: Date): void {
    const minute = this.heartbeats.add(stationUuid, version, at);
    if (minute) this.keep(minute);
  }

  override async beforeApplicationShutdown(): Promise<void> {
    for (const minute of this.heartbeats.takeBefore(new Date(8.64e15))) this.keep(minute);
    this.soon?.cancel();
    await super.beforeApplicationShutdown();
  }

  private keep(exchange: LoggedExchange): void {
    const size = sizeOf(exchange);
    if (this.waiting.length >= MOST_WAITING || this.waitingBytes + size > MOST_WAITING_BYTES) {
      this.dropped += 1;
      return;
    }
    this.waiting.push(exchange);
    this.waitingBytes += size;
    if (this.waiting.length === MOST_PER_INSERT) void this.flushed();
    else this.writeSoon();
  }

  /** Nothing wakes up for an empty log. */
  private writeSoon(): void {
    this.soon ??= this.now.after(WRITE_AFTER_MS, () => {
      this.soon = undefined;
      void this.flushed().then(() => this.waiting.length > 0 && this.writeSoon());
    });
  }

  protected async write(): Promise<void> {
    for (const minute of this.heartbeats.takeBefore(this.now.now())) this.keep(minute);
    if (this.dropped > 0) this.logger.warn(`${this.dropped} messages are missing from the log, it was too busy`);
    this.dropped = 0;
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, this.batchLength());
      await this.insert(batch);
      this.waiting = this.waiting.slice(batch.length);
      this.waitingBytes -= batch.reduce((sum, exchange) => sum + sizeOf(exchange), 0);
    }
  }

  private async insert(batch: LoggedExchange[]): Promise<void> {
    try {
      await query(this.dataSource, INSERT_EXCHANGES, toParameters(batch));
    } catch (error) {
      if (lostRace(error) || !refusesRow(error)) throw error;
      // kept for another try it would hold up all that follow
      this.logger.error(`${batch.length} messages are missing from the log, they were refused: ${String(error)}`);
    }
  }

  private batchLength(): number {
    let length = 0;
    for (let bytes = 0; length < Math.min(this.waiting.length, MOST_PER_INSERT); length++) {
      bytes += sizeOf(this.waiting[length]!);
      if (bytes > MOST_BYTES_PER_INSERT && length > 0) break;
    }
    return length;
  }
}
