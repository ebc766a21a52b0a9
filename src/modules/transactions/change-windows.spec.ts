import fc from 'fast-check';
import { throughWindows } from './change-windows.js';

const HOUR_MS = 60 * 60 * 1000;
const NOW = new Date('2026-11-22T12:00:00Z');
const YEAR_AGO = new Date('2025-11-22T12:00:00Z');

/** A table of times of change, and how it was asked. */
const tableOf = (changes: readonly Date[]) => {
  const sorted = [...changes].sort((a, b) => a.getTime() - b.getTime());
  const asked: { from: Date; to: Date | undefined }[] = [];
  const read = (from: Date, to: Date | undefined, limit: number) => {
    asked.push({ from, to });
    return Promise.resolve(sorted.filter((at) => at >= from && (!to || at < to)).slice(0, limit));
  };
  return { sorted, asked, read };
};

describe('What changed since a time', () => {
  it('is found in few statements, however long nothing changed', async () => {
    const { asked, read } = tableOf([NOW]);

    expect(await throughWindows(YEAR_AGO, NOW, 51, read)).toEqual([NOW]);
    expect(asked.length).toBeLessThan(10);
    expect(asked.at(-1)!.to).toBeUndefined();
  });

  it('asks for no more than it takes', async () => {
    const { asked, read } = tableOf(Array.from({ length: 60 }, (_, i) => new Date(YEAR_AGO.getTime() + i)));

    expect(await throughWindows(YEAR_AGO, NOW, 51, read)).toHaveLength(51);
    expect(asked).toEqual([{ from: YEAR_AGO, to: new Date(YEAR_AGO.getTime() + HOUR_MS) }]);
  });

  it('is what one statement over everything would find', async () => {
    const hours = fc.integer({ min: -10, max: 400 * 24 });
    await fc.assert(
      fc.asyncProperty(fc.array(hours), fc.integer({ min: 1, max: 20 }), hours, async (changes, wanted, since) => {
        const at = (hour: number) => new Date(NOW.getTime() - hour * HOUR_MS);
        const { sorted, read } = tableOf(changes.map(at));

        const found = await throughWindows(at(since), NOW, wanted, read);

        expect(found).toEqual(sorted.filter((each) => each >= at(since)).slice(0, wanted));
      }),
      { seed: 29, numRuns: 300 },
    );
  });
});
