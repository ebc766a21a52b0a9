import { Logger } from '@nestjs/common';
import { once } from 'node:events';
import { createServer } from 'node:https';
import { connect as connectPlain, type AddressInfo, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect, type ConnectionOptions, type Server } from 'node:tls';
import { makeCertificate } from '../../../test/support/certificates.js';
import { FakeClock } from '../../../test/support/fake-clock.js';
import { gateHandshakes } from './gate-handshakes.js';
import type { HandshakeGate } from './handshake-gate.js';

/** With one handshake under way at a time, a place that is not given back keeps the next out for good. */
describe('A TLS server that has a gate', () => {
  Logger.overrideLogger(false);
  let server: Server;
  let gate: HandshakeGate;
  let port: number;
  const sockets: Socket[] = [];
  beforeEach(async () => {
    server = createServer({ ...makeCertificate({ type: 'ec' }), handshakeTimeout: 300, minVersion: 'TLSv1.2' });
    server.on('tlsClientError', (_error, socket) => socket.destroy());
    gate = gateHandshakes(server, new FakeClock(), { silentMs: 5000, mostUnderWay: 1 });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    gate.close();
    await new Promise((closed) => server.close(closed));
  });

  const kept = <S extends Socket>(socket: S): S => {
    sockets.push(socket.on('error', () => undefined));
    return socket;
  };
  const plain = async (): Promise<Socket> => {
    const socket = kept(connectPlain(port, '127.0.0.1'));
    await once(socket, 'connect');
    return socket;
  };
  const shakesHands = (options: ConnectionOptions = {}) =>
    once(kept(connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options })), 'secureConnect');
  /** Sends its greeting and reads no answer. */
  const greets = async (): Promise<Socket> => {
    const socket = await plain();
    const oneWay = new Duplex({ read: () => undefined, write: (chunk, _encoding, done) => socket.write(chunk, done) });
    kept(connect({ socket: oneWay, rejectUnauthorized: false }));
    return socket;
  };
  const closes = (socket: Socket) => new Promise<void>((resolve) => socket.resume().once('close', () => resolve()));
  const underWay = async (): Promise<void> => {
    while (gate.underWay === 0) await new Promise(setImmediate);
  };

  it('serves one after another', async () => {
    await Promise.all(Array.from({ length: 20 }, () => shakesHands()));
  });

  it('counts the time of a handshake from its beginning, and goes on when it is over', async () => {
    const unfinished = await greets();
    await underWay();
    const next = await greets();
    const closedAt = (socket: Socket) => closes(socket).then(() => performance.now());

    const [first, second] = await Promise.all([closedAt(unfinished), closedAt(next), shakesHands()]);

    expect(second - first).toBeGreaterThan(200);
  });

  it('goes on after one who hung up in the midst, and one who reset the connection', async () => {
    for (const leave of ['end', 'destroy', 'resetAndDestroy'] as const) {
      const socket = await greets();
      await underWay();
      socket[leave]();
      await shakesHands();
    }
  });

  it('goes on after who speaks another version, or no TLS at all', async () => {
    await expect(
      shakesHands({ minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' }),
    ).rejects.toThrow(/protocol version/);
    const http = await plain();
    http.write('GET / HTTP/1.1\r\n\r\n');
    await closes(http);

    await shakesHands();
  });

  it('goes on after who makes sense at first only', async () => {
    const socket = await greets();
    await underWay();
    socket.write(Buffer.alloc(100, 0x17));
    await closes(socket);

    await shakesHands();
  });

  it('closes while some wait', async () => {
    const silent = await plain();
    const unfinished = await greets();
    await underWay();
    const waits = await greets();

    gate.close();
    const serverCloses = new Promise((resolve) => server.close(resolve));

    await Promise.all([closes(silent), closes(unfinished), closes(waits), serverCloses]);
  });
});
