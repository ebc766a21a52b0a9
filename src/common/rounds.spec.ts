import { FakeClock } from '../../test/support/fake-clock.js';
import { Rounds } from './rounds.js';

describe('Rounds', () => {
  const clock = new FakeClock();
  const failures: unknown[] = [];
  let begun: number;
  let end: () => void;
  const rounds = () => {
    begun = 0;
    const work = () =>
      new Promise<void>((resolve) => {
        begun += 1;
        end = resolve;
      });
    return new Rounds(clock, 1000, work, (error) => failures.push(error));
  };

  it('come at their time, and never two at once', async () => {
    const each = rounds();
    each.start();
    expect(begun).toBe(0);
    await clock.advance(1000);
    await clock.advance(5000);
    expect(begun).toBe(1);

    end();
    await each.settled();
    await clock.advance(1000);
    expect(begun).toBe(2);

    each.stop();
    end();
    await each.settled();
    await clock.advance(5000);
    expect(begun).toBe(2);
  });

  it('go on after one that failed', async () => {
    let tries = 0;
    const each = new Rounds(
      clock,
      1000,
      async () => {
        if (++tries === 1) throw new Error('busy');
      },
      (error) => failures.push(error),
    );

    await each.run();
    await each.run();

    expect(failures).toEqual([new Error('busy')]);
    expect(tries).toBe(2);
  });
});
