import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { probed, Probe } from '../measure/probe/probe.mjs';
import { cpuOfTree, signalTree } from '../measure/process-tree.mjs';
import { START_FLAGS } from './start-flags.mjs';

const running = new Set();

/** A server process under measurement, with a temporary folder that goes with it. */
export class Server {
  process;
  /** Base of the stations' URLs; the identity is appended. */
  url;
  /** The same over TLS, where it has that. */
  tlsUrl;
  /** Of its PostgreSQL, where it has one. */
  databaseUrl;
  /** Asks it about itself. */
  probe;
  /** What it printed that it should not have: a server that complains is not measured cleanly. */
  complaints = [];
  folder = temporaryFolder();
  paused = false;

  /** @param name what the tables call it */
  constructor(name) {
    this.name = name;
  }

  /** Starts the process. @returns it, with pipes for stdout and stderr */
  launch(_flags, _env) {
    throw new Error('abstract');
  }

  /** Waits until it serves, and sets its addresses. */
  async awaitReady() {
    throw new Error('abstract');
  }

  /** Is this line of its output a complaint? */
  complainsWith(line) {
    return line !== '';
  }

  async start() {
    const socket = path.join(this.folder, 'probe.sock');
    rmSync(socket, { force: true });
    const { flags, env } = probed(socket);
    // nothing else of the surrounding settings
    this.process = this.launch([...START_FLAGS, ...flags], { PATH: process.env.PATH, HOME: process.env.HOME, ...env });
    this.exit = new Promise((resolve) => this.process.once('exit', (code, signal) => resolve(signal ?? code)));
    running.add(this);
    for (const stream of [this.process.stdout, this.process.stderr]) {
      createInterface(stream).on('line', (line) => {
        if (this.complainsWith(line)) this.complaints.push(line);
      });
    }
    try {
      await this.awaitReady();
      this.probe = await Probe.connect(socket);
    } catch (error) {
      await this.stop();
      throw new Error([`${this.name} did not start: ${error.message}`, ...this.complaints].join('\n'), {
        cause: error,
      });
    }
    return this;
  }

  /** A new process on the same data: what the old one did to its memory is gone. */
  async restart() {
    await this.#end();
    await this.start();
  }

  /** CPU seconds used so far, children included. */
  cpu() {
    return cpuOfTree(this.process.pid);
  }

  /**
   * Lets it stand still, its PostgreSQL too, with all that it wrote on disk: a server that idles still tidies its tables
   * up, and the kernel writes for it.
   */
  pause() {
    this.paused = true;
    signalTree(this.process.pid, 'SIGSTOP');
    execFileSync('sync');
  }

  resume() {
    if (!this.paused) return;
    signalTree(this.process.pid, 'SIGCONT');
    this.paused = false;
  }

  /** What `count` stations are called and how they identify themselves, from number `first` on. */
  identities(count, first = 0) {
    return Array.from({ length: count }, (_, i) => ({ id: stationId(first + i), idToken: tokenOf(first + i) }));
  }

  /** Told how many transactions the stations had acknowledged. */
  acknowledge(_transactions) {}

  async stop() {
    await this.#end();
    stopOrphan(this.folder);
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #end() {
    this.resume();
    this.probe?.close();
    if (this.process.connected) this.process.send('stop');
    else this.process.kill('SIGTERM');
    const deadline = setTimeout(() => this.process.kill('SIGKILL'), 30_000);
    await this.exit;
    clearTimeout(deadline);
    running.delete(this);
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

/** A folder of its own, until this process ends; as root, PostgreSQL runs as another user, who has to get in. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'tau-bench-'));
  chmodSync(folder, 0o711);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
