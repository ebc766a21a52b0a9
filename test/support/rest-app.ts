import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApplication } from '../../src/application.js';
import type { Config } from '../../src/config/config.js';
import { readConfig } from '../../src/config/read-config.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** What a test takes apart by hand, it knows the shape of. */
export type Parsed = ReturnType<typeof JSON.parse>;

/** An answer of the REST API as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Parsed;
}

export const ADMIN_KEY = 'the-admin-key-of-the-tests-0123456789abcdef';

/** TAU seen through raw HTTP, for tests of REST itself; tests of what TAU does use startCsms. */
export class RestApp {
  readonly dataDir = mkdtempSync(path.join(tmpdir(), 'tau-rest-'));
  private app: Awaited<ReturnType<typeof createApplication>> | undefined;
  private url = '';
  private database: TestDatabase | undefined;

  /** Starts the application, or starts it again on the same database and data folder with other settings. */
  async start(settings: Partial<Config> = {}): Promise<this> {
    await this.app?.close();
    this.database ??= await createTestDatabase();
    this.app = await createApplication({
      ...readConfig({ LOG_LEVEL: 'silent' }),
      http: { host: '127.0.0.1', port: 0, publicUrl: undefined, drainSeconds: 0 },
      dataDir: this.dataDir,
      database: { url: this.database.url, poolSize: 4 },
      adminApiKey: ADMIN_KEY,
      ...settings,
    });
    await this.app.listen(0, '127.0.0.1');
    this.url = await this.app.getUrl();
    return this;
  }

  get nest(): NonNullable<RestApp['app']> {
    return this.app!;
  }

  /** Takes the database away from under the running application. */
  async dropDatabase(): Promise<void> {
    await this.database!.drop();
  }

  async stop(): Promise<void> {
    await this.app?.close();
    await this.database?.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async request(
    method: string,
    route: string,
    { key = ADMIN_KEY, body, headers = {} }: RequestOptions = {},
  ): Promise<Answer> {
    const response = await fetch(this.url + route, {
      method,
      headers: {
        ...(key && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }
}

interface RequestOptions {
  /** An API key; empty: none. */
  key?: string;
  /** JSON, or the text of a body that is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}
