import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { lastingPort } from '../../scripts/lasting-port.mjs';
import { METER_VALUES } from '../load/scenarios.mjs';
import { dataDirIn, postgresIn, readLock, Server, stationId, tokenOf } from './server.mjs';

const LONGEST_START_MS = 60_000;
const REQUESTS_AT_ONCE = 8;
const SAMPLED_VALUES = 4;
const PINO_WARN = 40;
const INSPECTOR_LINES = /^(Debugger |For help, see)/;

/** TAU as an operator starts it, on an empty folder, and what the benchmark asks of its REST API. */
export class Tau extends Server {
  /** Transactions whose end stations had acknowledged. */
  acknowledged = 0;
  /** Where its inspector listens, if it was started with one. */
  inspectorUrl;
  #options;
  #apiKey = randomBytes(32).toString('hex');
  #passwords = [];
  #tokens = [];
  #base;
  #env;

  /**
   * @param options {{ build: string, tls?: { certFile: string, keyFile: string }, inspect?: boolean,
   *   databaseUrl?: string }} `databaseUrl`: a PostgreSQL to use instead of the embedded one
   */
  constructor(options) {
    super('TAU');
    this.#options = options;
  }

  async start() {
    const port = await lastingPort();
    this.#base = `http://127.0.0.1:${port}`;
    this.url = `ws://127.0.0.1:${port}/ocpp`;
    this.#env = {
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDirIn(this.folder),
      ADMIN_API_KEY: this.#apiKey,
      ...(this.#options.databaseUrl && { DATABASE_URL: this.#options.databaseUrl }),
      ...(await this.#tlsEnvironment()),
    };
    return super.start();
  }

  launch(flags, env) {
    const inspector = this.#options.inspect ? ['--inspect=127.0.0.1:0'] : [];
    return spawn(process.execPath, [...flags, ...inspector, path.resolve(this.#options.build, 'main.js')], {
      cwd: this.folder, // no .env of the checkout is read
      env: { ...env, ...this.#env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // Ctrl-C reaches the benchmark alone, which stops it in order
    });
  }

  async awaitReady() {
    const deadline = performance.now() + LONGEST_START_MS;
    while (!(await fetch(`${this.#base}/health/ready`).catch(() => undefined))?.ok) {
      if (performance.now() > deadline) throw new Error('it did not become ready');
      if (this.process.exitCode !== null) throw new Error(`it ended with ${this.process.exitCode}`);
      await sleep(50);
    }
    this.databaseUrl = this.#options.databaseUrl ?? embeddedUrl(this.folder);
  }

  /** It logs as it is shipped: JSON, one line each. */
  complainsWith(line) {
    const inspector = /^Debugger listening on (ws:\S+)/.exec(line);
    if (inspector) this.inspectorUrl = inspector[1];
    if (line === '' || INSPECTOR_LINES.test(line)) return false;
    return !line.startsWith('{"level":') || Number.parseInt(line.slice('{"level":'.length), 10) >= PINO_WARN;
  }

  /** Registers what is missing of that many stations. */
  async register(count) {
    await forMissing(this.#passwords, count, async (index) => {
      const { password } = await this.request('POST', '/stations', { stationId: stationId(index) });
      return password;
    });
  }

  /** Registers what is missing of the tokens of that many stations. */
  async registerTokens(count) {
    await forMissing(this.#tokens, count, (index) =>
      this.request('POST', '/id-tokens', { value: tokenOf(index), type: 'ISO14443' }),
    );
  }

  identities(count, first = 0) {
    return super.identities(count, first).map((identity, i) => ({ ...identity, password: this.#passwords[first + i] }));
  }

  acknowledge(transactions) {
    this.acknowledged += transactions;
  }

  /**
   * What it shows must be what was acknowledged: the newest transaction of the first station has ended with all its meter
   * values, its messages are in the message log, and as many transactions have ended as stations were told.
   */
  async verify(scenario) {
    const { items } = await this.request('GET', `/transactions?stationId=${stationId(0)}&limit=1`);
    const [newest] = items;
    if (newest?.state !== 'ended') throw new Error(`TAU does not show an ended transaction but ${newest?.state}.`);
    const log = await this.request('GET', `/stations/${stationId(0)}/messages?limit=1`);
    if (log.items.length === 0) throw new Error(`TAU shows no messages of ${stationId(0)}: its message log is off.`);
    const ended = await this.countEnded();
    if (ended !== this.acknowledged) throw new Error(`TAU has ${ended} ended transactions, not ${this.acknowledged}.`);
    if (scenario === 'meter') return;
    const values = await this.request('GET', `/transactions/${newest.id}/meter-values?limit=500`);
    const sampled = values.items.filter(({ context }) => context === 'Sample.Periodic').length;
    const expected = METER_VALUES * SAMPLED_VALUES;
    if (sampled !== expected) throw new Error(`TAU shows ${sampled} sampled values of a transaction, not ${expected}.`);
  }

  /** Counted in the database: REST would take thousands of pages. */
  async countEnded() {
    const client = new pg.Client(this.databaseUrl);
    await client.connect();
    const { rows } = await client.query(`SELECT count(*)::int AS ended FROM transactions WHERE state = 'ended'`);
    await client.end();
    return rows[0].ended;
  }

  async request(method, resource, body) {
    const response = await fetch(`${this.#base}/api/v1${resource}`, {
      method,
      headers: { authorization: `Bearer ${this.#apiKey}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${resource}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  /** Older builds cannot serve TLS, and are measured without. */
  async #tlsEnvironment() {
    const { tls, build } = this.#options;
    if (!tls || !readFileSync(path.join(build, 'config/schema.js'), 'utf8').includes('TLS_PORT')) return {};
    const port = await lastingPort();
    this.tlsUrl = `wss://127.0.0.1:${port}/ocpp`;
    return { TLS_PORT: String(port), TLS_CERT_FILES: tls.certFile, TLS_KEY_FILES: tls.keyFile };
  }
}

/** Fills a list up to `count` entries, a limited number at a time. */
async function forMissing(list, count, make) {
  const missing = Array.from({ length: count }, (_, index) => index)
    .slice(list.length)
    .values();
  const worker = async () => {
    for (const index of missing) list[index] = await make(index);
  };
  await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, worker));
}

/** Where the embedded PostgreSQL listens, read from its own files. */
function embeddedUrl(folder) {
  const password = readFileSync(path.join(postgresIn(folder), 'password'), 'utf8');
  return `postgres://tau:${password}@127.0.0.1:${readLock(folder)[3]}/tau`;
}
