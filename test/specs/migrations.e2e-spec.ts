import pg from 'pg';
import { migrateDatabase } from '../../src/database/migrate.js';

describe('Migrations', () => {
  const name = `${process.env['TAU_TEST_TEMPLATE']}_empty`;
  const server = new pg.Client(process.env['TAU_TEST_DATABASE_URL']);
  const url = new URL(process.env['TAU_TEST_DATABASE_URL']!);
  url.pathname = `/${name}`;

  beforeAll(async () => {
    await server.connect();
    await server.query(`CREATE DATABASE "${name}"`);
  });
  afterAll(async () => {
    await server.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    await server.end();
  });

  it('run once when several processes start at the same moment', async () => {
    await Promise.all(Array.from({ length: 5 }, () => migrateDatabase(url.href)));

    const client = new pg.Client(url.href);
    await client.connect();
    const { rows } = await client.query('SELECT name, count(*)::int FROM migrations GROUP BY name');
    await client.end();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ count }) => count === 1)).toBe(true);
  });

  it('say which variable is wrong and what to do, and keep the password to themselves', async () => {
    const unreachable = migrateDatabase('postgres://tau:hidden@127.0.0.1:1/tau');
    await expect(unreachable).rejects.toThrow(/DATABASE_URL \(postgres:\/\/tau:\*\*\*@127\.0\.0\.1:1\/tau\).*running/);

    const missing = new URL(url);
    missing.pathname = '/no_such_database';
    await expect(migrateDatabase(missing.href)).rejects.toThrow(/does not exist; create it/);
    await expect(migrateDatabase(missing.href)).rejects.not.toThrow(new RegExp(url.password || 'unset'));
  });
});
