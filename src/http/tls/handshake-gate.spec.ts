import { Logger } from '@nestjs/common';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { FakeClock } from '../../../test/support/fake-clock.js';
import { HandshakeGate, type GateLimits } from './handshake-gate.js';

/** The other end of a connection that was accepted. */
class Peer {
  readonly socket = new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() });

  async says(bytes: Buffer): Promise<this> {
    this.socket.push(bytes);
    await turn();
    return this;
  }

  async hangsUp(): Promise<void> {
    this.socket.push(null);
    await turn();
    await turn();
  }

  get isClosed(): boolean {
    return this.socket.destroyed;
  }
}

/** A record of a handshake, as it begins with a greeting of `size` bytes. */
const greeting = (size = 300): Buffer =>
  Buffer.from([0x16, 3, 1, size >> 8, size & 255, ...Array<number>(size).fill(1)]);

describe('The gate before TLS handshakes', () => {
  Logger.overrideLogger(false);
  let clock: FakeClock;
  let gate: HandshakeGate;
  let begun: Socket[];
  beforeEach(() => {
    clock = new FakeClock();
    begun = [];
  });
  afterEach(() => gate.close());

  const open = (limits: Partial<GateLimits> = {}): void => {
    gate = new HandshakeGate(clock, (socket) => begun.push(socket), { silentMs: 5000, ...limits });
  };
  const arrives = (): Peer => {
    const peer = new Peer();
    gate.enter(peer.socket as unknown as Socket);
    return peer;
  };
  const order = (...peers: Peer[]): number[] =>
    begun.map((socket) => peers.findIndex((peer) => peer.socket === socket));
  const turns = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) await turn();
  };

  it('lets a handshake begin with all that has arrived, unread', async () => {
    open();
    const bytes = greeting();

    const peer = await arrives().says(bytes);
    await turns(2);

    expect(order(peer)).toEqual([0]);
    expect(peer.socket.read()).toEqual(bytes);
    expect(peer.socket.eventNames()).toEqual(new Peer().socket.eventNames());
  });

  it('waits for the whole greeting', async () => {
    open();
    const [bytes, peer] = [greeting(), arrives()];

    for (const part of [bytes.subarray(0, 1), bytes.subarray(1, 4), bytes.subarray(4, 304)]) await peer.says(part);
    await turns(2);
    expect(begun).toEqual([]);

    await peer.says(bytes.subarray(304));
    await turns(2);
    expect(order(peer)).toEqual([0]);
    expect(peer.socket.read()).toEqual(bytes);
  });

  it('leaves what is no TLS to the handshake, which says so', async () => {
    open();

    const peer = await arrives().says(Buffer.from('G'));
    await turns(2);

    expect(order(peer)).toEqual([0]);
  });

  it('closes who sends more than a greeting before it was answered', async () => {
    open({ mostUnderWay: 0 });

    const large = await arrives().says(greeting(9000));
    const more = await (await arrives().says(greeting())).says(Buffer.alloc(8000));

    expect([large.isClosed, more.isClosed]).toEqual([true, true]);
  });

  it('begins a few in each turn of the event loop, in the order of their greetings', async () => {
    open({ mostPerTurn: 2 });
    const peers = Array.from({ length: 5 }, arrives);
    for (const i of [3, 0, 4, 1, 2]) peers[i]!.socket.push(greeting());

    const counts = new Set<number>();
    for (let i = 0; i < 8; i++) {
      await turn();
      counts.add(begun.length);
    }

    expect(order(...peers)).toEqual([3, 0, 4, 1, 2]);
    expect([...counts].filter((count) => count > 0)).toEqual([2, 4, 5]);
  });

  it('begins no more than may be under way, and the next when one has ended', async () => {
    open({ mostUnderWay: 2 });
    const peers = [];
    for (let i = 0; i < 4; i++) peers.push(await arrives().says(greeting()));
    await turns(4);
    expect(order(...peers)).toEqual([0, 1]);

    gate.ended();
    await turns(4);

    expect(order(...peers)).toEqual([0, 1, 2]);
  });

  it('forgets who closed while waiting', async () => {
    open({ mostUnderWay: 1 });
    const [first, second, third] = [
      await arrives().says(greeting()),
      await arrives().says(greeting()),
      await arrives().says(greeting()),
    ];
    await turns(2);

    await second.hangsUp();
    gate.ended();
    await turns(2);

    expect(order(first, second, third)).toEqual([0, 2]);
    expect(second.isClosed).toBe(true);
  });

  it('survives who resets the connection while waiting', async () => {
    open({ mostUnderWay: 0 });
    const peer = await arrives().says(greeting());

    peer.socket.destroy(new Error('read ECONNRESET'));
    await turns(2);

    expect(begun).toEqual([]);
  });

  it('is not kept from others by who is silent, and closes them after their time', async () => {
    open({ mostUnderWay: 1, silentMs: 5000 });
    const silent = [arrives(), await arrives().says(greeting().subarray(0, 20))];
    const peer = await arrives().says(greeting());
    await turns(2);
    expect(begun).toEqual([peer.socket]);

    await clock.advance(4500);
    expect(silent.map(({ isClosed }) => isClosed)).toEqual([false, false]);
    await clock.advance(500);

    expect(silent.map(({ isClosed }) => isClosed)).toEqual([true, true]);
    expect(peer.isClosed).toBe(false);
  });

  it('closes who waited for longer than anybody would', async () => {
    open({ mostUnderWay: 0, silentMs: 1000, patienceMs: 30_000 });
    const peer = await arrives().says(greeting());

    await clock.advance(29_500);
    expect(peer.isClosed).toBe(false);
    await clock.advance(500);

    expect(peer.isClosed).toBe(true);
  });

  it('when too many wait, closes the one that has been silent for longest, or else the newest', async () => {
    open({ mostUnderWay: 0, mostWaiting: 2 });
    const [silent, spoken] = [arrives(), await arrives().says(greeting())];
    const next = await arrives().says(greeting());
    expect([silent.isClosed, spoken.isClosed, next.isClosed]).toEqual([true, false, false]);

    const newest = arrives();

    expect([spoken.isClosed, next.isClosed, newest.isClosed]).toEqual([false, false, true]);
  });

  it('lets everybody go when it closes, and nobody in afterwards', async () => {
    open();
    const [silent, spoken] = [arrives(), arrives()];
    spoken.socket.push(greeting());
    await Promise.resolve();

    gate.close();
    const late = arrives();
    await turns(3);

    expect([silent.isClosed, spoken.isClosed, late.isClosed]).toEqual([true, true, true]);
    expect(begun).toEqual([]);
  });
});
