import { once } from 'node:events';
import { createServer, request, type ClientRequest, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { limitConnections, type ConnectionLimits } from './connection-limits.js';

describe('What somebody may hold of a server', () => {
  const servers: Server[] = [];
  const sockets: Socket[] = [];
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    for (const server of servers.splice(0)) server.close();
  });

  /** A server that answers every request with the length of its body, and keeps upgraded sockets. */
  async function listening(limits?: ConnectionLimits): Promise<number> {
    const server = createServer((asked, answer) => {
      let length = 0;
      asked.on('data', (chunk: Buffer) => (length += chunk.length)).on('end', () => answer.end(String(length)));
    });
    server.on('upgrade', (_request, socket: Socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n'));
    limitConnections(server, limits);
    servers.push(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return (server.address() as AddressInfo).port;
  }

  async function opened(port: number, says = ''): Promise<Socket> {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    if (says) socket.write(says);
    socket.resume();
    return socket;
  }

  it('a connection that says nothing, or does not come to an end, is closed', async () => {
    const port = await listening({ headersWithinMs: 200 });
    const [silent, slow] = [await opened(port), await opened(port, 'GET / HTTP/1.1\r\nHost: x\r\n')];

    await Promise.all([once(silent, 'close'), once(slow, 'close')]);
  });

  it('one that was upgraded stays, and so does one whose body takes its time', async () => {
    const port = await listening({ headersWithinMs: 200 });
    const upgraded = await opened(
      port,
      'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    const upload = request({ port, host: '127.0.0.1', method: 'POST', headers: { 'Content-Length': '4' } });
    upload.write('ab');
    const silent = await opened(port);

    await once(silent, 'close'); // by then the others have been looked at too
    upload.end('cd');

    const [answer] = (await once(upload, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
    expect(answer.statusCode).toBe(200);
    answer.resume();
    expect(upgraded.destroyed).toBe(false);
  });

  it('headers of more than 16 kB are refused', async () => {
    const port = await listening();
    const asked = request({ port, host: '127.0.0.1', headers: { filler: 'x'.repeat(17_000) } }).end();

    const [answer] = (await once(asked, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];

    expect(answer.statusCode).toBe(431);
    answer.resume();
  });

  it('of too many silent connections the oldest goes, while those that have spoken stay', async () => {
    const port = await listening({ mostSilent: 2 });
    const spoken = await opened(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(spoken, 'data');
    const [first, second] = [await opened(port), await opened(port)];

    const third = await opened(port);
    await once(first, 'close');

    expect([spoken, second, third].map(({ destroyed }) => destroyed)).toEqual([false, false, false]);
  });

  describe('that is closed', () => {
    /** A request whose body is not complete. */
    const upload = async (port: number) => {
      const asked = request({ port, host: '127.0.0.1', method: 'POST', headers: { 'Content-Length': '4' } });
      asked.on('error', () => undefined).write('ab');
      await once(servers[0]!, 'request');
      return asked;
    };
    /** Whether reset or closed. */
    const gone = (held: Socket | ClientRequest): Promise<unknown> =>
      new Promise((resolve) => (held.destroyed ? resolve(true) : held.once('close', resolve)));
    const close = (): Promise<unknown> => {
      const closed = once(servers[0]!, 'close');
      servers.pop()!.close();
      return closed;
    };

    it('is nothing where nothing was asked', async () => {
      const port = await listening();
      const [silent, slow] = [await opened(port), await opened(port, 'GET / HTTP/1.1\r\nHost: x\r\n')];

      await close();

      await Promise.all([silent, slow].map(gone));
    });

    it('is an answer to what is under way', async () => {
      const port = await listening();
      const asked = await upload(port);

      const closed = close();
      asked.end('cd');

      const [answer] = (await once(asked, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
      expect(answer.statusCode).toBe(200);
      answer.resume();
      await closed;
    });

    it('is not the server itself, whatever is under way', async () => {
      const port = await listening({ answeredWithinMs: 50 });
      const asked = await upload(port);

      await Promise.all([close(), gone(asked)]);
    });
  });
});
