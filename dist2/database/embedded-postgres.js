import { access, chown, constants, mkdir, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { installBinaries } from './embedded/binaries.js';
import { openCluster, syncCluster, TAU } from './embedded/cluster.js';
import { lockFolder } from './embedded/folder-lock.js';
import { stopOrphan, stopPostmaster } from './embedded/orphan.js';
import { barredFolder, databaseUser } from './embedded/process-user.js';
import { NotReadyError, startPostmaster } from './embedded/programs.js';
import { StartError } from '../common/start-error.js';
/** Starts the embedded PostgreSQL, after stopping one that a killed process left behind. @throws StartError */
export async function startEmbeddedPostgres(options) {
    const dataDir = path.resolve(options.dataDir);
    await makeDataDir(dataDir);
    const unlock = lockFolder(dataDir);
    let server;
    let synced;
    const stop = async () => {
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
        if (isNew && options.settings?.['fsync'] !== 'off')
            synced = bringToDisk(cluster, binaries.bin, user, options);
        return { url: server.urlOf(TAU), stop };
    }
    catch (error) {
        await stop();
        throw error;
    }
}
const bringToDisk = ({ data }, bin, user, { report }) => syncCluster(data, bin, user).catch((error) => report?.(`Bringing the new database safely to the disk failed: ${String(error)}`));
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
    cluster;
    program;
    user;
    options;
    postmaster;
    port = 0;
    stopping = false;
    reviving;
    launchedAt = 0;
    retryMs = FIRST_RETRY_MS;
    constructor(cluster, program, user, options) {
        this.cluster = cluster;
        this.program = program;
        this.user = user;
        this.options = options;
    }
    async start() {
        for (const end = performance.now() + 20_000;; await wait(200)) {
            this.port = await freePort();
            try {
                return await this.launch();
            }
            catch (error) {
                const passing = error instanceof NotReadyError && PASSING.test(error.said);
                if (!passing || performance.now() > end)
                    throw new StartError(error.message, { cause: error });
            }
        }
    }
    urlOf(database) {
        return `postgres://${TAU}:${this.cluster.password}@127.0.0.1:${this.port}/${database}`;
    }
    async stop() {
        this.stopping = true;
        // it may just be starting another one
        await Promise.race([this.reviving, wait(STOP_REVIVING_MS, undefined, { ref: false })]);
        if (this.postmaster)
            await stopPostmaster(this.postmaster.pid);
    }
    async launch() {
        const settings = {
            listen_addresses: '127.0.0.1',
            port: String(this.port),
            unix_socket_directories: '',
            // a new segment of the log filled with zeros first, 16 MiB, holds up all who wait for a commit
            wal_init_zero: 'off',
            ...this.options.settings,
        };
        const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
        const postmaster = await startPostmaster(this.program, ['-D', this.cluster.data, ...flags], this.user);
        this.postmaster = postmaster;
        this.launchedAt = performance.now();
        void postmaster.gone.then((said) => this.ended(said));
    }
    ended(said) {
        this.postmaster = undefined;
        if (!this.stopping)
            this.reviving = this.revive(said);
    }
    /** A database that died (killed for lack of memory, say) comes back on the same port, where the pool looks for it. */
    async revive(said) {
        this.options.report?.(`The embedded PostgreSQL ended unexpectedly and is started again: ${said.trim()}`);
        if (performance.now() - this.launchedAt > STEADY_MS)
            this.retryMs = FIRST_RETRY_MS;
        else
            await this.holdOn();
        while (!this.stopping) {
            try {
                return await this.launch();
            }
            catch (error) {
                const passing = error instanceof NotReadyError && PASSING.test(error.said);
                if (passing)
                    this.retryMs = FIRST_RETRY_MS;
                else
                    this.options.report?.(error.message);
                await this.holdOn();
            }
        }
    }
    /** Each time twice as long. */
    async holdOn() {
        await wait(this.retryMs);
        this.retryMs = Math.min(LONGEST_RETRY_MS, this.retryMs * 2);
    }
}
const isRoot = () => process.getuid?.() === 0;
async function makeDataDir(dataDir) {
    try {
        // as root, the database's user has to get through to its own folder, but need not list this one
        await mkdir(dataDir, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
        await access(dataDir, constants.W_OK | constants.X_OK);
    }
    catch (error) {
        throw new StartError(`The data folder ${dataDir} cannot be used: ${error.message}. ` +
            `Set DATA_DIR to a folder that this user may write to.`);
    }
}
/** Only this folder ever changes its owner. Returns who the database runs as: the owner, unless that is root. */
async function makeDatabaseFolder(folder) {
    await mkdir(folder, { mode: 0o700, recursive: true });
    const { uid, gid } = await stat(folder);
    if (!isRoot()) {
        if (process.getuid && uid !== process.getuid()) {
            throw new StartError(`${folder} belongs to another user: TAU was started there as root or as somebody else before. ` +
                `Start it as that user, give it the folder (chown -R), or choose another DATA_DIR.`);
        }
        return {};
    }
    const user = uid === 0 ? databaseUser() : { name: `user ${uid}`, uid, gid };
    if (uid === 0)
        await chown(folder, user.uid, user.gid);
    const barred = barredFolder(folder, user);
    if (barred) {
        throw new StartError(`PostgreSQL does not run as root, so it runs as ${user.name}, who may not enter ${barred}, where the data ` +
            `folder lies. Choose another DATA_DIR, allow it (chmod o+x ${barred}), start TAU as an ordinary user, or set ` +
            `DATABASE_URL to a PostgreSQL of yours.`);
    }
    return user;
}
async function createDatabase(url) {
    const client = new pg.Client(url);
    await client.connect();
    try {
        const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [TAU]);
        if (!rowCount)
            await client.query(`CREATE DATABASE ${TAU}`);
    }
    finally {
        await client.end();
    }
}
const freePort = () => new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
        const { port } = probe.address();
        probe.close(() => resolve(port));
    });
});
//# sourceMappingURL=embedded-postgres.js.map