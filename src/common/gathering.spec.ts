import { setImmediate as turn } from 'node:timers/promises';
import { Gathering } from './gathering.js';

describe('Gathered work', () => {
  let runs: string[][];
  let failures: unknown[];
  let gathering: Gathering;

  beforeEach(() => {
    runs = [];
    failures = [];
    gathering = new Gathering(
      async (keys) => {
        runs.push(keys);
        if (keys.includes('bad')) throw new Error('bad');
      },
      (error) => failures.push(error),
    );
  });

  it('is done at once, and what comes meanwhile together', async () => {
    gathering.add('a');
    gathering.add('b');
    gathering.add('c');
    gathering.add('b');
    await gathering.settled();
    gathering.add('d');
    await gathering.settled();

    expect(runs).toEqual([['a'], ['b', 'c'], ['d']]);
    expect(failures).toEqual([]);
  });

  it('waits a moment for what else is asked for, but not when the process is to end', async () => {
    gathering.add('a');
    gathering.add('b');
    await turn();
    gathering.add('c');
    expect(runs).toEqual([['a']]);
    await gathering.settled();

    expect(runs).toEqual([['a'], ['b', 'c']]);
  });

  it('goes on after a run that failed', async () => {
    gathering.add('bad');
    gathering.add('b');
    await gathering.settled();

    expect(runs).toEqual([['bad'], ['b']]);
    expect(failures).toEqual([new Error('bad')]);
  });
});
