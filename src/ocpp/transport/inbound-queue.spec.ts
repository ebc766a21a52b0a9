import { InboundQueue } from './inbound-queue.js';

const deferred = () => {
  let resolve!: () => void;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
};

describe('the CALLs of one station', () => {
  const events: string[] = [];
  const queue = () =>
    new InboundQueue(
      () => events.push('pause'),
      () => events.push('resume'),
      (error) => events.push(String(error)),
    );
  beforeEach(() => events.splice(0));

  it('wait until the connection has been recorded', async () => {
    const q = queue();
    q.add(1, () => void events.push('handled'));

    expect(events).toEqual([]);
    q.open();
    await q.settled();
    expect(events).toEqual(['handled']);
  });

  it('are handled one at a time, in the order of arrival', async () => {
    const q = queue();
    q.open();
    const first = deferred();
    q.add(1, async () => {
      await first.promise;
      events.push('first');
    });
    q.add(1, () => void events.push('second'));

    expect(events).toEqual([]);
    first.resolve();
    await q.settled();
    expect(events).toEqual(['first', 'second']);
  });

  it('go on after one that fails, at once or later', async () => {
    const q = queue();
    q.open();
    q.add(1, () => {
      throw new Error('at once');
    });
    q.add(1, () => Promise.reject(new Error('later')));
    q.add(1, () => void events.push('third'));

    await q.settled();

    expect(events).toEqual(['Error: at once', 'Error: later', 'third']);
  });

  it('pause the socket when 64 wait, and resume it at half', async () => {
    const q = queue();
    for (let i = 0; i < 64; i++) q.add(1, () => void events.push(String(i)));
    expect(events).toEqual(['pause']);

    q.open();
    await q.settled();

    expect(events.indexOf('resume')).toBe(events.indexOf('31') + 1);
    expect(events.filter((e) => e === 'resume' || e === 'pause')).toEqual(['pause', 'resume']);
  });

  it('pause the socket by their size as well', () => {
    const q = queue();
    q.add(200_000, () => {});
    q.add(100_000, () => {});

    expect(events).toEqual(['pause']);
  });

  it('are forgotten with the socket, but for the one under way', async () => {
    const q = queue();
    q.open();
    const first = deferred();
    q.add(1, () => first.promise);
    q.add(1, () => void events.push('second'));

    q.clear();
    first.resolve();
    await q.settled();

    expect(events).toEqual([]);
  });
});
