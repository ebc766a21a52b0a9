import fc from 'fast-check';
import { message, T0, type Said } from '../../../test/support/ordered-messages.js';
import { merge, project, withSeqNo, type OrderedMessage as Ordered, type Progress } from './progress.js';

const told = (messages: Ordered[]) => project(messages.reduce<Progress | undefined>(merge, undefined)!, null);

const charging = [
  message({ step: 'started', seqNo: 0, wh: 100, over: { evseId: 1, connectorId: 2 } }),
  message({ seqNo: 1, idToken: 'A', over: { remoteStartId: 7 } }),
  message({ seqNo: 2, wh: 900, over: { chargingState: 'Charging' } }),
  message({ seqNo: 3, wh: 1500, over: { chargingState: 'SuspendedEV', offline: true } }),
  message({ step: 'ended', seqNo: 4, wh: 2100, idToken: 'B', over: { stopReason: 'Remote' } }),
];

describe('E · what the messages of a transaction add up to', () => {
  it('is energy, times, token and place of the transaction', () => {
    expect(told(charging)).toMatchObject({
      state: 'ended',
      energyWh: '2000',
      meterStartWh: '100',
      meterStopWh: '2100',
      startedAt: new Date(T0),
      endedAt: new Date(T0 + 240_000),
      evseId: 1,
      connectorId: 2,
      tokenValue: 'A',
      remoteStartId: 7,
      chargingState: 'SuspendedEV',
      stopReason: 'Remote',
      flags: ['offline', 'start-value-inferred', 'stop-value-inferred'],
    });
  });

  it('takes the first of two ends, whichever comes first', () => {
    const ends = [
      message({ step: 'ended', seqNo: 4, wh: 2100, over: { stopReason: 'Remote' } }),
      message({ step: 'ended', seqNo: 5, wh: 2200, over: { stopReason: 'EVDisconnected' } }),
    ];
    const [start] = charging as [Ordered, ...Ordered[]];

    expect(told([start, ...ends])).toMatchObject({ endedAt: new Date(T0 + 240_000), stopReason: 'Remote' });
    expect(told([...ends.toReversed(), start])).toEqual(told([start, ...ends]));
  });

  it('is charged to nobody where the only token is the one that stopped it', () => {
    const [start] = charging as [Ordered, ...Ordered[]];
    const stop = message({ step: 'ended', seqNo: 1, wh: 900, idToken: 'B' });

    expect(told([start, stop])).toMatchObject({ state: 'ended', tokenValue: null });
  });

  it('is the same for every order in which they arrive', () => {
    const inOrder = told(charging);

    fc.assert(
      fc.property(fc.shuffledSubarray(charging, { minLength: charging.length }), (order) => {
        expect(told(order)).toEqual(inOrder);
      }),
    );
  });

  it('is the same for every order of any messages whatsoever', () => {
    const anything = fc.record({
      step: fc.constantFrom('started', 'updated', 'ended'),
      seqNo: fc.integer({ min: 0, max: 6 }),
      wh: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined }),
      context: fc.constantFrom('Transaction.Begin', 'Transaction.End', 'Sample.Periodic'),
      time: fc.integer({ min: 0, max: 5 }),
      idToken: fc.option(fc.constantFrom('A', 'B'), { nil: undefined }),
    }) as fc.Arbitrary<Said>;
    const shuffled = fc
      .uniqueArray(anything, { selector: (m) => `${m.seqNo} ${m.step} ${m.time}`, minLength: 1, maxLength: 7 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));

    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(told(other.map(message))).toEqual(told(list.map(message)));
      }),
    );
  });

  it('prefers the values that the station calls begin and end', () => {
    const said = told([
      message({ step: 'started', seqNo: 0, wh: 5 }),
      message({ seqNo: 1, wh: 10, context: 'Transaction.Begin' }),
      message({ step: 'ended', seqNo: 2, wh: 50, context: 'Transaction.End' }),
    ]);

    expect(said).toMatchObject({ energyWh: '40', flags: [] });
  });

  it('bills a 1.6 transaction by meterStart and meterStop, whatever register its samples count on', () => {
    const said = told([
      message({ step: 'started', seqNo: 0, over: { registerWh: '100000', seqNo: undefined } }),
      message({ seqNo: 1, wh: 40, step: 'meter-values', over: { seqNo: undefined } }),
      message({ step: 'ended', seqNo: 2, over: { registerWh: '100060', seqNo: undefined } }),
    ]);

    expect(said).toMatchObject({ energyWh: '60', meterStartWh: '100000', meterStopWh: '100060', flags: [] });
  });

  it('bills nothing where the register runs backwards, and says so', () => {
    const said = told([message({ step: 'started', seqNo: 0, wh: 500 }), message({ step: 'ended', seqNo: 1, wh: 499 })]);

    expect(said.energyWh).toBeNull();
    expect(said.flags).toContain('negative-energy');
  });

  it('bills nothing where there is a begin and no end, and says so', () => {
    const said = told([message({ step: 'started', seqNo: 0, wh: 500 }), message({ step: 'ended', seqNo: 1 })]);

    expect(said.energyWh).toBeNull();
    expect(said.flags).toContain('no-energy-values');
  });

  it('makes a transaction out of an end alone', () => {
    expect(told([message({ step: 'ended', seqNo: 4 })])).toMatchObject({
      state: 'ended',
      stopReason: 'Local',
      flags: ['no-energy-values', 'start-missing'],
    });
  });

  it('notices a gap until it is filled, and a seqNo that comes twice', () => {
    const [a, , c] = charging as [Ordered, Ordered, Ordered];

    expect(told([a, c]).flags).toContain('seq-no-gap');
    expect(told([a, c, charging[1]!]).flags).not.toContain('seq-no-gap');
    expect(told([a, message({ seqNo: 0, time: 5 })]).flags).toContain('seq-no-repeated');
  });

  it('ends provisionally when the next one has begun, until its own end comes', () => {
    const progress = merge(undefined, charging[0]!);
    const next = { at: new Date(T0 + 999_000), by: 'next-transaction' } as const;

    expect(project(progress, next)).toMatchObject({ state: 'ended', endedAt: next.at, stopReason: null });
    expect(project(progress, next).flags).toContain('ended-by-next-transaction');

    const real = project(merge(progress, charging[4]!), next);
    expect(real).toMatchObject({ endedAt: new Date(T0 + 240_000), stopReason: 'Remote' });
    expect(real.flags).not.toContain('ended-by-next-transaction');
  });
});

describe('the ranges of seqNos', () => {
  it('hold exactly the numbers that were added', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (numbers) => {
        const ranges = numbers.reduce<readonly (readonly [number, number])[]>((r, n) => withSeqNo(r, n)!, []);
        const all = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
        expect(all).toEqual([...numbers].sort((a, b) => a - b));
        expect(withSeqNo(ranges, numbers[0]!)).toBeUndefined();
      }),
    );
  });
});
