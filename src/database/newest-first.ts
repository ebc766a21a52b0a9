import type { SelectQueryBuilder } from 'typeorm';
import { decodeCursor, type Page, pageOf, type PageQuery } from '../common/pagination.js';
import { isUuid } from '../common/uuid.js';

/** A page of what a query finds, newest first: the ids of its rows grow with time. */
export async function newestFirst<Row extends { id: string }>(
  query: SelectQueryBuilder<Row>,
  { limit, cursor }: Pick<PageQuery, 'limit' | 'cursor'>,
): Promise<Page<Row>> {
  const id = `${query.alias}.id`;
  const [before] = decodeCursor(cursor, isUuid) ?? [];
  if (before !== undefined) query.andWhere(`${id} < :before`, { before });
  const rows = await query
    .orderBy(id, 'DESC')
    .limit(limit + 1)
    .getMany();
  return pageOf(rows, limit, (row) => [row.id]);
}
