import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { lastingPort } from '../../../scripts/lasting-port.mjs';
import { installBinaries } from '../../../src/database/embedded/binaries.js';
import { openCluster, TAU, type Cluster } from '../../../src/database/embedded/cluster.js';
import { endsWithin } from '../../../src/database/embedded/processes.js';
import { databaseUser, type ProcessUser } from '../../../src/database/embedded/process-user.js';
import { startPostmaster, type Postmaster } from '../../../src/database/embedded/programs.js';

const LONGEST_START_MS = 30_000;

/** Processes whose parent is `pid`. Linux only. */
function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid;
      } catch {
        return false; // gone meanwhile
      }
    })
    .map(Number);
}

/** A PostgreSQL that nobody looks after, with its shipped settings: it dies, hangs and comes back as a test says. */
export class OwnPostgres {
  private postmaster: Postmaster | undefined;

  private constructor(
    private readonly program: string,
    private readonly cluster: Cluster,
    private readonly user: ProcessUser,
    readonly port: number,
  ) {}

  /**
   * @param folder an empty one that anybody may pass through, for its programs
   * @param home likewise, for its data
   */
  static async start(folder: string, home = folder): Promise<OwnPostgres> {
    const user = databaseUser();
    const cellar = path.join(home, 'postgres');
    mkdirSync(cellar, { mode: 0o700 });
    if (user.uid !== undefined) chownSync(cellar, user.uid, user.gid!);
    const binaries = await installBinaries(folder);
    const cluster = await openCluster(cellar, binaries, user);
    const postgres = new OwnPostgres(path.join(binaries.bin, 'postgres'), cluster, user, await lastingPort());
    await postgres.revive();
    return postgres;
  }

  get data(): string {
    return this.cluster.data;
  }

  /** @param port of a proxy in front of it */
  urlOf(database: string, port = this.port): string {
    return `postgres://${TAU}:${this.cluster.password}@127.0.0.1:${port}/${database}`;
  }

  async createDatabase(name: string): Promise<void> {
    await this.query('postgres', `CREATE DATABASE ${name}`);
  }

  async query(database: string, ...statements: string[]): Promise<pg.QueryResultRow[]> {
    const client = new pg.Client(this.urlOf(database));
    await client.connect();
    try {
      let rows: pg.QueryResultRow[] = [];
      for (const statement of statements) ({ rows } = await client.query(statement));
      return rows;
    } finally {
      await client.end();
    }
  }

  /** `pg_ctl stop -m immediate`: no checkpoint, recovery at the next start. */
  async stopImmediately(): Promise<void> {
    await this.end('SIGQUIT');
  }

  /** `kill -9` of the postmaster; its backends notice and end. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Starts it again on the same port; resolves when it takes connections. */
  async revive(): Promise<void> {
    const settings = ['listen_addresses=127.0.0.1', `port=${this.port}`, 'unix_socket_directories='];
    const args = ['-D', this.cluster.data, ...settings.flatMap((setting) => ['-c', setting])];
    for (const end = performance.now() + LONGEST_START_MS; ; await wait(50)) {
      try {
        this.postmaster = await startPostmaster(this.program, args, this.user);
        return;
      } catch (error) {
        // a killed one holds its memory for a moment; a full disk needs room first
        if (performance.now() > end) throw error;
      }
    }
  }

  /** Stops all of its processes where they are. Nothing is refused, nothing is answered. */
  freeze(): void {
    this.signalAll('SIGSTOP');
  }

  thaw(): void {
    this.signalAll('SIGCONT');
  }

  /** Resolves when it has ended by itself. */
  get gone(): Promise<unknown> {
    return this.postmaster!.gone;
  }

  async stop(): Promise<void> {
    this.thaw();
    await this.end('SIGINT');
  }

  /** Its version, and what its durability depends on. */
  async settings(): Promise<Record<string, string>> {
    const names = ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers'];
    const rows = await this.query('postgres', `SELECT name, setting, unit FROM pg_settings`);
    const found = rows.filter(({ name }) => names.includes(name as string));
    return Object.fromEntries(found.map(({ name, setting, unit }) => [name, `${setting}${unit ? ` x ${unit}` : ''}`]));
  }

  private async end(name: NodeJS.Signals): Promise<void> {
    const { pid } = this.postmaster!;
    const backends = childrenOf(pid);
    try {
      process.kill(pid, name);
    } catch {
      return; // ended by itself
    }
    await this.postmaster!.gone;
    await Promise.all(backends.map((backend) => endsWithin(backend, 5000)));
  }

  private signalAll(name: NodeJS.Signals): void {
    const { pid } = this.postmaster!;
    const all = name === 'SIGSTOP' ? [pid, ...childrenOf(pid)] : [...childrenOf(pid), pid];
    for (const each of all) {
      try {
        process.kill(each, name);
      } catch {
        // gone meanwhile
      }
    }
  }
}

/** A small disk of its own. Needs root on Linux. @returns undefined where the system does not allow it */
export function smallDisk(folder: string, megabytes: number): { unmount(): void } | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return { unmount: () => void execFileSync('umount', ['-l', folder]) };
}
