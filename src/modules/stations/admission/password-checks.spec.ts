import { PasswordChecks } from './password-checks.js';

const turn = () => new Promise(setImmediate);

/** Checks that end when the test says so. */
class Slow {
  readonly begun: string[] = [];
  private readonly ends = new Map<string, (right: boolean) => void>();

  readonly check = (name: string) => () => {
    this.begun.push(name);
    return new Promise<boolean>((end) => this.ends.set(name, end));
  };

  async end(name: string, right = false): Promise<void> {
    this.ends.get(name)!(right);
    await turn();
  }
}

describe('slow checks of passwords', () => {
  it('run one at a time for a station, and not beyond the limit for all', async () => {
    const [checks, slow] = [new PasswordChecks(2), new Slow()];
    for (const name of ['a1', 'a2', 'b1', 'c1']) void checks.run(name[0]!, slow.check(name));

    expect(slow.begun).toEqual(['a1', 'b1']);
    await slow.end('b1');
    expect(slow.begun).toEqual(['a1', 'b1', 'c1']);
    await slow.end('c1');
    await slow.end('a1');
    expect(slow.begun).toEqual(['a1', 'b1', 'c1', 'a2']);
  });

  it('take turns, so that a flood at one station does not hold up another', async () => {
    const [checks, slow] = [new PasswordChecks(1), new Slow()];
    for (let i = 0; i < 1000; i++) void checks.run('guessed', slow.check(`guess ${i}`));
    const right = checks.run('other', slow.check('right'));

    await slow.end('guess 0');
    expect(slow.begun).toEqual(['guess 0', 'right']);
    await slow.end('right', true);

    expect(await right).toBe(true);
  });

  it('go on after one that failed, and are forgotten when they are done', async () => {
    const checks = new PasswordChecks(1);
    const failed = checks.run('a', () => Promise.reject(new Error('no memory')));
    const next = checks.run('a', () => Promise.resolve(true));
    expect(checks.of('a')).toBe(2);

    await expect(failed).rejects.toThrow('no memory');
    expect(await next).toBe(true);
    await turn();
    expect(checks.of('a')).toBe(0);
  });
});
