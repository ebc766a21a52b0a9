import { setTimeout as wait } from 'node:timers/promises';
import type { Operator } from '../../support/operator.js';
import { Seeded } from '../../support/seeded.js';
import type { Ledger } from '../ledger.js';
import { LoadStation, type LoadStationOptions, type StationWatch } from './load-station.js';

export type FleetOptions = Pick<LoadStationOptions, 'pace' | 'backOff' | 'answerTimeoutMs' | 'patience'>;

/** What the stations saw since the last `forget`; errors since the beginning. */
export class Sightings implements StationWatch {
  acks = 0;
  /** Until the acknowledgement, ms, by action. */
  readonly latencies = new Map<string, number[]>();
  /** CALLERRORs to transaction messages. */
  readonly errors: string[] = [];
  unanswered = 0;
  /** Heartbeat intervals that BootNotifications were answered with, s. */
  readonly intervals: number[] = [];
  /** How often a handshake was refused, by HTTP status. */
  readonly refusals = new Map<number, number>();
  /** How often a line was closed, by code. */
  readonly closes = new Map<number, number>();
  private readonly closedAt: number[] = [];
  private readonly listeners = new Set<() => void>();

  acknowledged(action: string, ms: number): void {
    this.acks += 1;
    const soFar = this.latencies.get(action);
    if (soFar) soFar.push(ms);
    else this.latencies.set(action, [ms]);
    for (const listener of this.listeners) listener();
    this.listeners.clear();
  }

  answeredWithError(stationId: string, action: string, code: string): void {
    this.errors.push(`${stationId} ${action} ${code}`);
  }

  notAnswered(): void {
    this.unanswered += 1;
  }

  booted(answer: Record<string, unknown>): void {
    this.intervals.push(Number(answer['interval']));
  }

  refused(status: number): void {
    this.refusals.set(status, (this.refusals.get(status) ?? 0) + 1);
  }

  closed(code: number): void {
    this.closes.set(code, (this.closes.get(code) ?? 0) + 1);
    this.closedAt.push(performance.now());
  }

  /** From the first close to the last, ms. */
  get closedWithin(): number {
    return (this.closedAt.at(-1) ?? 0) - (this.closedAt[0] ?? 0);
  }

  get closedLines(): number {
    return [...this.closes.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Resolves at the next acknowledgement of a transaction message. */
  nextAck(): Promise<void> {
    return new Promise((resolve) => this.listeners.add(resolve));
  }

  /** Of the given actions, or of all. Milliseconds that `percent` of the answers did not exceed; 0 without any. */
  percentile(percent: number, ...actions: string[]): number {
    const chosen = [...this.latencies].filter(([action]) => actions.length === 0 || actions.includes(action));
    const sorted = chosen.flatMap(([, times]) => times).sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
  }

  forget(): void {
    this.acks = this.unanswered = 0;
    this.intervals.length = this.closedAt.length = 0;
    for (const each of [this.latencies, this.refusals, this.closes]) each.clear();
  }
}

/** Many stations at work, half of them 1.6, half 2.0.1. */
export class Fleet {
  readonly seen = new Sightings();
  private readonly stations: LoadStation[] = [];
  private over = false;
  private work: Promise<unknown> | undefined;
  private address: string | undefined;

  constructor(
    private readonly ledger: Ledger,
    private readonly random: Seeded,
    private readonly options: FleetOptions,
  ) {}

  get all(): readonly LoadStation[] {
    return this.stations;
  }

  get openLines(): number {
    return this.stations.filter(({ isOpen }) => isOpen).length;
  }

  /** Registers that many stations. */
  async register(operator: Operator, url: string, count: number): Promise<void> {
    const numbers = Array.from({ length: count }, (_, i) => this.stations.length + i);
    const seeds = new Map(numbers.map((n) => [n, this.random.whole(0, 2 ** 31)]));
    const rest = numbers.values();
    const worker = async (): Promise<void> => {
      for (const n of rest) {
        const stationId = `LOAD-${String(n).padStart(5, '0')}`;
        const { password } = await operator.register({ stationId });
        const version = n % 2 === 0 ? '1.6' : '2.0.1';
        const from = (): string | undefined => this.address;
        const options = { ...this.options, stationId, version, password, url, from } as const;
        this.stations[n] = new LoadStation(options, new Seeded(seeds.get(n)!), this.ledger, this.seen);
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
  }

  /** All at once. Resolves when all are accepted. */
  async connect(): Promise<void> {
    await Promise.all(this.stations.map((station) => station.connect()));
  }

  /** Sets all stations to work. */
  begin(): void {
    this.work = Promise.all(this.stations.map((station) => station.run(() => this.over)));
  }

  /** The address that stations connect from next. */
  moveTo(address: string): void {
    this.address = address;
  }

  /** Every station ends its transaction and delivers all of it, then all of them close. */
  async finish(withinMs: number): Promise<void> {
    this.over = true;
    const late = wait(withinMs, 'late', { ref: false });
    const ended = await Promise.race([this.work, late]);
    await Promise.all(this.stations.map((station) => station.close()));
    if (ended === 'late') throw new Error(`Stations could not deliver everything within ${withinMs} ms.`);
  }
}
