import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Seeded } from '../../support/seeded.js';
import { until } from '../../system/tau-process.js';
import { TcpProxy } from './tcp-proxy.js';

/** Bytes as they came, and how it ended. */
class End {
  text = '';
  ended = false;
  error: string | undefined;

  constructor(readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    socket.on('end', () => (this.ended = true));
    socket.on('error', (error: NodeJS.ErrnoException) => (this.error = error.code));
  }
}

describe('The proxy of the fault tests', () => {
  let server: Server;
  let proxy: TcpProxy;
  const open: Socket[] = [];

  /** A new connection: both of its ends. */
  const pair = async (): Promise<{ client: End; server: End }> => {
    const accepted = once(server, 'connection') as Promise<[Socket]>;
    const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
    const client = new End(socket);
    const [other] = await accepted;
    open.push(socket, other);
    return { client, server: new End(other) };
  };
  const timed = async (job: () => Promise<void>): Promise<number> => {
    const began = performance.now();
    await job();
    return performance.now() - began;
  };

  beforeEach(async () => {
    server = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    proxy = await TcpProxy.listen((server.address() as AddressInfo).port, new Seeded(1));
  });
  afterEach(async () => {
    for (const socket of open.splice(0)) socket.destroy();
    await proxy.close();
    server.close();
  });

  it('passes everything in order, both ways, and the end', async () => {
    const { client, server } = await pair();
    const long = 'x'.repeat(300_000);

    client.socket.write('to ');
    client.socket.end(long);
    server.socket.write('from');
    await until(() => server.ended && client.text === 'from');

    expect(server.text).toBe(`to ${long}`);
    expect(client.ended).toBe(false);
  });

  it('delays, and keeps the order in spite of jitter', async () => {
    const { client, server } = await pair();
    proxy.latency(100, 50);

    const ms = await timed(async () => {
      for (let i = 0; i < 10; i++) {
        client.socket.write(String(i));
        await wait(5);
      }
      await until(() => server.text.length === 10);
    });

    expect(server.text).toBe('0123456789');
    expect(ms).toBeGreaterThan(100);
    expect(ms).toBeLessThan(1000);
  });

  it('throttles', async () => {
    const { client, server } = await pair();
    proxy.throttle(100_000);

    const ms = await timed(async () => {
      client.socket.write('x'.repeat(30_000));
      await until(() => server.text.length === 30_000);
    });

    expect(ms).toBeGreaterThan(250);
  });

  it('swallows everything without a word, and hands it on when healed', async () => {
    const { client, server } = await pair();
    proxy.blackhole();

    client.socket.end('late');
    await wait(50);
    expect([server.text, server.ended]).toEqual(['', false]);

    proxy.heal();
    await until(() => server.text === 'late' && server.ended);
  });

  it('strands the connections that are open, and lets new ones pass', async () => {
    const stranded = await pair();
    proxy.strand();
    const fresh = await pair();

    stranded.client.socket.write('a');
    fresh.client.socket.write('b');
    await until(() => fresh.server.text === 'b');

    expect(stranded.server.text).toBe('');
  });

  it('closes half, and resets whole', async () => {
    const { client, server } = await pair();

    proxy.halfClose();
    await until(() => client.ended);
    client.socket.write('still heard');
    await until(() => server.text === 'still heard');
    proxy.reset();

    await until(() => server.error === 'ECONNRESET');
    expect(proxy.connections).toBe(0);
  });

  it('cuts after so many bytes', async () => {
    const { client, server } = await pair();
    proxy.cutAfter(5);

    client.socket.write('1234567');
    await until(() => client.error === 'ECONNRESET' && (server.ended || server.error !== undefined));

    expect(server.text).toBe('12345');
  });

  it('corrupts', async () => {
    const { client, server } = await pair();
    proxy.corrupt();

    client.socket.write('abc');
    await until(() => server.text.length === 3);

    expect(server.text).not.toBe('abc');
  });

  it('lets the end of a connection arrive late', async () => {
    const { client, server } = await pair();
    proxy.lateClose(100);

    expect(
      await timed(async () => {
        client.socket.end();
        await until(() => server.ended);
      }),
    ).toBeGreaterThan(95);
  });

  it('cuts connections that are idle, and no other', async () => {
    const [idle, busy] = [await pair(), await pair()];
    proxy.idleCut(150);

    for (let i = 0; i < 15; i++) {
      busy.client.socket.write('.');
      await wait(20);
    }

    expect(idle.client.error).toBe('ECONNRESET');
    expect(busy.client.error).toBeUndefined();
  });

  it('takes away what is asked to', async () => {
    const { client, server } = await pair();
    proxy.inspect = (chunk, direction) => (direction === 'to-server' && chunk.includes('secret') ? 'drop' : 'pass');

    client.socket.write('secret');
    await wait(20);
    client.socket.write('open');
    await until(() => server.text === 'open');
  });
});
