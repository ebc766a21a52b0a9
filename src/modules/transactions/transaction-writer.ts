import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { Batcher } from '../../database/batcher.js';
import { run } from '../../database/statement.js';
import { Batch, type Stored } from './transaction-batch.js';
import { TransactionIds } from './transaction-ids.js';
import { TransactionReader } from './transaction-reader.js';
import type { TransactionMessage } from './transaction-message.js';
import {
  changedValues,
  EVENT,
  INSERT_EVENTS,
  INSERT_SAMPLES,
  INSERT_TRANSACTIONS,
  newValues,
  SAMPLE,
  UPDATE_TRANSACTIONS,
  written,
  type OpenRow,
  type PlacedMessage,
  type WrittenRow,
} from './transaction-rows.js';

/** Another process made the same transaction meanwhile: the batch is worked out anew. */
class RaceError extends Error {
  readonly code = '40001';
}

/**
 * Stores messages of transactions together with the transactions that follow from them, many in one commit. The
 * messages of one station keep their order. A message is stored once, however often it arrives.
 */
@Injectable()
export class TransactionWriter {
  // one lane: what waits for a commit shares the next one, and larger batches cost less for each message
  private readonly batcher: Batcher<TransactionMessage, Stored>;

  constructor(
    dataSource: DataSource,
    private readonly reader: TransactionReader,
    private readonly ids: TransactionIds,
    private readonly clock: Clock,
  ) {
    this.batcher = new Batcher((messages) => dataSource.transaction((manager) => this.store(manager, messages)));
  }

  /** Resolves when the message is committed. */
  add(message: TransactionMessage): Promise<Stored> {
    return this.batcher.add(message);
  }

  private async store(manager: EntityManager, messages: TransactionMessage[]): Promise<Stored[]> {
    const batch = await this.placed(manager, messages);
    const stored: PlacedMessage[] = [];
    for (let waiting = batch.waiting; waiting.length > 0; waiting = batch.waiting) {
      const rows = await run<{ id: string }>(manager, INSERT_EVENTS, EVENT.values(waiting));
      stored.push(...batch.apply(new Set(rows.map(({ id }) => id))));
      const repeated = batch.waiting.map(({ message, naturalKey }) => [message.stationUuid, naturalKey] as const);
      if (repeated.length > 0) batch.recognise(await this.reader.stored(manager, repeated));
    }
    await this.write(manager, batch, stored);
    return batch.results();
  }

  private async placed(manager: EntityManager, messages: TransactionMessage[]): Promise<Batch> {
    const batch = new Batch(await this.reader.named(manager, messages));
    const loose = messages.filter((m) => batch.isLoose(m));
    const lost = messages.filter((m) => batch.isLostStop(m));
    batch.openHere = await this.reader.openOnEvses(manager, loose);
    batch.openOf = await this.reader.openOfTokens(manager, lost);
    const starts = messages.filter((m) => m.step === 'started' && m.ocppTransactionId === undefined);
    const ids = await this.ids.take(manager, starts.length);
    for (const message of messages) batch.place(message, () => String(ids.shift()!));
    return batch;
  }

  private async write(manager: EntityManager, batch: Batch, stored: PlacedMessage[]): Promise<void> {
    // not before anything that is committed already, or who asks for what changed since would miss it
    const now = this.clock.now();
    const touched = [...batch.touched].sort((a, b) => (a.id < b.id ? -1 : 1));
    const rows = touched.map((row) => written({ ...row, updatedAt: later(row.updatedAt, now) }));
    const added = rows.filter(({ isNew }) => isNew);
    const changed = rows.filter(({ isNew }) => !isNew);
    if (added.length > 0) await run(manager, INSERT_TRANSACTIONS, newValues(added)).catch(orRace);
    if (changed.length > 0) await run(manager, UPDATE_TRANSACTIONS, changedValues(changed));
    const samples = stored.flatMap((placed) =>
      placed.message.samples.map((sample, position) => ({ placed, position, sample })),
    );
    if (samples.length > 0) await run(manager, INSERT_SAMPLES, SAMPLE.values(samples));
    const onEvse = rows.filter((row) => row.columns.evse_id !== null && batch.moved.has(row.id));
    if (onEvse.length > 0) await this.endEarlier(manager, onEvse, now);
  }

  /**
   * A transaction that still seems to run although a later one began on its EVSE has ended somehow: its end was lost or
   * is late. It is ended provisionally; its own end, when it comes, counts instead.
   */
  private async endEarlier(manager: EntityManager, onEvse: readonly WrittenRow[], now: Date): Promise<void> {
    const overtaken = await this.reader.overtaken(
      manager,
      onEvse.map(({ stationUuid, columns }) => [stationUuid, columns.evse_id] as const),
    );
    if (overtaken.length === 0) return;
    const rows = overtaken.map((row: OpenRow) => written({ ...row, updatedAt: later(row.updatedAt, now) }));
    await run(manager, UPDATE_TRANSACTIONS, changedValues(rows));
  }
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);

function orRace(error: unknown): never {
  if ((error as { code?: string }).code === '23505') throw new RaceError('a transaction was made meanwhile');
  throw error;
}
