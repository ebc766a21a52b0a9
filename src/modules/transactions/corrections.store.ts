import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { decodeCursor, isTime, pageOf, type Page } from '../../common/pagination.js';
import { isUuid } from '../../common/uuid.js';
import type { Correctable } from './correction.js';
import type { CorrectionView } from './dto/correction.dto.js';
import type { CorrectableView } from './dto/transaction.dto.js';
import { TransactionCorrection } from './entities/transaction-correction.entity.js';

export type StoredCorrection = TransactionCorrection & { readonly withdrawn: boolean };

const SELECT = `SELECT c.id, c.transaction_id AS "transactionId", c.at, c.kind, c.operator_id AS "operatorId",
  c.operator_name AS "operatorName", c.reason, c.changes, c.withdraws, c.before, c.after,
  EXISTS (SELECT FROM transaction_corrections w WHERE w.transaction_id = c.transaction_id AND w.withdraws = c.id) AS withdrawn
  FROM transaction_corrections c`;

const number = (text: string | null): number | null => (text === null ? null : Number(text));

/** Energies as numbers. */
export const toCorrectableView = (values: Correctable): CorrectableView => ({
  ...values,
  meterStartWh: number(values.meterStartWh),
  meterStopWh: number(values.meterStopWh),
  energyWh: number(values.energyWh),
});

export const toCorrectionView = ({
  transactionId: _transaction,
  changes: _changes,
  before,
  after,
  ...row
}: StoredCorrection): CorrectionView => ({
  ...row,
  before: toCorrectableView(before),
  after: toCorrectableView(after),
});

/** The trail of what operators did to transactions. Rows are added, never changed. */
@Injectable()
export class CorrectionsStore {
  constructor(private readonly dataSource: DataSource) {}

  /** All of a transaction, oldest first. */
  of(manager: EntityManager, transactionId: string): Promise<StoredCorrection[]> {
    return manager.query(`${SELECT} WHERE c.transaction_id = $1 ORDER BY c.at, c.id`, [transactionId]);
  }

  async page(transactionId: string, limit: number, cursor?: string): Promise<Page<CorrectionView>> {
    const after = decodeCursor(cursor, isTime, isUuid);
    const rows = await this.dataSource.query<StoredCorrection[]>(
      `${SELECT} WHERE c.transaction_id = $1 ${after ? 'AND (c.at, c.id) > ($3::timestamptz, $4::uuid)' : ''}
       ORDER BY c.at, c.id LIMIT $2`,
      [transactionId, limit + 1, ...(after ?? [])],
    );
    const page = pageOf(rows, limit, ({ at, id }) => [at.toISOString(), id]);
    return { items: page.items.map(toCorrectionView), nextCursor: page.nextCursor };
  }

  async add(manager: EntityManager, row: TransactionCorrection): Promise<void> {
    await manager.insert(TransactionCorrection, row);
  }
}
