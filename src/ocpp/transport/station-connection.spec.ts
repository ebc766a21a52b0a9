import { Logger } from '@nestjs/common';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { FakeClock } from '../../../test/support/fake-clock.js';
import { StationConnection } from './station-connection.js';

const STATION = {
  id: 'a',
  stationId: 'CS001',
  settings: { securityProfile: 1, disabledRules: [], enabledRules: [] },
  registration: 'Accepted',
  decision: 'Accepted',
  everAccepted: true,
} as const;
const CHUNK = 'x'.repeat(100 * 1024);

describe('What is sent to a station', () => {
  Logger.overrideLogger(false);
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  const clock = new FakeClock();
  let client: WebSocket;
  let connection: StationConnection;
  beforeAll(async () => void (server.address() ?? (await once(server, 'listening'))));
  beforeEach(async () => {
    client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const [socket] = (await once(server, 'connection')) as [WebSocket];
    if (client.readyState !== client.OPEN) await once(client, 'open');
    connection = new StationConnection(socket, STATION, '1.6', '192.0.2.1', clock.now(), clock, 30);
  });
  afterEach(() => client.terminate());
  afterAll(() => void server.close());

  it('is held in memory only up to a bound: one that reads nothing is cut off', async () => {
    client.pause();
    const cut = once(connection.socket, 'close');

    // the buffers of the operating system take a few megabytes
    for (let sent = 0; sent < 500 && connection.isOpen; sent++) {
      connection.send(CHUNK);
      expect(connection.socket.bufferedAmount).toBeLessThan(400 * 1024);
      await new Promise(setImmediate);
    }

    await cut;
    expect(connection.isSlow).toBe(true);
  });

  it('arrives whole where the station reads, however large it is', async () => {
    const large = 'x'.repeat(8 * 1024 * 1024);

    connection.send(large);
    const [data] = (await once(client, 'message')) as [Buffer];

    expect(data).toHaveLength(large.length);
    expect(connection.isOpen).toBe(true);
  });
});
