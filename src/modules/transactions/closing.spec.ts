import { message, T0 } from '../../../test/support/ordered-messages.js';
import { CLOSED_BY, FLAG_OF, isClosedByRule, lastSignOf } from './closing.js';
import { merge, project, type OrderedMessage, type Progress } from './progress.js';

const known = (...messages: OrderedMessage[]) => messages.reduce<Progress | undefined>(merge, undefined)!;
const minutes = (n: number) => new Date(T0 + n * 60_000);
const start = message({ step: 'started', seqNo: 0, wh: 100 });

describe('The provisional end of a transaction', () => {
  it('is at its last meter value, whatever was told after it', () => {
    const progress = known(
      start,
      message({ seqNo: 3, wh: 900 }),
      message({ seqNo: 9, over: { chargingState: 'Idle' } }),
    );

    expect(lastSignOf(progress)).toEqual(minutes(3));
  });

  it('is at the last that was told where nothing was measured after the begin', () => {
    expect(lastSignOf(known(start))).toEqual(minutes(0));
    expect(lastSignOf(known(start, message({ seqNo: 5, over: { chargingState: 'Charging' } })))).toEqual(minutes(5));
  });

  it('is never before the begin', () => {
    const measured = message({ seqNo: 1, wh: 5, time: -600_000 });

    expect(lastSignOf(known(start, measured))).toEqual(minutes(0));
  });

  it.each(CLOSED_BY)('by %s gives way to the own end, and bills what was last measured until then', (by) => {
    const progress = known(start, message({ seqNo: 3, wh: 900 }));
    const end = message({ step: 'ended', seqNo: 4, wh: 1500 });

    const closed = project(progress, { at: minutes(3), by });
    const ended = project(merge(progress, end), { at: minutes(3), by });

    expect(closed).toMatchObject({ state: 'ended', endedAt: minutes(3), energyWh: '800', completeness: 'incomplete' });
    expect(closed.flags).toContain(FLAG_OF[by]);
    expect(ended).toMatchObject({ state: 'ended', endedAt: minutes(4), energyWh: '1400' });
    expect(ended.flags).not.toContain(FLAG_OF[by]);
  });

  it('is a guess by a rule, and certain by an operator or a later transaction', () => {
    expect(CLOSED_BY.filter(isClosedByRule)).toEqual(['stale', 'station-away', 'connector-available', 'not-ongoing']);
    expect(isClosedByRule(null)).toBe(false);
  });
});
