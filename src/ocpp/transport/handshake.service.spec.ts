import { Logger } from '@nestjs/common';
import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { FakeClock } from '../../../test/support/fake-clock.js';
import { readConfig } from '../../config/read-config.js';
import type { RegisteredStation, StationDirectory } from '../ports.js';
import type { Connections } from './connections.js';
import { HandshakeService } from './handshake.service.js';

const STATION: RegisteredStation = {
  id: 'a',
  stationId: 'CS001',
  settings: { securityProfile: 0, disabledRules: [], enabledRules: [] },
  registration: undefined,
  decision: 'Accepted',
  everAccepted: false,
};

/** The present socket of the station. */
class Socket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  isPaused = false;
  pings = 0;

  ping(): void {
    this.pings += 1;
  }
}

describe('A connection of a station without credentials, while it has one', () => {
  Logger.overrideLogger(false);
  const clock = new FakeClock();
  let socket: Socket;
  let handshake: HandshakeService;
  beforeEach(() => {
    socket = new Socket();
    const directory = { admit: async () => ({ admitted: true, station: STATION }), refused: () => undefined };
    handshake = new HandshakeService(
      directory as unknown as StationDirectory,
      { of: () => ({ socket }) } as unknown as Connections,
      readConfig({}),
      clock,
    );
  });

  const knocks = () =>
    handshake.settle({
      url: '/ocpp/CS001',
      headers: { 'sec-websocket-protocol': 'ocpp1.6' },
      socket: { remoteAddress: '192.0.2.1' },
    } as unknown as IncomingMessage);
  const pinged = async () => {
    while (socket.pings === 0) await new Promise(setImmediate);
  };

  it('is refused where the present one answers a ping', async () => {
    const asked = knocks();
    await pinged();

    socket.emit('pong');

    expect(await asked).toMatchObject({ status: 503 });
  });

  it('takes the place of one that is silent, of which nothing more is expected', async () => {
    const asked = knocks();
    await pinged();
    expect(socket.listenerCount('pong')).toBe(1);

    await clock.advance(5000);

    expect(await asked).toMatchObject({ station: STATION });
    expect(socket.listenerCount('pong')).toBe(0);
  });

  it('is refused while the present one is paused, for its pong could not be read', async () => {
    socket.isPaused = true;

    expect(await knocks()).toMatchObject({ status: 503 });
    expect(socket.pings).toBe(0);
  });
});
