import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { setupApp } from '../../src/app.setup.js';
import { SimulatedStation, type StationOptions } from '../../src/cli/simulator/index.js';
import { Clock } from '../../src/common/clock.js';
import type { Config } from '../../src/config/config.js';
import { readConfig } from '../../src/config/read-config.js';
import { TlsListener } from '../../src/http/tls/tls-listener.js';
import type { OcppVersion } from '../../src/ocpp/index.js';
import { eventually } from './eventually.js';
import { noteExchange } from './exchanges.js';
import { FakeClock } from './fake-clock.js';
import { Given } from './given.js';
import { Operator, type Api } from './operator.js';
import { StrictStation } from './strict-station.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface CsmsOptions {
  /** Environment variables as an operator would set them, e.g. `{ AUTHORIZATION_POLICY: 'accept-all' }`. */
  readonly env?: Readonly<Record<string, string>>;
  /** The time at which the clock stands; the real time by default. */
  readonly now?: Date | string;
}

/** How a test's station differs from an ordinary one. */
export type TestStationOptions<V extends OcppVersion> = Partial<
  Omit<StationOptions<V>, 'stationId' | 'version' | 'clock'>
> & {
  /** What the operator says about it at registration. */
  readonly registration?: Partial<Api<'RegisterStation'>>;
};

const API_KEY = 'test-admin-key-0123456789abcdef0123456789abcdef';

/**
 * The real application for one test file: port of its own, database of its own, a clock that the test moves. Call it
 * at the top of a `describe`; it starts before the tests and stops after them.
 *
 * ```ts
 * describe('E01', () => {
 *   const csms = startCsms();
 *   it('...', async () => {
 *     await csms.given.idToken({ value: 'ABCD1234' });
 *     const station = await csms.station('CS001', '1.6').boots();
 *     ...
 *     expect(await csms.operator.transactions({ stationId: 'CS001' })).toHaveLength(1);
 *   });
 * });
 * ```
 */
export function startCsms(options: CsmsOptions = {}): TestCsms {
  const csms = new TestCsms(options);
  beforeAll(() => csms.start(), 30_000);
  afterEach(() => csms.closeStations());
  afterAll(() => csms.stop(), 30_000);
  return csms;
}

/** A running TAU with everybody who talks to it. */
export class TestCsms {
  readonly clock: FakeClock;
  readonly given = new Given(() => this.operator);
  private readonly dataDir = mkdtempSync(path.join(tmpdir(), 'tau-test-'));
  private readonly stations: { close(): Promise<void> }[] = [];
  private database: TestDatabase | undefined;
  private app: NestExpressApplication | undefined;
  private client: Operator | undefined;
  /** Chosen at the first start, and kept over restarts. */
  private port = 0;

  constructor(private readonly options: CsmsOptions) {
    this.clock = new FakeClock(options.now ?? new Date());
  }

  /** An operator with an admin key. */
  get operator(): Operator {
    if (!this.client) throw new Error('TAU runs only while tests do: use it inside `it` or a hook');
    return this.client;
  }

  /** The admin key that `operator` uses. */
  readonly apiKey = API_KEY;

  /** http://127.0.0.1:port */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Where stations connect, without the station id. */
  get ocppUrl(): string {
    return `ws://127.0.0.1:${this.port}/ocpp`;
  }

  /** The same over TLS, where the environment gives TLS_PORT: wss://localhost:port/ocpp */
  get tlsOcppUrl(): string {
    return `wss://localhost:${this.get(TlsListener).port}/ocpp`;
  }

  /** A station of the simulator: registered when it first connects, switched off after the test. */
  station<V extends OcppVersion>(
    stationId: string,
    version: V,
    options: TestStationOptions<V> = {},
  ): SimulatedStation<V> {
    const { registration, ...behaviour } = options;
    const station = new SimulatedStation<V>({
      stationId,
      version,
      url: this.ocppUrl,
      clock: this.clock,
      password: () => this.given.station(stationId, registration),
      // those that a moved clock brings may or may not come before the test ends, and docs/conformance.md would change
      heartbeats: false,
      ...behaviour,
    } as StationOptions<V>);
    station.on('frame', (frame) => noteExchange(version, frame));
    this.stations.push(station);
    return station;
  }

  /** A station of an independent implementation that looks at every frame; connected, but not booted. */
  async strictStation<V extends '1.6' | '2.0.1'>(stationId: string, version: V): Promise<StrictStation<V>> {
    const password = await this.given.station(stationId);
    const station = new StrictStation(stationId, version, this.ocppUrl, password);
    this.stations.push(station);
    return station.connect();
  }

  /** A provider of the running application; for what no operator can see or do. */
  get<T>(token: abstract new (...args: never[]) => T): T {
    return this.app!.get(token, { strict: false });
  }

  /** What somebody else does to the database: another process of TAU, a job, a person. */
  async sql<Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> {
    return this.app!.get(DataSource).query<Row[]>(text, values);
  }

  /** Stops TAU and starts it again on the same database and port. Stations notice, and come back with `goOnline`. */
  async restart(): Promise<void> {
    await this.app?.close();
    await this.startApp();
  }

  eventually = eventually;

  async start(): Promise<void> {
    this.database = await createTestDatabase();
    await this.startApp();
  }

  /** Fails where a station was promised a CALL that never came. */
  async closeStations(): Promise<void> {
    const closed = await Promise.allSettled(this.stations.splice(0).map((station) => station.close()));
    for (const each of closed) if (each.status === 'rejected') throw each.reason;
  }

  async stop(): Promise<void> {
    this.client = undefined;
    await this.app?.close();
    await this.database?.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async startApp(): Promise<void> {
    const module = await Test.createTestingModule({ imports: [AppModule.forRoot(this.config())] })
      .overrideProvider(Clock)
      .useValue(this.clock)
      .compile();
    this.app = module.createNestApplication<NestExpressApplication>({
      bodyParser: false,
      forceCloseConnections: true,
      logger: process.env['TAU_TEST_LOG'] ? undefined : false,
    });
    await setupApp(this.app).listen(this.port, '127.0.0.1');
    this.port = (this.app.getHttpServer().address() as { port: number }).port;
    this.client = new Operator(this.url, API_KEY);
  }

  private config(): Config {
    return readConfig({
      HOST: '127.0.0.1',
      PORT: String(this.port),
      DATA_DIR: this.dataDir,
      DATABASE_URL: this.database!.url,
      DATABASE_POOL: '4',
      ADMIN_API_KEY: API_KEY,
      SECRET_KEY: 'test-secret-key-0123456789abcdef0123456789abcdef',
      LOG_LEVEL: process.env['TAU_TEST_LOG'] ?? 'silent',
      // a clock that jumps would cut off stations whose pongs are on their way
      OCPP_HOLD_SECONDS: '0',
      OCPP_PING_INTERVAL_SECONDS: '0',
      // and on one that stands still all connections of a station are made in the same second
      OCPP_MAX_RECONNECTS: '100000',
      DRAIN_SECONDS: '0',
      ...this.options.env,
    });
  }
}
