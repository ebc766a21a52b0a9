import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cpuOfTree } from '../measure/process-tree.mjs';

const INSPECTOR_LINES = /^(Debugger |For help, see|$)/;

const running = new Set();

/** A server process under measurement. */
export class Server {
  /** Base of the stations' URLs; the identity is appended. */
  url;
  /** Of its PostgreSQL, where it has one. */
  databaseUrl;
  /** Where its inspector listens, if it was started with `--inspect`. */
  inspectorUrl;
  /** What it printed: a server that complains is not measured cleanly. */
  complaints = [];

  /**
   * @param name what the table calls it
   * @param process a child process with pipes for stdout and stderr
   * @param folder its temporary folder, which goes with it
   */
  constructor(name, process, folder) {
    this.name = name;
    this.process = process;
    this.folder = folder;
    running.add(this);
    this.exit = new Promise((resolve) => process.once('exit', (code, signal) => resolve(signal ?? code)));
    for (const stream of [process.stdout, process.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => this.#hear(text));
    }
  }

  /** CPU seconds used so far, children included. */
  cpu() {
    return cpuOfTree(this.process.pid);
  }

  /** What the stations are called and how they identify themselves. */
  identities(count) {
    return Array.from({ length: count }, (_, index) => ({ id: stationId(index), idToken: tokenOf(index) }));
  }

  /** Throws if the stations' transactions are not where they should be. */
  async verify() {}

  async stop() {
    if (this.process.connected) this.process.send('stop');
    else this.process.kill('SIGTERM');
    const deadline = setTimeout(() => this.process.kill('SIGKILL'), 30_000);
    await this.exit;
    clearTimeout(deadline);
    running.delete(this);
    if (!this.folder) return;
    stopOrphan(this.folder);
    rmSync(this.folder, { recursive: true, force: true });
  }

  #hear(text) {
    for (const line of text.split('\n')) {
      const inspector = /^Debugger listening on (ws:\S+)/.exec(line);
      if (inspector) this.inspectorUrl = inspector[1];
      else if (!INSPECTOR_LINES.test(line)) this.complaints.push(line);
    }
  }
}

/** Stops what runs when the benchmark is interrupted. */
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await Promise.all([...running].map((server) => server.stop()));
    process.exit(130);
  });
}

/** Where a server keeps its data in its temporary folder. */
export const dataDirIn = (folder) => path.join(folder, 'data');

/** The files of its embedded PostgreSQL. */
export const postgresIn = (folder) => path.join(dataDirIn(folder), 'postgres');

/** The first lines of PostgreSQL's lock file: process, data folder, start time, port. */
export const readLock = (folder) =>
  readFileSync(path.join(postgresIn(folder), 'data/postmaster.pid'), 'utf8').split('\n');

/** A server that crashed leaves its PostgreSQL behind. */
function stopOrphan(folder) {
  if (!existsSync(path.join(postgresIn(folder), 'data/postmaster.pid'))) return;
  process.kill(Number(readLock(folder)[0]), 'SIGQUIT');
}

export const stationId = (index) => `BENCH${String(index + 1).padStart(6, '0')}`;

/** Eight hex digits, as the UID of an RFID card; every station has its own. */
export const tokenOf = (index) => (0xa0000001 + index).toString(16).toUpperCase();

/** A folder of its own; as root, PostgreSQL runs as another user, who has to get in. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'tau-bench-'));
  chmodSync(folder, 0o711);
  return folder;
}
