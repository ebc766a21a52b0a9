import pg from 'pg';

const ONLY_A_DATABASE = /^\/([a-z0-9_]+)$/;

/**
 * Takes a database away from whoever uses it, and gives it back: connections are cut and new ones refused, as when
 * PostgreSQL is restarted.
 */
export class AbsentDatabase {
  private constructor(
    private readonly server: pg.Client,
    private readonly name: string,
  ) {}

  static async take(url: string): Promise<AbsentDatabase> {
    const name = ONLY_A_DATABASE.exec(new URL(url).pathname)![1]!;
    const server = new pg.Client(process.env['TAU_TEST_DATABASE_URL']!);
    await server.connect();
    const absent = new AbsentDatabase(server, name);
    await server.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
    await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    return absent;
  }

  async giveBack(): Promise<void> {
    await this.server.query(`ALTER DATABASE "${this.name}" ALLOW_CONNECTIONS true`);
    await this.server.end();
  }
}

/** Makes every statement on a table wait, as a database does that hangs, until it is let go. */
export async function hangTable(url: string, table: string): Promise<{ letGo(): Promise<void> }> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('BEGIN');
  await client.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  return {
    letGo: async () => {
      await client.query('ROLLBACK');
      await client.end();
    },
  };
}
