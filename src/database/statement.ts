import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

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
