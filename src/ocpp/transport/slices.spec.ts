import { inSlices } from './slices.js';

describe('Ten thousand', () => {
  it('are visited one by one, with room for everything else in between', async () => {
    const visited: number[] = [];
    let turnsOfOthers = 0;
    let isDone = false;
    const other = (): void => {
      turnsOfOthers += 1;
      if (!isDone) setImmediate(other);
    };
    setImmediate(other);

    await inSlices(Array(10_000).keys(), (each) => visited.push(each));
    isDone = true;

    expect(visited).toEqual([...Array(10_000).keys()]);
    expect(turnsOfOthers).toBeGreaterThan(40);
  });
});
