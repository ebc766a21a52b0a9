import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { lastingPort } from '../../scripts/lasting-port.mjs';
import type { Parsed } from '../support/rest-app.js';

/** The user `nobody`, as which an ordinary user's start is tried. */
export const NOBODY = { uid: 65_534, gid: 65_534 };
export const ADMIN_KEY = 'the-admin-key-of-the-system-tests-0123456789';

const folders: string[] = [];

/** An empty folder that anybody may pass through; removed by `removeFolders`. */
export function emptyFolder(mode = 0o755): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tau-system-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The built application where everybody may read it: the checkout, or a copy if that lies in a closed folder. */
function builtApplication(): string {
  const isOpen = (folder: string): boolean =>
    (statSync(folder).mode & 0o005) === 0o005 && (folder === '/' || isOpen(path.dirname(folder)));
  if (isOpen(process.cwd())) return process.cwd();
  const copy = path.join(emptyFolder(), 'tau');
  for (const part of ['dist', 'node_modules', 'package.json']) {
    cpSync(part, path.join(copy, part), { recursive: true, verbatimSymlinks: true });
  }
  return copy;
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // no process, or gone meanwhile
  }
}

/** Waits until `probe` holds; what it throws counts as not yet. */
export async function until(probe: () => Promise<boolean> | boolean, longestMs = 30_000): Promise<void> {
  for (const end = performance.now() + longestMs; performance.now() < end; await wait(20)) {
    if (
      await Promise.resolve()
        .then(probe)
        .catch(() => false)
    )
      return;
  }
  throw new Error(`Not within ${longestMs} ms.`);
}

let application: string | undefined;

export interface Start {
  dataDir?: string;
  env?: NodeJS.ProcessEnv;
  user?: { uid: number; gid: number };
  /** Scripts of a test that run inside of TAU's process, which then has an IPC channel. */
  inside?: readonly string[];
  /** File descriptor that its standard output goes to instead of `output`. */
  stdout?: number;
}

/** A TAU of its own process, started as an administrator starts it. */
export class TauProcess {
  private static readonly running = new Set<TauProcess>();
  output = '';
  readonly exit: Promise<number | null>;
  private readonly startedAt = performance.now();

  private constructor(
    readonly child: ChildProcess,
    readonly port: number,
    readonly dataDir: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (this.output += chunk));
    this.exit = new Promise((resolve) => child.once('close', resolve));
    TauProcess.running.add(this);
    void this.exit.then(() => TauProcess.running.delete(this));
  }

  /** Stops every one that a test has left running. */
  static async stopAll(): Promise<void> {
    await Promise.all([...TauProcess.running].map((tau) => tau.stop()));
  }

  /** Starts it without waiting. The surrounding environment stays outside. */
  static async launch(options: Start = {}): Promise<TauProcess> {
    const { dataDir = path.join(emptyFolder(), 'data'), env = {}, user, inside = [], stdout } = options;
    application ??= builtApplication();
    const port = env['PORT'] ? Number(env['PORT']) : await lastingPort();
    const imports = inside.flatMap((script) => ['--import', pathToFileURL(path.resolve(script)).href]);
    const child = spawn(process.execPath, [...imports, path.join(application, 'dist/main.js')], {
      cwd: path.dirname(dataDir),
      env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, ...env },
      stdio: ['ignore', stdout ?? 'pipe', 'pipe', ...(inside.length > 0 ? (['ipc'] as const) : [])],
      ...user,
    });
    return new TauProcess(child, port, dataDir);
  }

  /** Starts it and waits until it is ready. */
  static async start(options: Start = {}): Promise<TauProcess> {
    const tau = await TauProcess.launch({ ...options, env: { ADMIN_API_KEY: ADMIN_KEY, ...options.env } });
    await tau.ready();
    return tau;
  }

  /** @returns milliseconds since the launch */
  async ready(): Promise<number> {
    const ended = (): boolean => this.child.exitCode !== null;
    await until(async () => ended() || (await this.status('/health/ready')) === 200).catch(() => undefined);
    if ((await this.status('/health/ready')) !== 200) throw new Error(`TAU is not ready:\n${this.output}`);
    return performance.now() - this.startedAt;
  }

  async status(route: string): Promise<number | undefined> {
    const answer = await fetch(`http://127.0.0.1:${this.port}${route}`).catch(() => undefined);
    return answer?.status;
  }

  async api(method: string, route: string, body?: unknown, key = ADMIN_KEY): Promise<{ status: number; body: Parsed }> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/api/v1${route}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return this.exit;
  }

  /** Pid of its embedded database. */
  get postmaster(): number {
    return Number.parseInt(readFileSync(path.join(this.dataDir, 'postgres/data/postmaster.pid'), 'utf8'), 10);
  }

  /** Command lines of processes that have to do with its data folder. */
  get processes(): string[] {
    return readdirSync('/proc')
      .map(commandLine)
      .filter((line) => line.includes(this.dataDir));
  }
}
