import { FakeClock } from '../../../test/support/fake-clock.js';
import { StationSocket } from '../../../test/support/station-socket.js';
import { drain } from './drain.js';

const moment = (): Promise<void> => new Promise(setImmediate);

describe('The connections of a process that ends', () => {
  const clock = new FakeClock();
  const connected = (count: number): StationSocket[] => Array.from({ length: count }, () => new StationSocket());
  const drained = (sockets: StationSocket[], windowMs: number): Promise<void> =>
    drain(
      sockets.map((socket) => {
        const connection = socket.connection(clock);
        connection.inbound.open();
        return connection;
      }),
      windowMs,
      clock,
    );
  const open = (sockets: StationSocket[]): number => sockets.filter(({ code }) => code === undefined).length;

  it('are closed one after another, spread over the window', async () => {
    const sockets = connected(500);
    const done = drained(sockets, 10_000);
    const left: number[] = [];
    for (let i = 0; i < 10; i++) {
      await clock.advance(1000);
      left.push(open(sockets));
    }
    await done;

    // about fifty in each second
    for (const [i, count] of left.entries()) expect(Math.abs(count - (450 - i * 50))).toBeLessThan(60);
    expect(new Set(sockets.map(({ code }) => code))).toEqual(new Set([1012]));
  }, 20_000);

  it('take no time where there are none, and hardly any where they are few', async () => {
    await drained([], 20_000);

    const sockets = connected(10);
    const done = drained(sockets, 20_000);
    await clock.advance(200);
    await done;

    expect(open(sockets)).toBe(0);
  });

  it('are closed at once without a window', async () => {
    const sockets = connected(300);

    await drained(sockets, 0);

    expect(open(sockets)).toBe(0);
  });

  it('are closed after what is under way is answered, and read no more meanwhile', async () => {
    const socket = new StationSocket();
    const connection = socket.connection(clock);
    let answer = (): void => undefined;
    connection.inbound.open();
    connection.inbound.add(1, () => new Promise((resolve) => (answer = resolve)));

    const done = drain([connection], 0, clock);
    await moment();
    expect([socket.isPaused, socket.code]).toEqual([true, undefined]);

    answer();
    await done;
    expect(socket.code).toBe(1012);
  });

  it('are closed after our own CALLs are answered, whose answers are read', async () => {
    const socket = new StationSocket();
    const connection = socket.connection(clock);
    connection.inbound.open();
    const outcomes: string[] = [];
    const read = () => ({ kind: 'answered', response: {}, sentAt: clock.now(), answeredAt: clock.now() }) as const;
    connection.outbound.add({ messageId: 'm', text: '[]', read, settle: ({ kind }) => void outcomes.push(kind) });
    await moment();

    const done = drain([connection], 0, clock);
    await moment();
    expect([socket.isPaused, socket.code]).toEqual([false, undefined]);

    connection.outbound.reply('m', { type: 'result', payload: {}, frame: Buffer.alloc(0) });
    await done;
    expect(outcomes).toEqual(['answered']);
  });

  it('are closed after five seconds whatever is under way, and cut off where the close is not confirmed', async () => {
    const socket = new StationSocket();
    socket.answersClose = false;
    const connection = socket.connection(clock);
    connection.inbound.open();
    connection.inbound.add(1, () => new Promise(() => undefined));

    const done = drain([connection], 0, clock);
    await moment();
    await clock.advance(4999);
    expect(socket.code).toBeUndefined();
    await clock.advance(1);
    await moment();
    expect(socket.code).toBe(1012);
    await clock.advance(2000);
    await done;

    expect(socket.readyState).toBe(socket.CLOSED);
  });

  it('that are closed already are left alone', async () => {
    const socket = new StationSocket();
    socket.terminate();

    await drained([socket], 0);

    expect(socket.code).toBeUndefined();
  });
});
