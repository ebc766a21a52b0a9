import { Logger } from '@nestjs/common';
import type { Clock } from '../../../common/clock.js';

/** The end of a connection. */
export interface ConnectionEnd {
  readonly stationUuid: string;
  readonly connectedAt: Date;
  /** Undefined where nobody knows whether the connection was ever recorded: then it is told by the time of its opening. */
  readonly epoch: bigint | undefined;
  readonly at: Date;
  readonly reason: string;
}

const RETRY_MS = 1000;
/** A statement whose answer was lost may still be carried out; it has given up by then. */
const UNCERTAIN_MS = 60_000;

/**
 * Ends of connections that could not be written because the database was away. Without them their stations would be
 * shown as connected for ever; so they are tried again, every second and together, until they are written.
 */
export class UnsettledEnds {
  private readonly logger = new Logger(UnsettledEnds.name);
  /** By station: only its latest connection can still be the one that is recorded. */
  private readonly ends = new Map<string, { readonly end: ConnectionEnd; readonly until: number }>();
  private planned = false;

  constructor(
    private readonly write: (ends: ConnectionEnd[]) => Promise<unknown>,
    private readonly clock: Clock,
  ) {}

  add(end: ConnectionEnd): void {
    if (this.ends.size === 0) this.logger.warn('ends of connections cannot be recorded, will try again');
    const now = this.clock.monotonic();
    this.ends.set(end.stationUuid, { end, until: end.epoch === undefined ? now + UNCERTAIN_MS : now });
    this.plan();
  }

  /** A newer connection of the station is recorded. */
  forget(stationUuid: string): void {
    this.ends.delete(stationUuid);
  }

  /** Tries to write all of them; never rejects. */
  async settle(): Promise<void> {
    if (this.ends.size === 0) return;
    const tried = [...this.ends];
    const now = this.clock.monotonic();
    try {
      await this.write(tried.map(([, { end }]) => end));
    } catch {
      return; // the database is still away
    }
    for (const [id, entry] of tried) if (entry.until <= now && this.ends.get(id) === entry) this.ends.delete(id);
  }

  get size(): number {
    return this.ends.size;
  }

  private plan(): void {
    if (this.planned) return;
    this.planned = true;
    this.clock.after(RETRY_MS, () => void this.retry());
  }

  private async retry(): Promise<void> {
    await this.settle();
    this.planned = false;
    if (this.ends.size > 0) this.plan();
  }
}
