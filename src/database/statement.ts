import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { WriteTransaction } from './write-pool.js';

/** A statement of the hot path. By its name PostgreSQL knows it again: it is read and planned once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** The manager's transaction, as the hot path knows one; the ORM itself knows no names of statements. */
export function within(manager: EntityManager): WriteTransaction {
  const send = async <Row extends object>(statement: Statement, values: unknown[]): Promise<QueryResult<Row>> => {
    const client = (await manager.queryRunner!.connect()) as PoolClient;
    return client.query<Row>({ ...statement, values });
  };
  return {
    run: async <Row extends object>(statement: Statement, values: unknown[]) =>
      (await send<Row>(statement, values)).rows,
    change: async (statement, values) => (await send(statement, values)).rowCount ?? 0,
  };
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
