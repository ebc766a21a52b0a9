import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A migrated, empty database for one test file. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Copies the template that global-setup.mjs migrated; a copy takes milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['TAU_TEST_DATABASE_URL']!;
  const template = process.env['TAU_TEST_TEMPLATE']!;
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await execute(server, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
}

/** Two test files may copy the template at the same moment; PostgreSQL refuses one of them. */
const BUSY = '55006';

async function execute(url: string, statement: string, attempts = 50): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } catch (error) {
    if ((error as { code?: string }).code !== BUSY || attempts === 0) throw error;
    await execute(url, statement, attempts - 1);
  } finally {
    await client.end();
  }
}
