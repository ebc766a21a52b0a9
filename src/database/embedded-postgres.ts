import { access, chown, constants, mkdir, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { installBinaries } from './embedded/binaries.js';
import { openCluster, syncCluster, TAU, type Cluster } from './embedded/cluster.js';
import { lockFolder } from './embedded/folder-lock.js';
import { stopOrphan, stopPostmaster } from './embedded/orphan.js';
import { barredFolder, databaseUser, type ProcessUser } from './embedded/process-user.js';
import { NotReadyError, startPostmaster, type Postmaster } from './embedded/programs.js';
import { StartError } from '../common/start-error.js';

export interface EmbeddedPostgresOptions {
  /** The database lives in its subfolder `postgres`. Created if missing. */
  readonly dataDir: string;
  /** Settings of PostgreSQL beyond its defaults, e.g. `fsync: 'off'` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told when the database died and was started again. */
  readonly report?: (message: string) => void;
}

/** The PostgreSQL that TAU brings along and looks after. It listens on 127.0.0.1 alone. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Stops it cleanly and gives up the data folder. To be called last, when nobody uses the database any more. */
  stop(): Promise<void>;
}

/** Starts the embedded PostgreSQL, after stopping one that a killed process left behind. @throws StartError */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  await makeDataDir(dataDir);
  const unlock = lockFolder(dataDir);
  let server: Supervisor | undefined;
  let synced: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await server?.stop();
    await synced;
    unlock();
  };
  try {
    const folder = path.join(dataDir, 'postgres');
    const user = await makeDatabaseFolder(folder);
    const binaries = await installBinaries(folder);
    const isNew = !(await stat(path.join(folder, 'data')).catch(() => undefined));
    const cluster = await openCluster(folder, binaries, user);
    await stopOrphan(cluster.data);
    server = new Supervisor(cluster, path.join(binaries.bin, 'postgres'), user, options);
    await server.start();
    await createDatabase(server.urlOf('postgres'));
    if (isNew && options.settings?.['fsync'] !== 'off') synced = bringToDisk(cluster, binaries.bin, user, options);
    return { url: server.urlOf(TAU), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const bringToDisk = (
  { data }: Cluster,
  bin: string,
  user: ProcessUser,
  { report }: EmbeddedPostgresOptions,
): Promise<void> =>
  syncCluster(data, bin, user).catch((error: unknown) =>
    report?.(`Bringing the new database safely to the disk failed: ${String(error)}`),
  );

/** A killed PostgreSQL holds its lock file and its memory for a moment; a free port may be taken again. */
const PASSING = /lock file "postmaster.pid" already exists|shared memory|could not create any TCP/;

/** Between two attempts to bring a database back: at first hardly any time, since stations wait; never a tight loop. */
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5000;
/** Who ran for so long had no trouble with starting. */
const STEADY_MS = 1000;
const STOP_REVIVING_MS = 20_000;

/** Keeps one PostgreSQL running on one port until it is stopped. */
class Supervisor {
  private postmaster: Postmaster | undefined;
  private port = 0;
  private stopping = false;
  private reviving: Promise<void> | undefined;
  private launchedAt = 0;
  private retryMs = FIRST_RETRY_MS;

  constructor(
    private readonly cluster: Cluster,
    private readonly program: string,
    private readonly user: ProcessUser,
    private readonly options: EmbeddedPostgresOptions,
  ) {}

  async start(): Promise<void> {
    for (const end = performance.now() + 20_000; ; await wait(200)) {
      this.port = await freePort();
      try {
        return await this.launch();
      } catch (error) {
        const passing = error instanceof NotReadyError && PASSING.test(error.said);
        if (!passing || performance.now() > end) throw new StartError((error as Error).message, { cause: error });
      }
    }
  }

  urlOf(database: string): string {
    return `postgres://${TAU}:${this.cluster.password}@127.0.0.1:${this.port}/${database}`;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    // it may just be starting another one
    await Promise.race([this.reviving, wait(STOP_REVIVING_MS, undefined, { ref: false })]);
    if (this.postmaster) await stopPostmaster(this.postmaster.pid);
  }

  private async launch(): Promise<void> {
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(this.port),
      unix_socket_directories: '',
      // a new segment of the log filled with zeros first, 16 MiB, holds up all who wait for a commit
      wal_init_zero: 'off',
      // ANALYZE then reads 7,500 rows of a table and not 30,000, and takes a third as long. Lists find their rows by index
      // whatever it says (`npm run bench:scale`)
      default_statistics_target: '25',
      // while tables are young they grow by a fifth each minute, and all of them would be vacuumed and analyzed each minute
      autovacuum_naptime: '5min',
      ...this.options.settings,
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const postmaster = await startPostmaster(this.program, ['-D', this.cluster.data, ...flags], this.user);
    this.postmaster = postmaster;
    this.launchedAt = performance.now();
    void postmaster.gone.then((said) => this.ended(said));
  }

  private ended(said: string): void {
    this.postmaster = undefined;
    if (!this.stopping) this.reviving = this.revive(said);
  }

  /** A database that died (killed for lack of memory, say) comes back on the same port, where the pool looks for it. */
  private async revive(said: string): Promise<void> {
    this.options.report?.(`The embedded PostgreSQL ended unexpectedly and is started again: ${said.trim()}`);
    if (performance.now() - this.launchedAt > STEADY_MS) this.retryMs = FIRST_RETRY_MS;
    else await this.holdOn();
    while (!this.stopping) {
      try {
        return await this.launch();
      } catch (error) {
        const passing = error instanceof NotReadyError && PASSING.test(error.said);
        if (passing) this.retryMs = FIRST_RETRY_MS;
        else this.options.report?.((error as Error).message);
        await this.holdOn();
      }
    }
  }

  /** Each time twice as long. */
  private async holdOn(): Promise<void> {
    await wait(this.retryMs);
    this.retryMs = Math.min(LONGEST_RETRY_MS, this.retryMs * 2);
  }
}

const isRoot = (): boolean => process.getuid?.() === 0;

async function makeDataDir(dataDir: string): Promise<void> {
  try {
    // as root, the database's user has to get through to its own folder, but need not list this one
    await mkdir(dataDir, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The data folder ${dataDir} cannot be used: ${(error as Error).message}. ` +
        `Set DATA_DIR to a folder that this user may write to.`,
    );
  }
}

/** Only this folder ever changes its owner. Returns who the database runs as: the owner, unless that is root. */
async function makeDatabaseFolder(folder: string): Promise<ProcessUser> {
  await mkdir(folder, { mode: 0o700, recursive: true });
  const { uid, gid } = await stat(folder);
  if (!isRoot()) {
    if (process.getuid && uid !== process.getuid()) {
      throw new StartError(
        `${folder} belongs to another user: TAU was started there as root or as somebody else before. ` +
          `Start it as that user, give it the folder (chown -R), or choose another DATA_DIR.`,
      );
    }
    return {};
  }
  const user = uid === 0 ? databaseUser() : { name: `user ${uid}`, uid, gid };
  if (uid === 0) await chown(folder, user.uid!, user.gid!);
  const barred = barredFolder(folder, user);
  if (barred) {
    throw new StartError(
      `PostgreSQL does not run as root, so it runs as ${user.name}, who may not enter ${barred}, where the data ` +
        `folder lies. Choose another DATA_DIR, allow it (chmod o+x ${barred}), start TAU as an ordinary user, or set ` +
        `DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
  return user;
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [TAU]);
    if (!rowCount) await client.query(`CREATE DATABASE ${TAU}`);
  } finally {
    await client.end();
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
