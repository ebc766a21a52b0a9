import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { lastingPort } from '../../scripts/lasting-port.mjs';
import { emptyFolder, removeFolders, TauProcess, until } from './tau-process.js';

/** Programs of the newest PostgreSQL that the distribution has installed (on Debian: the package postgresql). */
function installedPostgres(): string {
  const root = '/usr/lib/postgresql';
  const newest = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a))[0] : undefined;
  if (!newest) throw new Error('Install PostgreSQL first (on Debian: apt-get install postgresql).');
  return path.join(root, newest, 'bin');
}

/** The distribution's server, on a folder and a port of its own. */
class OtherPostgres {
  private server: ChildProcess | undefined;

  private constructor(
    private readonly bin: string,
    private readonly data: string,
    private readonly user: { uid: number; gid: number },
    readonly port: number,
  ) {}

  static async start(): Promise<OtherPostgres> {
    const bin = installedPostgres();
    const [uid, gid] = readFileSync('/etc/passwd', 'utf8')
      .match(/^postgres:.*?:(\d+):(\d+)/m)!
      .slice(1)
      .map(Number);
    const folder = emptyFolder();
    chownSync(folder, uid!, gid!);
    const postgres = new OtherPostgres(bin, path.join(folder, 'data'), { uid: uid!, gid: gid! }, await lastingPort());
    const args = ['-D', postgres.data, '-U', 'owner', '--auth=trust', '--no-sync'];
    execFileSync(path.join(bin, 'initdb'), args, { ...postgres.user, cwd: folder, stdio: 'ignore' });
    await postgres.run();
    await postgres.query('CREATE ROLE tau LOGIN', 'CREATE DATABASE tau OWNER tau');
    return postgres;
  }

  get url(): string {
    return `postgres://tau@127.0.0.1:${this.port}/tau`;
  }

  async run(): Promise<void> {
    const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'];
    const args = ['-D', this.data, '-p', String(this.port), ...settings];
    this.server = spawn(path.join(this.bin, 'postgres'), args, { ...this.user, cwd: '/', stdio: 'ignore' });
    await until(() => this.query('SELECT 1').then(() => true));
  }

  async stop(): Promise<void> {
    const exit = new Promise((resolve) => this.server!.once('exit', resolve));
    this.server!.kill('SIGINT');
    await exit;
  }

  private async query(...statements: string[]): Promise<void> {
    const client = new pg.Client(`postgres://owner@127.0.0.1:${this.port}/postgres`);
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }
}

describe('With DATABASE_URL', () => {
  let postgres: OtherPostgres;
  const start = (): Promise<TauProcess> => TauProcess.start({ env: { DATABASE_URL: postgres.url } });

  beforeAll(async () => {
    postgres = await OtherPostgres.start();
  });
  afterEach(() => TauProcess.stopAll());
  afterAll(async () => {
    await postgres.stop();
    removeFolders();
  });

  it('TAU runs on a PostgreSQL of yours, as an owner without further rights, and starts none of its own', async () => {
    const tau = await start();

    expect((await tau.api('POST', '/stations', { stationId: 'CS001' })).status).toBe(201);

    expect(existsSync(path.join(tau.dataDir, 'postgres'))).toBe(false);
    await tau.stop();
    expect((await (await start()).api('GET', '/stations/CS001')).status).toBe(200);
  });

  it('several processes start at once on a database that is new to them', async () => {
    const all = await Promise.all([start(), start(), start()]);

    expect(await Promise.all(all.map((tau) => tau.status('/health/ready')))).toEqual([200, 200, 200]);
  });

  it('TAU outlives an absence of the database: it says so meanwhile, and goes on afterwards', async () => {
    const tau = await start();
    expect((await tau.api('GET', '/stations')).status).toBe(200);

    await postgres.stop();
    expect(await tau.api('GET', '/stations')).toMatchObject({ status: 503, body: { code: 'database-unavailable' } });
    expect(await tau.status('/health/live')).toBe(200);

    await postgres.run();
    expect((await tau.api('GET', '/stations')).status).toBe(200);
    expect(tau.child.exitCode).toBeNull();
  });
});
