import type { Pool, PoolClient, QueryConfig } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/** A statement of the hot path. By its name PostgreSQL knows it again: it is read and planned once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Runs a named statement within the manager's transaction; the ORM itself knows no names. */
export async function run<Row extends object>(
  manager: EntityManager,
  statement: Statement,
  values: unknown[],
): Promise<Row[]> {
  const client = (await manager.queryRunner!.connect()) as PoolClient;
  return (await client.query<Row>({ ...statement, values })).rows;
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
