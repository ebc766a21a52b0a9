import { InboundBudget } from './inbound-budget.js';
import { InboundQueue } from './inbound-queue.js';

const deferred = () => {
  let resolve!: () => void;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
};

describe('the CALLs of one station', () => {
  const events: string[] = [];
  const queue = (budget = new InboundBudget()) =>
    new InboundQueue(
      { pause: () => void events.push('pause'), resume: () => void events.push('resume') },
      budget,
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

  it('are read no more once the queue is stopped, but what has come is handled', async () => {
    const q = queue();
    for (let i = 0; i < 64; i++) q.add(1, () => void events.push('handled'));
    q.stop();

    q.open();
    await q.settled();

    expect(events.filter((e) => e === 'handled')).toHaveLength(64);
    expect(events).not.toContain('resume');
  });

  it('say once when the first of them is done', async () => {
    const q = queue();
    const first = deferred();
    q.add(1, () => first.promise);
    q.add(1, () => void events.push('second'));
    q.open(() => events.push('first done'));
    expect(events).toEqual([]);

    first.resolve();
    await q.settled();

    expect(events).toEqual(['first done', 'second']);
  });

  describe('together', () => {
    it('are read one message at a time while all of them have too much waiting', async () => {
      const budget = new InboundBudget(1000);
      const [one, other] = [queue(budget), queue(budget)];
      one.add(900, () => {});
      expect(events).toEqual([]);

      other.add(200, () => {});
      expect(events).toEqual(['pause']);
      other.open();
      await other.settled();

      // its only message is done, so it is read again; the next one pauses it again
      expect(events).toEqual(['pause', 'resume']);
      other.add(200, () => new Promise(() => {}));
      expect(events).toEqual(['pause', 'resume', 'pause']);
    });

    it('are read as before once there is room', async () => {
      const budget = new InboundBudget(1000);
      const q = queue(budget);
      for (let i = 0; i < 12; i++) q.add(100, () => void events.push(String(i)));
      expect(events).toEqual(['pause']);

      q.open();
      await q.settled();

      // 12 x 100 bytes: after the second there are no more than 1000
      expect(events.indexOf('resume')).toBe(events.indexOf('1') + 1);
      expect(budget.taken).toBe(0);
    });

    it('get back what a socket had waiting when it is gone, the message under way when it is done', async () => {
      const budget = new InboundBudget(1000);
      const q = queue(budget);
      const first = deferred();
      q.open();
      q.add(300, () => first.promise);
      q.add(400, () => {});

      q.clear();
      expect(budget.taken).toBe(300);
      first.resolve();
      await q.settled();
      expect(budget.taken).toBe(0);
    });
  });
});
