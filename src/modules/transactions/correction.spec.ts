import fc from 'fast-check';
import { message, T0 } from '../../../test/support/ordered-messages.js';
import { combined, corrected, correctableOf, type Changes } from './correction.js';
import { merge, project, type OrderedMessage, type Progress } from './progress.js';

const known = (messages: readonly OrderedMessage[]) => messages.reduce<Progress | undefined>(merge, undefined)!;
const told = (...messages: OrderedMessage[]) => project(known(messages), null);

const start = message({ step: 'started', seqNo: 0, wh: 1000, idToken: 'ANNA' });
const end = message({ step: 'ended', seqNo: 2, wh: 3000 });
const ENDED = told(start, end);

/** A correction that was made when the station had told this much. */
const over = (changes: Changes, basis = ENDED) => ({ changes, basis: correctableOf(basis) });

describe('A correction', () => {
  it('changes nothing where there is none', () => {
    expect(corrected(ENDED, null)).toBe(ENDED);
  });

  it('of a register changes the energy with it', () => {
    expect(corrected(ENDED, over({ meterStopWh: '2500.5' }))).toMatchObject({
      meterStartWh: '1000',
      meterStopWh: '2500.5',
      energyWh: '1500.5',
    });
  });

  it('of the energy leaves the registers', () => {
    expect(corrected(ENDED, over({ energyWh: '1' }))).toMatchObject({ meterStopWh: '3000', energyWh: '1' });
  });

  it('of times and token says when, and who pays', () => {
    const startedAt = new Date(T0 - 60_000).toISOString();
    const idToken = { value: 'BOB', type: 'Local' };

    expect(corrected(ENDED, over({ startedAt, idToken }))).toMatchObject({
      startedAt: new Date(startedAt),
      endedAt: ENDED.endedAt,
      tokenValue: 'BOB',
      tokenType: 'Local',
    });
  });

  it('makes a bill of what could not be billed, and settles what warned of it', () => {
    const backwards = told(start, message({ step: 'ended', seqNo: 1, wh: 5 }));
    const endless = told(start, message({ step: 'ended', seqNo: 1 }));

    expect([backwards.energyWh, endless.energyWh]).toEqual([null, null]);
    for (const each of [backwards, endless]) {
      const after = corrected(each, over({ meterStopWh: '1200' }, each));
      expect(after.energyWh).toBe('200');
      expect(after.flags).not.toContain('negative-energy');
      expect(after.flags).not.toContain('no-energy-values');
    }
  });

  it('of the begin alone makes no bill where the end is missing', () => {
    const endless = told(start, message({ step: 'ended', seqNo: 1 }));

    expect(corrected(endless, over({ meterStartWh: '500' }, endless)).energyWh).toBeNull();
  });

  it('outlives what the station tells later, and is flagged for review then', () => {
    const late = told(start, end, message({ step: 'ended', seqNo: 1, wh: 4000 }));
    const correction = over({ meterStopWh: '2000' });

    expect(corrected(ENDED, correction).flags).not.toContain('changed-after-correction');
    expect(corrected(late, correction)).toMatchObject({
      meterStopWh: '2000',
      energyWh: '1000',
      flags: expect.arrayContaining(['changed-after-correction']),
    });
  });

  it('of a running transaction is not in question because its register grows', () => {
    const running = told(start);
    const correction = over({ startedAt: new Date(T0 - 1).toISOString() }, running);

    expect(corrected(told(start, message({ seqNo: 1, wh: 9000 })), correction).flags).not.toContain(
      'changed-after-correction',
    );
    expect(corrected(ENDED, correction).flags).not.toContain('changed-after-correction');
  });

  it('of an end waits while the transaction runs again', () => {
    const running = told(start);

    expect(corrected(running, over({ endedAt: new Date(T0 + 1).toISOString(), energyWh: '7' }))).toMatchObject({
      state: 'active',
      endedAt: null,
      meterStopWh: running.meterStopWh,
    });
  });
});

describe('Several corrections', () => {
  it('are one in which the later word counts', () => {
    expect(combined([{ meterStartWh: '1', meterStopWh: '5' }, { meterStopWh: '7' }])).toEqual({
      meterStartWh: '1',
      meterStopWh: '7',
    });
  });

  it('let the energy follow from the registers again when these are corrected after it', () => {
    expect(combined([{ energyWh: '9' }, { meterStopWh: '7' }])).toEqual({ meterStopWh: '7' });
    expect(combined([{ meterStopWh: '7' }, { energyWh: '9' }])).toEqual({ meterStopWh: '7', energyWh: '9' });
  });

  it('never come to energy below zero', () => {
    const wh = fc.option(fc.integer({ min: 0, max: 5000 }).map(String), { nil: undefined });
    const changes = fc
      .record({ meterStartWh: wh, meterStopWh: wh })
      .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Changes);

    fc.assert(
      fc.property(fc.array(changes, { maxLength: 4 }), (words) => {
        const { energyWh } = corrected(ENDED, over(combined(words)));
        expect(energyWh === null || Number(energyWh) >= 0).toBe(true);
      }),
    );
  });
});
