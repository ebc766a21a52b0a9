import { Injectable } from '@nestjs/common';
import type { OpenRow } from './transaction-rows.js';

/** As many as run at once in a large network; who is beyond that is read again. */
const MOST = 100_000;

/**
 * Transactions that run, as they were last written: what would otherwise be read again for each of their messages.
 * Nothing here is the truth. Another process, a job or an operator may have changed the row since; then its revision
 * differs, and the batch that relied on it is worked out anew from the database.
 */
@Injectable()
export class OpenTransactions {
  private readonly rows = new Map<string, OpenRow>();

  /** The transaction of that name, if it is known to be the only one. */
  find(name: string): OpenRow | undefined {
    return this.rows.get(name);
  }

  /** Takes over what was committed. */
  keep(row: OpenRow): void {
    // an id that is used again means several transactions, and an ended one gets few more messages
    if (row.generation > 0 || row.progress?.end || row.provisionalEndAt) return this.forget(row.name);
    this.rows.set(row.name, row);
    if (this.rows.size > MOST) this.rows.delete(this.rows.keys().next().value!);
  }

  forget(name: string): void {
    this.rows.delete(name);
  }
}
