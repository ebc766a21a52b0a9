import { Logger } from '@nestjs/common';
import { FakeClock } from '../../../test/support/fake-clock.js';
import { StationSocket } from '../../../test/support/station-socket.js';
import { readConfig } from '../../config/read-config.js';
import { Connections } from './connections.js';
import { LineWatch } from './line-watch.js';
import type { StationConnection } from './station-connection.js';

const KIB = 1024;

describe('A station that does not read', () => {
  Logger.overrideLogger(false);
  let clock: FakeClock;
  let connections: Connections;
  let watch: LineWatch;
  let socket: StationSocket;
  let connection: StationConnection;
  beforeEach(() => {
    clock = new FakeClock();
    connections = new Connections();
    watch = new LineWatch(connections, clock, readConfig({ OCPP_PING_INTERVAL_SECONDS: '0' }));
    watch.onModuleInit();
    socket = new StationSocket();
    socket.reads = false;
    connection = socket.connection(clock);
    connections.add(connection);
  });
  afterEach(() => watch.onModuleDestroy());
  const isOpen = (): boolean => socket.readyState === socket.OPEN;

  it('is cut off after ten seconds in which nothing of what waits was read', async () => {
    connection.send('x'.repeat(KIB));

    await clock.advance(12_499);
    expect(isOpen()).toBe(true);
    await clock.advance(1);

    expect(isOpen()).toBe(false);
    expect(connection.cutBecause).toBe('it does not read what is sent to it');
    expect(connection.isSlow).toBe(true);
  });

  it('is not cut off while it reads on, however slowly, and whatever else is sent', async () => {
    for (let i = 0; i < 20; i++) {
      connection.send('x'.repeat(KIB));
      await clock.advance(5000);
      socket.bufferedAmount -= 100;
    }

    expect(isOpen()).toBe(true);
  });

  it('is cut off all the same where more and more is sent', async () => {
    for (let i = 0; i < 3; i++) {
      connection.send('x'.repeat(KIB));
      await clock.advance(5000);
    }

    expect(isOpen()).toBe(false);
  });

  it('is given time in proportion for a large message', async () => {
    connection.send('x'.repeat(400 * KIB));

    await clock.advance(50_000);
    expect(isOpen()).toBe(true);
    await clock.advance(5000);

    expect(isOpen()).toBe(false);
  });

  it('is cut off at once when more than 256 KiB are unread and the next message is due', () => {
    connection.send('x'.repeat(256 * KIB));
    connection.send('one more');
    expect(socket.sent).toHaveLength(2);

    connection.send('one too many');

    expect(socket.sent).toHaveLength(2);
    expect(isOpen()).toBe(false);
    expect(connection.isSlow).toBe(true);
  });
});
