import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lastingPort } from '../../../scripts/lasting-port.mjs';
import { Operator } from '../../support/operator.js';
import { Seeded } from '../../support/seeded.js';
import { ADMIN_KEY, emptyFolder } from '../../system/tau-process.js';
import { Ledger } from '../ledger.js';
import { Commander } from './commander.js';
import { Fleet, type FleetOptions } from './fleet.js';
import type { Grounds } from './grounds.js';
import { OwnPostgres } from './own-postgres.js';
import { TcpProxy } from './tcp-proxy.js';
import { WatchedTau, type Figures } from './watched-tau.js';

/** How far a row is played. */
export interface Course {
  readonly seed: number;
  /** Rounds go on until so many messages were acknowledged; the quick form counts rounds alone. */
  readonly messages?: number;
  readonly leniency: number;
}

export interface WorldOptions extends FleetOptions {
  readonly stations: number;
  /** TAU's own embedded PostgreSQL, the one of the grounds, or one on a data folder of the row's own. */
  readonly database: 'embedded' | 'shared' | { readonly home: string };
  readonly env: Readonly<Record<string, string>>;
  /** Further scripts in TAU's process. */
  readonly inside: readonly string[];
  /** File descriptor of TAU's log. */
  readonly stdout: number | undefined;
  /** Between two commands of the operator, ms. */
  readonly commandEveryMs: number;
}

export const ORDINARY: WorldOptions = {
  stations: 40,
  pace: [5, 40],
  backOff: [50, 300],
  answerTimeoutMs: 10_000,
  patience: Infinity,
  database: 'shared',
  // whoever stops TAU at the end has nobody to be gentle to
  env: { DRAIN_SECONDS: '0' },
  inside: [],
  stdout: undefined,
  commandEveryMs: 200,
};

/** Stations of the load are told from others by this. */
export const isOfLoad = (stationId: string): boolean => stationId.startsWith('LOAD-');

/** TAU under load, with everything around it that can go wrong, and the books that are kept about it. */
export class World {
  readonly ledger = new Ledger();
  /** Expectations that did not hold, in words. */
  readonly broken: string[] = [];
  /** What else is worth telling. */
  readonly notes: string[] = [];
  readonly recoveriesMs: number[] = [];
  peakRss = 0;
  tau: WatchedTau;
  postgres: OwnPostgres | undefined;
  /** Between stations and TAU. */
  stationLine: TcpProxy;
  /** Between TAU and PostgreSQL, unless that is embedded. */
  databaseLine: TcpProxy | undefined;
  operator: Operator;
  fleet: Fleet;
  private commander: Commander;
  private database = '';
  private readonly earlier: Figures[] = [];
  private readonly dataDir = path.join(emptyFolder(), 'data');
  private port = 0;

  private constructor(
    readonly options: WorldOptions,
    readonly random: Seeded,
    /** Times as in production, rather than shortened ones. */
    readonly isLong: boolean,
    /** How many times longer than allowed everything may take: rows that are played side by side share the machine. */
    private readonly leniency: number,
  ) {}

  static async begin(grounds: Grounds, options: WorldOptions, course: Course): Promise<World> {
    const world = new World(options, new Seeded(course.seed), course.messages !== undefined, course.leniency);
    try {
      await world.build(grounds);
      return world;
    } catch (error) {
      await world.tearDown();
      throw error;
    }
  }

  /** Writes down what did not hold. */
  expect(expectation: string, holds: boolean, found?: unknown): void {
    if (!holds) this.broken.push(found === undefined ? expectation : `${expectation}; found ${JSON.stringify(found)}`);
  }

  /** Writes down what took too long, ms. */
  expectWithin(limitMs: number, expectation: string, tookMs: number): void {
    this.expect(`${expectation} within ${limitMs} ms`, tookMs <= limitMs * this.leniency, Math.round(tookMs));
  }

  get databaseName(): string {
    return this.database;
  }

  get tauPort(): number {
    return this.port;
  }

