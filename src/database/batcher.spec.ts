import fc from 'fast-check';
import { FakeClock } from '../../test/support/fake-clock.js';
import { Backlog } from './backlog.js';
import { Batcher } from './batcher.js';

const failure = (code: string) => Object.assign(new Error(code), { code });

describe('a batcher', () => {
  it('gives each item its own result, whatever the sizes of the batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        async (items, maxItems) => {
          const batcher = new Batcher(async (batch: number[]) => batch.map((n) => n * 2), { maxItems });
          expect(await Promise.all(items.map((n) => batcher.add(n)))).toEqual(items.map((n) => n * 2));
        },
      ),
    );
  });

  it('collects while a flush is under way', async () => {
    const batches: number[][] = [];
    const batcher = new Batcher(async (batch: number[]) => {
      batches.push(batch);
      await new Promise(setImmediate);
      return batch;
    });
    const first = batcher.add(1);
    await new Promise(setImmediate);
    await Promise.all([first, batcher.add(2), batcher.add(3)]);

    expect(batches).toEqual([[1], [2, 3]]);
  });

  it('keeps the order of what was added', async () => {
    const seen: string[] = [];
    const batcher = new Batcher(
      async (batch: string[]) => {
        await new Promise(setImmediate);
        seen.push(...batch);
        return batch;
      },
      { maxItems: 2 },
    );
    const items = ['a1', 'b1', 'a2', 'b2', 'a3', 'b3'];
    await Promise.all(items.map((item) => batcher.add(item)));

    expect(seen).toEqual(items);
  });

  it('lets one poisoned row harm itself alone', async () => {
    const batcher = new Batcher(async (batch: number[]) => {
      if (batch.includes(13)) throw failure('22021');
      return batch;
    });

    const results = await Promise.allSettled([11, 12, 13, 14, 15].map((n) => batcher.add(n)));

    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
  });

  it.each(['40P01', '23514'])('tries again what lost a race (%s)', async (code) => {
    let tries = 0;
    const batcher = new Batcher(async (batch: number[]) => {
      if (++tries < 3) throw failure(code);
      return batch;
    });

    expect(await batcher.add(1)).toBe(1);
    expect(tries).toBe(3);
  });

  it('lets the others pass where one always loses its race', async () => {
    const batcher = new Batcher(async (batch: number[]) => {
      if (batch.includes(13)) throw failure('40001');
      return batch;
    });

    const results = await Promise.allSettled([12, 13, 14].map((n) => batcher.add(n)));

    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('fails everything when the database is away, without a storm of smaller tries', async () => {
    let tries = 0;
    const batcher = new Batcher(async () => {
      tries += 1;
      throw failure('ECONNREFUSED');
    });

    const results = await Promise.allSettled([batcher.add(1), batcher.add(2)]);

    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(tries).toBe(1);
  });

  it('holds what came while the database was away until it is back', async () => {
    let isAway = true;
    const batches: number[][] = [];
    const batcher = new Batcher(
      async (batch: number[]) => {
        if (isAway) throw failure('ECONNREFUSED');
        batches.push(batch);
        return batch;
      },
      { holdMs: 60_000 },
    );
    const first = batcher.add(1);
    await new Promise(setImmediate);
    const second = batcher.add(2);
    isAway = false;

    expect(await Promise.all([first, second])).toEqual([1, 2]);
    expect(batches).toEqual([[1], [2]]);
  });

  it('gives up what it has held long enough', async () => {
    let tries = 0;
    const batcher = new Batcher(
      async (): Promise<number[]> => {
        tries += 1;
        throw failure('57P01');
      },
      { holdMs: 300 },
    );

    await expect(batcher.add(1)).rejects.toThrow(/57P01|did not answer/);
    expect(tries).toBeGreaterThan(1);
  });

  it('takes the most urgent first where not all fit, and leaves nobody behind', async () => {
    const batches: string[][] = [];
    const batcher = new Batcher(
      async (batch: string[]) => {
        await new Promise(setImmediate);
        batches.push(batch);
        return batch;
      },
      { maxItems: 2, urgency: (item) => (item.startsWith('stop') ? 0 : 1) },
    );
    const items = ['meter1', 'meter2', 'meter3', 'stop1', 'meter4', 'stop2'];

    expect(await Promise.all(items.map((item) => batcher.add(item)))).toEqual(items);
    expect(batches).toEqual([
      ['stop1', 'stop2'],
      ['meter1', 'meter2'],
      ['meter3', 'meter4'],
    ]);
  });

  it('keeps a flush within its weight; what is heavier goes alone', async () => {
    const batches: number[][] = [];
    const batcher = new Batcher(
      async (batch: number[]) => {
        batches.push(batch);
        return batch;
      },
      { maxWeight: 10, weigh: (item) => item },
    );

    await Promise.all([4, 5, 50, 3, 7, 1].map((item) => batcher.add(item)));

    expect(batches).toEqual([[4, 5], [50], [3, 7], [1]]);
  });

  it('makes known since when something waits', async () => {
    const clock = new FakeClock();
    const backlog = new Backlog(clock);
    let finish = (): void => undefined;
    const batcher = new Batcher(
      (batch: number[]) => new Promise<number[]>((resolve) => (finish = () => resolve(batch))),
      {
        backlog,
      },
    );
    expect(backlog.oldestWaitingMs()).toBe(0);

    const added = batcher.add(1);
    await new Promise(setImmediate);
    await clock.advance(700);
    expect(backlog.oldestWaitingMs()).toBe(700);

    finish();
    await added;
    await new Promise(setImmediate);
    expect(backlog.oldestWaitingMs()).toBe(0);
  });

  it('makes known the oldest, also where more urgent ones overtake it', async () => {
    const clock = new FakeClock();
    const backlog = new Backlog(clock);
    const finish: (() => void)[] = [];
    const batcher = new Batcher(
      (batch: string[]) => new Promise<string[]>((resolve) => finish.push(() => resolve(batch))),
      { backlog, maxItems: 1, urgency: (item) => (item === 'stop' ? 0 : 1) },
    );
    const all = [batcher.add('first'), batcher.add('meter')];
    await new Promise(setImmediate);
    await clock.advance(500);
    all.push(batcher.add('stop'));
    await clock.advance(100);

    finish[0]!();
    await new Promise(setImmediate);
    expect(backlog.oldestWaitingMs()).toBe(600);

    for (const next of [1, 2]) {
      finish[next]!();
      await new Promise(setImmediate);
    }
    expect(await Promise.all(all)).toEqual(['first', 'meter', 'stop']);
  });

  it('gives up what is held although nobody answers the attempt', async () => {
    let answer = (): void => undefined;
    const batcher = new Batcher(
      (batch: number[]) => new Promise<number[]>((resolve) => (answer = () => resolve(batch))),
      { holdMs: 300 },
    );
    const [first, second] = [batcher.add(1), batcher.add(2)];

    await expect(first).rejects.toThrow('did not answer in time');
    await expect(second).rejects.toThrow('did not answer in time');
    answer();
    const third = batcher.add(3);
    await new Promise((resolve) => setTimeout(resolve, 10));
    answer();
    expect(await third).toBe(3);
  });
});
