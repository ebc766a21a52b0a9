// One PostgreSQL for the whole test run, with a migrated database as the template of each test file's own.
// TEST_DATABASE_URL names another server to use: its user must be allowed to create databases.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import pg from 'pg';
import { throwawayPostgres } from '../../scripts/throwaway-postgres.mjs';

export default async () => {
  if (!existsSync('dist/database/migrate.js'))
    throw new Error('Run `npm run build` first: the tests migrate with dist/.');
  const { migrateDatabase } = await import('../../dist/database/migrate.js');
  const server = process.env.TEST_DATABASE_URL ? external(process.env.TEST_DATABASE_URL) : await throwawayPostgres();

  const template = `tau_test_${randomBytes(4).toString('hex')}`;
  await query(server.url, `CREATE DATABASE ${template}`);
  const url = new URL(server.url);
  url.pathname = `/${template}`;
  await migrateDatabase(url.href);

  // for test/support: CREATE DATABASE <template>_<anything> TEMPLATE <template>
  process.env.TAU_TEST_DATABASE_URL = server.url;
  process.env.TAU_TEST_TEMPLATE = template;
  globalThis.__TAU_TEST_DATABASE__ = { close: () => server.close(template) };
};

async function query(url, ...statements) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    let rows = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

const external = (url) => ({
  url,
  close: async (template) => {
    const made = await query(url, `SELECT datname FROM pg_database WHERE datname LIKE '${template}%'`);
    await query(url, ...made.map(({ datname }) => `DROP DATABASE "${datname}" WITH (FORCE)`));
  },
});
