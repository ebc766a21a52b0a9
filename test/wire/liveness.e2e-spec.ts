import { once } from 'node:events';
import { WebSocket } from 'ws';
import { startCsms } from '../support/csms.js';

const ROUND_MS = 25_000;

describe('Liveness of a connection', () => {
  const csms = startCsms({ env: { OCPP_PING_INTERVAL_SECONDS: '25', OCPP_HEARTBEAT_INTERVAL_SECONDS: '60' } });

  /** A station that may have been switched off without a word: no pong, no message. */
  async function connects(stationId: string, autoPong: boolean): Promise<WebSocket> {
    const password = await csms.given.station(stationId);
    const socket = new WebSocket(`${csms.ocppUrl}/${stationId}`, ['ocpp1.6'], {
      autoPong,
      headers: { authorization: `Basic ${Buffer.from(`${stationId}:${password}`).toString('base64')}` },
    });
    await once(socket, 'open');
    await csms.eventually(async () => expect((await csms.operator.station(stationId)).connected).toBe(true));
    return socket;
  }

  /** One round of pings, and the time that a pong takes. */
  async function round(socket: WebSocket): Promise<void> {
    const pinged = once(socket, 'ping');
    await csms.clock.advance(ROUND_MS);
    await pinged;
    await new Promise(setImmediate);
  }

  it('a station that answers no ping is offline within 75 seconds', async () => {
    const socket = await connects('SILENT', false);
    const closed = once(socket, 'close');

    await round(socket);
    await round(socket);
    await csms.clock.advance(ROUND_MS);

    await closed;
    await csms.eventually(async () => {
      expect(await csms.operator.station('SILENT')).toMatchObject({
        connected: false,
        disconnectReason: expect.any(String),
      });
    });
  });

  it('a pong is sign of life enough', async () => {
    const socket = await connects('QUIET', true);

    for (let i = 0; i < 5; i++) {
      await round(socket);
      // the pong has arrived when what was sent after it is answered
      const answered = once(socket, 'message');
      socket.send('[2,"1","Nonsense",{}]');
      await answered;
    }

    expect((await csms.operator.station('QUIET')).connected).toBe(true);
    socket.terminate();
  });

  it('a station without pongs is given the time of three heartbeats by its rule', async () => {
    await csms.given.station('NOPONG', { rules: { enabledRules: ['no-pong'] } });
    const socket = await connects('NOPONG', false);
    const closed = once(socket, 'close');

    // 3 heartbeats of 60 s are 8 rounds of 25 s
    for (let i = 0; i < 8; i++) await round(socket);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    await csms.clock.advance(ROUND_MS);

    await closed;
  });
});
