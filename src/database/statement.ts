import type { Pool, QueryConfig } from 'pg';
import type { DataSource } from 'typeorm';

/** A statement of the hot path. By its name PostgreSQL knows it again: it is read and planned once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Runs a named statement on its own. Its errors are the driver's and carry no parameters. */
export async function query<Row extends object>(
  dataSource: DataSource,
  statement: Statement,
  values: unknown[],
): Promise<Row[]> {
  // the pool that TypeORM keeps: its own `query` has no place for the name
  const { master } = dataSource.driver as unknown as { readonly master: Pool };
  return (await master.query<Row>({ ...statement, values } satisfies QueryConfig)).rows;
}
