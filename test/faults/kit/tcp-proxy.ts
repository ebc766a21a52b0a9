import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Seeded } from '../../support/seeded.js';

export type Direction = 'to-server' | 'to-client';

/** What happens to what passes; changed while connections are open. */
interface Weather {
  latencyMs: number;
  jitterMs: number;
  bytesPerSecond: number;
  /** Bytes that may still pass on each connection before it is cut. */
  cutAfter: number;
  corrupt: boolean;
  /** How long the end of a connection takes to get through. */
  lateCloseMs: number;
  /** A connection on which nothing passes for so long is cut, as balancers do. */
  idleMs: number;
}

const FAIR: Weather = {
  latencyMs: 0,
  jitterMs: 0,
  bytesPerSecond: Infinity,
  cutAfter: Infinity,
  corrupt: false,
  lateCloseMs: 0,
  idleMs: Infinity,
};

/** Looks at what passes; `drop` takes it away. Connections are told apart by `link`. */
export type Inspect = (chunk: Buffer, direction: Direction, link: object) => 'pass' | 'drop';

/** Stands between two sides of a TCP connection and does to it what networks do. */
export class TcpProxy {
  inspect: Inspect | undefined;
  private readonly weather = { ...FAIR };
  private readonly links = new Set<Link>();
  private hole: Hole | undefined;

  private constructor(
    private readonly server: Server,
    private readonly random: Seeded,
  ) {}

  /** Listens on a free port of 127.0.0.1 and passes everything on to `targetPort` there. */
  static async listen(targetPort: number, random: Seeded): Promise<TcpProxy> {
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    const proxy = new TcpProxy(server, random);
    server.on('connection', (client) => proxy.accept(client, targetPort));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get connections(): number {
    return this.links.size;
  }

  /** Everything takes that much longer, each way. */
  latency(ms: number, jitterMs = 0): void {
    Object.assign(this.weather, { latencyMs: ms, jitterMs });
  }

  throttle(bytesPerSecond: number): void {
    this.weather.bytesPerSecond = bytesPerSecond;
  }

  /** Flips a bit of everything that passes. */
  corrupt(): void {
    this.weather.corrupt = true;
  }

  /** Each connection, open or to come, is reset when that many more bytes have passed. */
  cutAfter(bytes: number): void {
    this.weather.cutAfter = bytes;
    for (const link of this.links) link.passed = 0;
  }

  lateClose(ms: number): void {
    this.weather.lateCloseMs = ms;
  }

  idleCut(ms: number): void {
    this.weather.idleMs = ms;
    for (const link of this.links) link.stayAwake();
  }

  /** Nothing passes any more, and nobody is told: connections stay open. What was sent meanwhile passes when healed. */
  blackhole(): void {
    this.hole ??= new Hole();
  }

  /** The same for the connections that are open now; new ones pass. */
  strand(): void {
    const hole = new Hole();
    for (const link of this.links) link.hole ??= hole;
  }

  /** Fair weather again. */
  heal(): void {
    Object.assign(this.weather, FAIR);
    this.inspect = undefined;
    this.hole?.heal();
    this.hole = undefined;
    for (const link of this.links) {
      link.hole?.heal();
      link.hole = undefined;
    }
  }

  /** Ends the servers' side of every connection; what clients still say gets through. */
  halfClose(): void {
    for (const { client } of this.links) client.end();
  }

  /** Resets every connection. */
  reset(): void {
    for (const link of this.links) link.cut();
  }

  async close(): Promise<void> {
    this.heal();
    this.reset();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private accept(client: Socket, targetPort: number): void {
    const server = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    const link = new Link(client, server, this.weather);
    this.links.add(link);
    for (const socket of [client, server]) {
      socket.once('close', () => client.destroyed && server.destroyed && this.links.delete(link));
    }
    this.pump(link, client, server, 'to-server');
    this.pump(link, server, client, 'to-client');
  }

  private pump(link: Link, from: Socket, to: Socket, direction: Direction): void {
    let order = Promise.resolve();
    let waiting = 0;
    const inOrder = (job: () => Promise<void>): void => {
      waiting += 1;
      order = order.then(job).finally(() => (waiting -= 1));
    };
    from.on('data', (chunk: Buffer) => {
      const { latencyMs, bytesPerSecond } = this.weather;
      const isHeld = this.hole !== undefined || link.hole !== undefined || bytesPerSecond !== Infinity;
      if (!isHeld && latencyMs === 0 && waiting === 0) return this.pass(link, from, to, chunk, direction);
      // what is only late does not keep the next bytes from being read
      if (isHeld) from.pause();
      const arrived = performance.now();
      inOrder(async () => {
        await this.delay(link, arrived, chunk.length);
        this.pass(link, from, to, chunk, direction);
        if (waiting === 1 && !to.writableNeedDrain) from.resume();
      });
    });
    to.on('drain', () => from.resume());
    from.on('end', () => inOrder(async () => void (await this.delayEnd(link), to.end())));
    from.on('error', () => undefined); // its close follows
    from.on('close', (failed) =>
      inOrder(async () => {
        await this.delayEnd(link);
        if (failed) to.resetAndDestroy();
        else if (!to.writableEnded) to.end();
      }),
    );
  }

  private async delayEnd(link: Link): Promise<void> {
    if (this.weather.lateCloseMs > 0) await wait(this.weather.lateCloseMs);
    await this.outOfHole(link);
  }

  private async outOfHole(link: Link): Promise<void> {
    for (let hole = this.hole ?? link.hole; hole; hole = this.hole ?? link.hole) await hole.gone;
  }

  private async delay(link: Link, arrived: number, bytes: number): Promise<void> {
    const { latencyMs, jitterMs, bytesPerSecond } = this.weather;
    const due = arrived + latencyMs + (jitterMs > 0 ? this.random.whole(0, jitterMs) : 0);
    const left = Math.max(0, due - performance.now()) + bytes / (bytesPerSecond / 1000);
    if (left > 0) await wait(left);
    await this.outOfHole(link);
  }

  private pass(link: Link, from: Socket, to: Socket, chunk: Buffer, direction: Direction): void {
    if (to.destroyed || to.writableEnded) return;
    if (this.inspect?.(chunk, direction, link) === 'drop') return;
    link.stayAwake();
    link.passed += chunk.length;
    const over = link.passed - this.weather.cutAfter;
    if (this.weather.corrupt) chunk[chunk.length >> 1]! ^= 1;
    if (over > 0) to.write(chunk.subarray(0, Math.max(0, chunk.length - over)), () => link.cut());
    else if (!to.write(chunk)) from.pause();
  }
}

/** Where bytes stay until it is gone. */
class Hole {
  heal!: () => void;
  readonly gone = new Promise<void>((resolve) => (this.heal = resolve));
}

/** One connection through the proxy. */
class Link {
  passed = 0;
  hole: Hole | undefined;
  private idle: NodeJS.Timeout | undefined;

  constructor(
    readonly client: Socket,
    readonly server: Socket,
    private readonly weather: Weather,
  ) {
    for (const socket of [client, server]) socket.once('close', () => clearTimeout(this.idle));
    this.stayAwake();
  }

  stayAwake(): void {
    clearTimeout(this.idle);
    if (this.weather.idleMs !== Infinity) this.idle = setTimeout(() => this.cut(), this.weather.idleMs);
  }

  cut(): void {
    this.client.resetAndDestroy();
    this.server.resetAndDestroy();
  }
}
