import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { within } from '../../database/statement.js';
import { TransactionReader } from './transaction-reader.js';
import { updatesOf, written, type OpenRow } from './transaction-rows.js';

/** Changes of transactions that no message brings: rules close them, operators correct them. */
@Injectable()
export class TransactionEdits {
  constructor(
    private readonly reader: TransactionReader,
    private readonly clock: Clock,
  ) {}

  /** The transactions, locked until the commit; in the order of their ids, as messages lock them. */
  locked(manager: EntityManager, ids: readonly string[]): Promise<OpenRow[]> {
    return this.reader.byIds(within(manager), ids);
  }

  /** Writes locked transactions with everything that follows from what was changed of them. */
  async save(manager: EntityManager, rows: readonly OpenRow[]): Promise<void> {
    if (rows.length === 0) return;
    const now = this.clock.now();
    // never before the last change, or who asks for what changed since would miss this one
    const changed = rows.map((row) => written({ ...row, updatedAt: row.updatedAt > now ? row.updatedAt : now }));
    const tx = within(manager);
    for (const { statement, values } of updatesOf(changed)) await tx.change(statement, values);
  }
}
