import { setTimeout as delay } from 'node:timers/promises';
import { databaseErrorCode, refusesRow } from './database-errors.js';

/** A failure that harms no row: the same batch may be sent again. */
const RETRIED = new Set(['40001', '40P01']);
const RETRIES = 5;
const RETRY_AFTER_MS = 5;
export interface BatcherOptions<In> {
  /** Items of one flush. */
  maxItems?: number;
  /** Flushes that may be under way at once. Items with equal `laneKey` keep their order and never meet in two flushes. */
  lanes?: number;
  /** What belongs together, e.g. the station. */
  laneKey?: (item: In) => string;
}

interface Waiting<In, Out> {
  item: In;
  resolve: (out: Out) => void;
  reject: (error: unknown) => void;
}

const hash = (text: string): number => {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = (h * 31 + text.charCodeAt(i)) | 0;
  return h >>> 0;
};

/**
 * Group commit: while one flush is under way the next batch collects, so that batches grow with the load and a single
 * item waits for nobody. `add` resolves when the batch that holds the item has been committed.
 *
 * `run` gets at least one item and answers with one result per item, in their order; it must be atomic. A batch that
 * is refused because of a row is halved until the row stands alone: it fails, the others pass.
 */
export class Batcher<In, Out> {
  private readonly lanes: { waiting: Waiting<In, Out>[]; busy: boolean }[];
  private readonly maxItems: number;

  constructor(
    private readonly run: (items: In[]) => Promise<Out[]>,
    private readonly options: BatcherOptions<In> = {},
  ) {
    this.maxItems = options.maxItems ?? 500;
    this.lanes = Array.from({ length: options.lanes ?? 1 }, () => ({ waiting: [], busy: false }));
  }

  add(item: In): Promise<Out> {
    const { laneKey } = this.options;
    const lane = this.lanes[laneKey ? hash(laneKey(item)) % this.lanes.length : 0]!;
    return new Promise((resolve, reject) => {
      lane.waiting.push({ item, resolve, reject });
      if (lane.busy) return;
      lane.busy = true;
      // what arrives in the same turn of the event loop shares the flush
      setImmediate(() => void this.drain(lane));
    });
  }

  private async drain(lane: { waiting: Waiting<In, Out>[]; busy: boolean }): Promise<void> {
    while (lane.waiting.length > 0) await this.flush(lane.waiting.splice(0, this.maxItems));
    lane.busy = false;
  }

  private async flush(batch: Waiting<In, Out>[], tries = 1): Promise<void> {
    try {
      const results = await this.run(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, i) => resolve(results[i]!));
    } catch (error) {
      const mayPass = RETRIED.has(databaseErrorCode(error));
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
      for (const { reject } of batch) reject(error);
    }
  }
}
