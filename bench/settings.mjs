import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import pg from 'pg';

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
  return git('status', '--porcelain', '--', 'src', 'package-lock.json') ? `${hash} with changes` : hash;
}

/** The settings that decide what a commit costs, as the server itself states them. */
async function databaseSettings(url) {
  const client = new pg.Client(url);
  await client.connect();
  const show = async (name) => (await client.query(`SHOW ${name}`)).rows[0][name];
  const settings = {
    postgresql: await show('server_version'),
    fsync: await show('fsync'),
    synchronousCommit: await show('synchronous_commit'),
    sharedBuffers: await show('shared_buffers'),
  };
  await client.end();
  return settings;
}

/** What a figure means nothing without. @throws if the databases of two servers are set differently */
export async function readSettings(servers, options) {
  const databases = await Promise.all(
    servers
      .map(({ databaseUrl }) => databaseUrl)
      .filter(Boolean)
      .map(databaseSettings),
  );
  const [database] = databases;
  if (databases.some((other) => JSON.stringify(other) !== JSON.stringify(database))) {
    throw new Error(`The databases differ in their settings: ${JSON.stringify(databases)}`);
  }
  return {
    date: new Date().toISOString(),
    commit: commit(),
    build: options.build,
    node: process.version,
    ...database,
    cores: os.availableParallelism(),
    cpu: os.cpus()[0]?.model,
    loadAverage: Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]),
    stations: options.stations,
    seconds: options.seconds,
    rounds: options.rounds,
  };
}
