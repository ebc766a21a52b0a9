import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Batcher } from '../../database/batcher.js';
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
  type WrittenRow,
} from './transaction-rows.js';

/** Another process stored one of the events meanwhile: the batch is worked out anew. */
class RaceError extends Error {
  readonly code = '40001';
}

/**
 * Stores messages of transactions together with the transactions that follow from them, many in one commit. The
 * messages of one station keep their order. A message is stored once, however often it arrives.
 */
@Injectable()
export class TransactionWriter {
  private readonly batcher: Batcher<TransactionMessage, Stored>;

  constructor(
    dataSource: DataSource,
    private readonly reader: TransactionReader,
    private readonly ids: TransactionIds,
  ) {
    this.batcher = new Batcher((messages) => dataSource.transaction((manager) => this.store(manager, messages)), {
      lanes: 2,
      laneKey: ({ stationUuid }) => stationUuid,
    });
  }

  /** Resolves when the message is committed. */
  add(message: TransactionMessage): Promise<Stored> {
    return this.batcher.add(message);
  }

  private async store(manager: EntityManager, messages: TransactionMessage[]): Promise<Stored[]> {
    const batch = new Batch(await this.reader.named(manager, messages));
    batch.before = await this.reader.storedBefore(
      manager,
      messages.map((m) => [m.stationUuid, batch.keyOf(m)]),
    );
    batch.openHere = await this.reader.openOnEvses(
      manager,
      messages.filter((m) => batch.isLoose(m)),
    );
    batch.openOf = await this.reader.openOfTokens(
      manager,
      messages.filter((m) => batch.isLostStop(m)),
    );
    const starts = messages.filter((m) => m.step === 'started' && m.ocppTransactionId === undefined);
    const ids = starts.length > 0 ? await this.ids.take(starts.length) : [];
    const results = messages.map((message) => batch.place(message, ids));
    await this.write(manager, batch);
    return results;
  }

  private async write(manager: EntityManager, batch: Batch): Promise<void> {
    const { placed } = batch;
    if (placed.length === 0) return;
    const rows = [...batch.touched].map(written).sort((a, b) => (a.id < b.id ? -1 : 1));
    const added = rows.filter(({ isNew }) => isNew);
    const changed = rows.filter(({ isNew }) => !isNew);
    if (added.length > 0) await manager.query(INSERT_TRANSACTIONS, newValues(added)).catch(orRace);
    if (changed.length > 0) await manager.query(UPDATE_TRANSACTIONS, changedValues(changed));
    const inserted = await manager.query<{ id: string }[]>(`${INSERT_EVENTS} RETURNING id`, EVENT.values(placed));
    if (inserted.length < placed.length) throw new RaceError('an event was stored meanwhile');
    const samples = placed.flatMap((p) =>
      p.message.samples.map((sample, position) => ({ placed: p, position, sample })),
    );
    if (samples.length > 0) await manager.query(INSERT_SAMPLES, SAMPLE.values(samples));
    const onEvse = rows.filter((row) => row.columns.evse_id !== null && (row.isNew || batch.moved.has(row.id)));
    if (onEvse.length > 0) await this.endEarlier(manager, onEvse);
  }

  /**
   * A transaction that still seems to run although a later one began on its EVSE has ended somehow: its end was lost or
   * is late. It is ended provisionally; its own end, when it comes, counts instead.
   */
  private async endEarlier(manager: EntityManager, onEvse: readonly WrittenRow[]): Promise<void> {
    // the time of this batch, not now() of the database: pages are cut at milliseconds
    const at = new Date(Math.max(...onEvse.map(({ updatedAt }) => updatedAt.getTime())));
    const overtaken = await this.reader.overtaken(
      manager,
      onEvse.map(({ stationUuid, columns }) => [stationUuid, columns.evse_id]),
    );
    if (overtaken.length === 0) return;
    const rows = overtaken.map((row) => written({ ...row, updatedAt: row.updatedAt > at ? row.updatedAt : at }));
    await manager.query(UPDATE_TRANSACTIONS, changedValues(rows));
  }
}

function orRace(error: unknown): never {
  if ((error as { code?: string }).code === '23505') throw new RaceError('a transaction was made meanwhile');
  throw error;
}
