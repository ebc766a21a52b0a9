import { Turns } from './turns.js';

const turnOfTheLoop = (): Promise<void> => new Promise(setImmediate);

describe('Turns', () => {
  it('let a few go on in each turn of the event loop, in the order in which they asked', async () => {
    const turns = new Turns(2);
    const gone: string[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) void turns.next().then(() => gone.push(name));
    const afterEach: string[] = [];

    for (let i = 0; i < 3; i++) {
      await Promise.resolve();
      afterEach.push(gone.join(''));
      await turnOfTheLoop();
    }

    expect(afterEach).toEqual(['ab', 'abcd', 'abcde']);
  });

  it('keep nobody waiting where few ask', async () => {
    const turns = new Turns(1);
    await turns.next();
    await turnOfTheLoop();
    let gone = false;

    void turns.next().then(() => (gone = true));
    await Promise.resolve();

    expect(gone).toBe(true);
  });
});
