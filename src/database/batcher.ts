import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseAway, lostRace, refusesRow } from './database-errors.js';
import type { Backlog, WaitingWork } from './backlog.js';

const RETRIES = 5;
const RETRY_AFTER_MS = 5;
/** Between two attempts to reach a database that is away. */
const AWAY_RETRY_MS = 250;
const EXPIRE_EVERY_MS = 250;
/**
 * After a batch of several, so long is waited for what those who were answered just now say next: batches twice as large
 * cost each message little more than half as much. Without it small batches, one upon the other, take all the CPU that is
 * there, also at half of what TAU can do, and whatever disturbs it then, such as a garbage collection, holds up hundreds.
 */
const GATHER_MS = 4;
const SEVERAL = 2;

export interface BatcherOptions<In> {
  /** Items of one flush. */
  maxItems?: number;
  /** Of one flush in sum; an item that is larger goes alone. */
  maxWeight?: number;
  /** What an item weighs, e.g. its bytes. */
  weigh?: (item: In) => number;
  /** Which items go first where not all that wait fit into a flush; the lowest number is the most urgent. */
  urgency?: (item: In) => number;
  /** Milliseconds that an item is held while the database is away, before it fails. */
  holdMs?: number;
  /** Where it is made known how long something waits. */
  backlog?: Backlog;
}

interface Waiting<In, Out> {
  readonly item: In;
  readonly since: number;
  readonly resolve: (out: Out) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: while one flush is under way the next batch collects, so that batches grow with the load and a single
 * item waits for nobody. One flush at a time: what waits for one commit shares the next, and larger batches cost each
 * item less. `add` resolves when the batch that holds the item has been committed.
 *
 * `run` gets at least one item and answers with one result per item, in their order. It must be atomic, and recognise
 * what it has done before: a commit whose answer was lost is tried again. A batch that is refused because of a row is
 * halved until the row stands alone: it fails, the others pass.
 */
export class Batcher<In, Out> implements WaitingWork {
  private readonly waiting: Waiting<In, Out>[] = [];
  private underWay: readonly Waiting<In, Out>[] = [];
  private busy = false;
  private readonly maxItems: number;
  private readonly maxWeight: number;
  private readonly holdMs: number;

  constructor(
    private readonly run: (items: In[]) => Promise<Out[]>,
    private readonly options: BatcherOptions<In> = {},
  ) {
    this.maxItems = options.maxItems ?? 500;
    this.maxWeight = options.maxWeight ?? Infinity;
    this.holdMs = options.holdMs ?? 0;
    options.backlog?.add(this);
  }

  get waitingSince(): number | undefined {
    // not the first: the most urgent may have overtaken it
    const since = [...this.underWay, ...this.waiting].reduce((oldest, item) => Math.min(oldest, item.since), Infinity);
    return since === Infinity ? undefined : since;
  }

  add(item: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, since: this.now(), resolve, reject });
      if (this.busy) return;
      this.busy = true;
      // what arrives in the same turn of the event loop shares the flush
      setImmediate(() => void this.drain());
    });
  }

  private now(): number {
    return this.options.backlog?.now() ?? performance.now();
  }

  private async drain(): Promise<void> {
    const watch = this.holdMs > 0 ? setInterval(() => this.expire(), EXPIRE_EVERY_MS).unref() : undefined;
    while (this.waiting.length > 0) {
      const batch = this.next();
      this.underWay = batch;
      await this.flush(batch);
      this.underWay = [];
      if (batch.length >= SEVERAL && this.waiting.length < batch.length) await delay(GATHER_MS);
    }
    clearInterval(watch);
    this.busy = false;
  }

  /** Takes what goes next; all that waits, where it fits. */
  private next(): Waiting<In, Out>[] {
    const { waiting } = this;
    const { urgency, weigh } = this.options;
    // stable: among equals the order stays
    if (urgency && waiting.length > this.maxItems) waiting.sort((a, b) => urgency(a.item) - urgency(b.item));
    let count = Math.min(waiting.length, this.maxItems);
    if (weigh) {
      let weight = weigh(waiting[0]!.item);
      for (let i = 1; i < count; i++) {
        weight += weigh(waiting[i]!.item);
        if (weight > this.maxWeight) count = i;
      }
    }
    return waiting.splice(0, count);
  }

  private async flush(batch: Waiting<In, Out>[], tries = 1): Promise<void> {
    try {
      const results = await this.run(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, i) => resolve(results[i]!));
    } catch (error) {
      const mayPass = lostRace(error);
      if (mayPass && tries <= RETRIES) {
        await delay(RETRY_AFTER_MS * tries);
        return this.flush(batch, tries + 1);
      }
      // one that always loses its race must not keep the others from passing
      if (batch.length > 1 && (mayPass || refusesRow(error))) {
        const middle = batch.length >> 1;
        await this.flush(batch.slice(0, middle));
        return this.flush(batch.slice(middle));
      }
      if (isDatabaseAway(error)) return this.hold(batch, error);
      for (const { reject } of batch) reject(error);
    }
  }

  /** Gives up what was held long enough, also while an attempt is under way that nobody answers. */
  private expire(): void {
    const oldest = this.now() - this.holdMs;
    const overdue = ({ since }: Waiting<In, Out>): boolean => since <= oldest;
    const late = [...this.underWay.filter(overdue), ...this.waiting.filter(overdue)];
    if (late.length === 0) return;
    const waiting = this.waiting.filter((item) => !overdue(item));
    this.waiting.splice(0, this.waiting.length, ...waiting);
    // what is under way may yet be done: whoever says it again is recognised
    for (const { reject } of late) reject(new Error('The database did not answer in time'));
  }

  /** Tries again what may be held longer; what arrives meanwhile waits behind it. */
  private async hold(batch: Waiting<In, Out>[], error: unknown): Promise<void> {
    const oldest = this.now() - this.holdMs;
    for (const { since, reject } of batch) if (since <= oldest) reject(error);
    const held = batch.filter(({ since }) => since > oldest);
    if (held.length === 0) return;
    await delay(AWAY_RETRY_MS, undefined, { ref: false });
    return this.flush(held);
  }
}
