import fc from 'fast-check';
import { message, T0 } from '../../../test/support/ordered-messages.js';
import { completenessOf, missingSeqNos } from './completeness.js';
import { merge, project, type OrderedMessage, type Progress } from './progress.js';

const known = (messages: readonly OrderedMessage[]) => messages.reduce<Progress | undefined>(merge, undefined)!;
const told = (messages: readonly OrderedMessage[]) => project(known(messages), null);

/** A transaction of so many events whose counter begins at `first`; 100 Wh from each to the next. */
const course = (count: number, first = 0): OrderedMessage[] =>
  Array.from({ length: count }, (_, i) => {
    const step = i === 0 ? 'started' : i === count - 1 ? 'ended' : 'updated';
    return message({ step, seqNo: first + i, wh: 1000 + 100 * i, time: i * 60_000 });
  });

describe('E04 E14 · Whether everything came that a station had to tell', () => {
  it('is complete with begin and end and all that lies between', () => {
    expect(told(course(5))).toMatchObject({ completeness: 'complete', energyWh: '400' });
    expect(told(course(5)).flags).not.toContain('seq-no-gap');
  });

  it('is complete where the station counts on from one transaction to the next', () => {
    expect(told(course(5, 4711)).completeness).toBe('complete');
    expect(missingSeqNos(known(course(5, 4711)))).toEqual([]);
  });

  it('is unknown while the transaction runs and nothing is missing', () => {
    expect(told(course(5).slice(0, 4)).completeness).toBe('unknown');
  });

  it('is incomplete with a gap, whether the transaction runs or has ended', () => {
    const [start, , second, , end] = course(5) as [OrderedMessage, ...OrderedMessage[]];

    expect(told([start, second!]).completeness).toBe('incomplete');
    expect(told([start, second!, end!])).toMatchObject({
      completeness: 'incomplete',
      flags: expect.arrayContaining(['seq-no-gap']),
    });
    expect(missingSeqNos(known([start, second!, end!]))).toEqual([
      [1, 1],
      [3, 3],
    ]);
  });

  it('is incomplete without its begin, also where no number is missing', () => {
    const others = [message({ seqNo: 0, wh: 100 }), message({ step: 'ended', seqNo: 1, wh: 300 })];

    expect(missingSeqNos(known(others))).toEqual([]);
    expect(told(others)).toMatchObject({
      completeness: 'incomplete',
      flags: expect.arrayContaining(['start-missing']),
    });
  });

  it('is incomplete without its begin, counted from 0', () => {
    const [, ...others] = course(3);

    expect(told(others).completeness).toBe('incomplete');
    expect(missingSeqNos(known(others))).toEqual([[0, 0]]);
    expect(told(others).flags).not.toContain('seq-no-gap');
  });

  it('is incomplete where it was closed without its own end', () => {
    const progress = known(course(5).slice(0, 4));

    expect(project(progress, { at: new Date(T0), by: 'stale' }).completeness).toBe('incomplete');
  });

  it('needs begin and end only in 1.6, which numbers nothing', () => {
    const unnumbered = (step: 'started' | 'ended', order: number) =>
      message({ step, seqNo: order, over: { seqNo: undefined } });

    expect(told([unnumbered('started', -1)]).completeness).toBe('unknown');
    expect(told([unnumbered('started', -1), unnumbered('ended', 9)]).completeness).toBe('complete');
  });

  it('does not take a number that was told without a start for its begin', () => {
    // a start whose number could not be read counts by its time
    const start = message({ step: 'started', seqNo: 0, over: { seqNo: undefined, order: T0 } });

    expect(missingSeqNos(known([start, message({ seqNo: 3 }), message({ seqNo: 5 })]))).toEqual([[4, 4]]);
  });

  it('comes to the same for every order in which any of the messages arrive, and is what is left out', () => {
    const some = fc
      .tuple(fc.integer({ min: 2, max: 9 }), fc.constantFrom(0, 7))
      .chain(([count, first]) => fc.tuple(fc.constant(first), fc.subarray(course(count, first), { minLength: 1 })))
      .chain(([first, list]) =>
        fc.tuple(fc.constant(first), fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      );

    fc.assert(
      fc.property(some, ([first, inOrder, shuffled]) => {
        const progress = known(shuffled);
        const came = inOrder.map(({ seqNo }) => seqNo!);
        const from = inOrder[0]!.step === 'started' ? first : 0;
        const all = Array.from({ length: came.at(-1)! - from + 1 }, (_, i) => from + i);
        const missing = missingSeqNos(progress).flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i));

        expect(told(shuffled)).toEqual(told(inOrder));
        expect(missing).toEqual(all.filter((seqNo) => !came.includes(seqNo)));
        expect(completenessOf(progress, false) === 'incomplete').toBe(
          missing.length > 0 || inOrder[0]!.step !== 'started',
        );
      }),
    );
  });

  it('becomes complete with the same bill when the rest comes late, in any order', () => {
    const late = fc
      .integer({ min: 3, max: 8 })
      .chain((count) => fc.tuple(fc.constant(count), fc.shuffledSubarray(course(count), { minLength: count })));

    fc.assert(
      fc.property(late, ([count, messages]) => {
        expect(told(messages)).toEqual(told(course(count)));
        expect(told(messages).completeness).toBe('complete');
      }),
    );
  });
});
