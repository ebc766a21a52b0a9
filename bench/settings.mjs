import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import pg from 'pg';
import { processesOf } from './measure/process-tree.mjs';

const DATABASE_SETTINGS = [
  'server_version',
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'wal_level',
  'wal_init_zero',
  'default_statistics_target',
  'autovacuum_naptime',
  'shared_buffers',
  'max_wal_size',
  'checkpoint_timeout',
];

function git(...args) {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

function commit() {
  const hash = git('rev-parse', '--short=10', 'HEAD');
  if (!hash) return 'unknown';
  const changed = git('status', '--porcelain', '--', 'src', 'bench', 'package-lock.json');
  return changed ? `${hash} with changes` : `${hash}, clean`;
}

/**
 * The settings that decide what a commit costs, as the server itself states them.
 * @throws if one of its processes is not below the measured process, whose CPU would not be counted
 */
async function databaseSettings({ name, process, databaseUrl }) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query('SELECT pid, backend_type FROM pg_stat_activity');
    const counted = processesOf(process.pid);
    const uncounted = rows.filter(({ pid }) => !counted.has(pid));
    if (uncounted.length > 0) {
      throw new Error(`${name}: CPU of PostgreSQL's ${uncounted[0].backend_type} would not be counted.`);
    }
    const settings = await client.query('SELECT name, current_setting(name) FROM pg_settings WHERE name = ANY ($1)', [
      DATABASE_SETTINGS,
    ]);
    const values = new Map(settings.rows.map((row) => [row.name, row.current_setting]));
    return Object.fromEntries(DATABASE_SETTINGS.map((setting) => [setting, values.get(setting)]));
  } finally {
    await client.end();
  }
}

/** Sockets and files that a process may have open; node raises it as far as it may. */
export const openFileLimit = () => Number(/^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))[1]);

/** What a figure of this machine and this build means nothing without. */
export const readMachine = (options) => ({
  date: new Date().toISOString(),
  commit: commit(),
  build: options.build,
  node: process.version,
  cores: os.availableParallelism(),
  cpu: os.cpus()[0]?.model,
  memoryGib: Math.round(os.totalmem() / 2 ** 30),
  kernel: os.release(),
  loadAverage: Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]),
  openFiles: openFileLimit(),
});

/** How the servers are set. @throws if the databases of two servers are set differently */
export async function readServers(servers) {
  const databases = await Promise.all(servers.filter(({ databaseUrl }) => databaseUrl).map(databaseSettings));
  const [database] = databases;
  if (databases.some((other) => JSON.stringify(other) !== JSON.stringify(database))) {
    throw new Error(`The databases differ in their settings: ${JSON.stringify(databases)}`);
  }
  return database;
}
