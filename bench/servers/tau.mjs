import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { METER_VALUES } from '../load/scenarios.mjs';
import { dataDirIn, postgresIn, readLock, Server, stationId, temporaryFolder, tokenOf } from './server.mjs';

const LONGEST_START_MS = 60_000;
const REQUESTS_AT_ONCE = 8;
const SAMPLED_VALUES = 4;

/** TAU as an operator starts it, on an empty folder, and what the benchmark asks of its REST API. */
class Tau extends Server {
  #passwords = [];

  constructor(process, folder, port, apiKey) {
    super('TAU', process, folder);
    this.base = `http://127.0.0.1:${port}`;
    this.url = `ws://127.0.0.1:${port}/ocpp`;
    this.apiKey = apiKey;
  }

  /** Registers what is missing of that many stations and their tokens. */
  async register(count) {
    const missing = Array.from({ length: count }, (_, index) => index)
      .slice(this.#passwords.length)
      .values();
    const worker = async () => {
      for (const index of missing) {
        const { password } = await this.request('POST', '/stations', { stationId: stationId(index) });
        await this.request('POST', '/id-tokens', { value: tokenOf(index), type: 'ISO14443' });
        this.#passwords[index] = password;
      }
    };
    await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, worker));
  }

  identities(count) {
    return super.identities(count).map((identity, index) => ({ ...identity, password: this.#passwords[index] }));
  }

  /** The newest transaction of the first station must have ended, with all its meter values. */
  async verify(scenario) {
    const { items } = await this.request('GET', `/transactions?stationId=${stationId(0)}&limit=1`);
    const [newest] = items;
    if (newest?.state !== 'ended') throw new Error(`TAU does not show an ended transaction but ${newest?.state}.`);
    if (scenario === 'meter') return;
    const values = await this.request('GET', `/transactions/${newest.id}/meter-values?limit=500`);
    const sampled = values.items.filter(({ context }) => context === 'Sample.Periodic').length;
    const expected = METER_VALUES * SAMPLED_VALUES;
    if (sampled !== expected) throw new Error(`TAU shows ${sampled} sampled values of a transaction, not ${expected}.`);
  }

  async request(method, resource, body) {
    const response = await fetch(`${this.base}/api/v1${resource}`, {
      method,
      headers: { authorization: `Bearer ${this.apiKey}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${resource}: ${response.status} ${await response.text()}`);
    return response.json();
  }
}

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** @param options.databaseUrl a PostgreSQL to use instead of the embedded one */
export async function startTau({ build, inspect, databaseUrl }) {
  const folder = temporaryFolder();
  const port = await freePort();
  const apiKey = randomBytes(32).toString('hex');
  const child = spawn(
    process.execPath,
    [...(inspect ? ['--inspect=127.0.0.1:0'] : []), path.resolve(build, 'main.js')],
    {
      cwd: folder, // no .env of the checkout is read, and nothing of the surrounding settings
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: dataDirIn(folder),
        ADMIN_API_KEY: apiKey,
        LOG_LEVEL: 'warn',
        LOG_FORMAT: 'pretty',
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // Ctrl-C reaches the benchmark alone, which stops it in order
    },
  );
  const tau = new Tau(child, folder, port, apiKey);
  const deadline = performance.now() + LONGEST_START_MS;
  while (!(await fetch(`${tau.base}/health/ready`).catch(() => undefined))?.ok) {
    if (performance.now() > deadline || child.exitCode !== null) {
      await tau.stop();
      throw new Error(`TAU did not start:\n${tau.complaints.join('\n')}`);
    }
    await sleep(50);
  }
  tau.databaseUrl = databaseUrl ?? embeddedUrl(folder);
  return tau;
}

/** Where the embedded PostgreSQL listens, read from its own files. */
function embeddedUrl(folder) {
  const password = readFileSync(path.join(postgresIn(folder), 'password'), 'utf8');
  return `postgres://tau:${password}@127.0.0.1:${readLock(folder)[3]}/tau`;
}
