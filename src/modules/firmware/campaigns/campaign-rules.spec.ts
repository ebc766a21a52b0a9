import { nextStep, openWave, type Target, type TargetState } from './campaign-rules.js';

/** `w` waits and is ready, `o` waits and is offline, `p` is in progress, `i` installed, `f` failed, `s` skipped. */
const STATES: Record<string, TargetState> = {
  w: 'waiting',
  o: 'waiting',
  p: 'in-progress',
  i: 'installed',
  f: 'failed',
  s: 'skipped',
};
const targets = (waves: string, counts = true): Target[] =>
  waves
    .split(' ')
    .flatMap((wave, w) => [...wave].map((letter, i) => target(letter, `${w + 1}.${i + 1}`, w + 1, counts)));
const target = (letter: string, stationUuid: string, wave: number, counts: boolean): Target => ({
  stationUuid,
  wave,
  counts,
  state: STATES[letter]!,
  ready: letter === 'w',
});
const LIMITS = { maxConcurrent: 3, maxFailureShare: 0.25, minFinished: 4 };
const sent = (waves: string): string => {
  const step = nextStep(targets(waves), LIMITS);
  return step.kind === 'send' ? step.stationUuids.join(' ') : step.kind;
};

describe('A campaign', () => {
  it.each([
    ['begins with its first wave', 'ww ww', '1.1 1.2'],
    ['asks no more at a time than it may', 'wwww', '1.1 1.2 1.3'],
    ['counts those under way', 'ppw w', '1.3'],
    ['asks nobody while its limit is reached', 'pppw', ''],
    ['waits for the wave to end', 'ip ww', ''],
    ['goes on with the next wave', 'ii ww', '2.1 2.2'],
    ['goes on after a failure that is allowed', 'if ww', '2.1 2.2'],
    ['is not held up by who is offline', 'io ww', '2.1 2.2'],
    ['goes back for who was offline', 'iw pw', '1.2'],
    ['needs one result of a wave before the next', 'oo ww', ''],
    ['takes a skipped station for a result', 'ss ww', '2.1 2.2'],
    ['waits for who is offline at the end', 'ii io', ''],
    ['is complete when all have finished', 'ii fs', 'complete'],
    ['is stopped by too many failures', 'ffii w', 'stop'],
    ['is not stopped before enough have finished', 'ff w', '2.1'],
    ['is not stopped by as many as may fail', 'fiii w', '2.1'],
    ['is complete although the last of them failed', 'ffff', 'complete'],
  ])('%s', (_, waves, step) => {
    expect(sent(waves)).toBe(step);
  });

  it('is not stopped again by failures that an operator knew of', () => {
    expect(nextStep(targets('ffff w', false), LIMITS)).toEqual({ kind: 'send', stationUuids: ['2.1'] });
  });

  it('says why it is stopped', () => {
    expect(nextStep(targets('ffii w'), LIMITS)).toEqual({
      kind: 'stop',
      because: '2 of 4 updates failed, and no more than 25 % may.',
    });
  });

  it('is in the wave that is open', () => {
    expect(['ww ww', 'ip ww', 'ii pw', 'ii oo ww', 'ii ii'].map((waves) => openWave(targets(waves)))).toEqual([
      1, 1, 2, 2, 2,
    ]);
  });
});