  /** Where stations connect through the line that can be disturbed. */
  get url(): string {
    return `ws://127.0.0.1:${this.stationLine.port}/ocpp`;
  }

  /** Starts TAU again after it has ended, on the same data and port. */
  async startTau(): Promise<void> {
    if (this.tau) this.earlier.push(this.tau.figures);
    const { env, inside, stdout } = this.options;
    this.tau = await WatchedTau.start({
      dataDir: this.dataDir,
      inside,
      stdout,
      env: {
        PORT: String(this.port),
        AUTHORIZATION_POLICY: 'accept-all',
        LOG_LEVEL: 'error',
        ...(this.postgres && { DATABASE_URL: this.postgres.urlOf(this.database, this.databaseLine!.port) }),
        ...env,
      },
    });
  }

  async killTau(): Promise<void> {
    this.notePeak();
    await this.tau.process.stop('SIGKILL');
  }

  /** Expects an acknowledgement within that many milliseconds from `since`. */
  async recovers(since = performance.now(), withinMs = 5000): Promise<void> {
    await Promise.race([this.fleet.seen.nextAck(), wait(60_000, undefined, { ref: false })]);
    const took = performance.now() - since;
    this.recoveriesMs.push(took);
    this.expectWithin(withinMs, 'acknowledges again', took);
  }

  /** Lets `ms` pass, and expects that no transaction message is acknowledged meanwhile, after a moment of grace. */
  async expectSilence(ms: number, graceMs = 300): Promise<void> {
    await wait(graceMs);
    const before = this.fleet.seen.acks;
    await wait(ms - graceMs);
    const { acks } = this.fleet.seen;
    this.expect('acknowledges nothing while the database is away', acks === before, acks - before);
  }

  /** Everything is delivered and closed. */
  async settle(): Promise<void> {
    for (const line of [this.stationLine, this.databaseLine]) line?.heal();
    await this.commander.finish();
    await this.fleet.finish(60_000);
    this.notePeak();
    this.expect('TAU still runs', !this.tau.hasEnded, this.tau.process.output.slice(-2000));
  }

  /** Of the event loops of all processes that were TAU: the worst. */
  get figures(): Figures {
    const all = [...this.earlier, this.tau.figures];
    const worst = (of: (figures: Figures) => number): number => Math.max(...all.map(of));
    return { p99: worst(({ p99 }) => p99), max: worst(({ max }) => max), rss: worst(({ rss }) => rss) };
  }

  async tearDown(): Promise<void> {
    await this.fleet?.finish(0).catch(() => undefined);
    if (this.tau && !this.tau.hasEnded) await this.tau.process.stop();
    await this.stationLine?.close();
    await this.databaseLine?.close();
    if (typeof this.options.database === 'object') await this.postgres?.stop();
  }

  private notePeak(): void {
    if (!this.tau.hasEnded) this.peakRss = Math.max(this.peakRss, this.tau.peakRss);
  }

  private async build(grounds: Grounds): Promise<void> {
    const { database, stations, commandEveryMs } = this.options;
    if (typeof database === 'object') this.postgres = await OwnPostgres.start(emptyFolder(), database.home);
    if (database === 'shared') this.postgres = grounds.postgres;
    if (this.postgres) {
      this.database = await grounds.freshDatabase(this.postgres);
      this.databaseLine = await TcpProxy.listen(this.postgres.port, this.random);
    }
    this.port = await lastingPort();
    this.stationLine = await TcpProxy.listen(this.port, this.random);
    await this.startTau();
    this.operator = new Operator(`http://127.0.0.1:${this.port}`, ADMIN_KEY);
    this.fleet = new Fleet(this.ledger, this.random, this.options);
    await this.fleet.register(this.operator, this.url, stations);
    const stationIds = this.fleet.all.map(({ stationId }) => stationId);
    this.commander = new Commander(this.operator, stationIds, this.ledger, this.random, commandEveryMs);
    await this.fleet.connect();
    this.fleet.begin();
    if (stations > 0) this.commander.begin();
  }
}
