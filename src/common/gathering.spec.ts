import { setImmediate as turn } from 'node:timers/promises';
import { Gathering } from './gathering.js';

describe('Gathered work', () => {
  it('is done at once, and what comes meanwhile together', async () => {
    const runs: string[][] = [];
    const gathering = new Gathering(
      async (keys) => void runs.push(keys),
      (error) => {
        throw error;
      },
    );

    gathering.add('a');
    gathering.add('b');
    gathering.add('c');
    gathering.add('b');
    await gathering.settled();
    gathering.add('d');
    await gathering.settled();

    expect(runs).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('waits a moment for what else is asked for, but not when the process is to end', async () => {
    const runs: string[][] = [];
    const gathering = new Gathering(
      async (keys) => void runs.push(keys),
      (error) => {
        throw error;
      },
    );

    gathering.add('a');
    gathering.add('b');
    await turn();
    gathering.add('c');
    expect(runs).toEqual([['a']]);
    await gathering.settled();

    expect(runs).toEqual([['a'], ['b', 'c']]);
  });

  it('goes on after a run that failed', async () => {
    const failures: unknown[] = [];
    const runs: string[][] = [];
    const gathering = new Gathering(
      async (keys) => {
        runs.push(keys);
        if (keys.includes('a')) throw new Error('a');
      },
      (error) => failures.push(error),
    );

    gathering.add('a');
    gathering.add('b');
    await gathering.settled();

    expect(runs).toEqual([['a'], ['b']]);
    expect(failures).toEqual([new Error('a')]);
  });
});
