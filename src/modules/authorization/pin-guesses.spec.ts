import { SystemClock } from '../../common/clock.js';
import { PinGuesses } from './pin-guesses.js';

class HandClock extends SystemClock {
  at = 0;
  override monotonic = (): number => this.at;
}

describe('C04 · Guessing of PIN codes', () => {
  let clock: HandClock;
  let guesses: PinGuesses;
  const guess = (times: number): void => {
    for (let i = 0; i < times; i++) guesses.wrong('station');
  };

  beforeEach(() => {
    clock = new HandClock();
    guesses = new PinGuesses(clock);
  });

  it('allows some wrong codes without a pause', () => {
    guess(4);

    expect(guesses.paused('station')).toBe(false);
  });

  it('pauses the station for ten seconds after five wrong codes, and no other station', () => {
    guess(5);

    expect(guesses.paused('station')).toBe(true);
    expect(guesses.paused('other')).toBe(false);
    clock.at += 10_000;
    expect(guesses.paused('station')).toBe(false);
  });

  it('doubles the pause with each further wrong code, up to ten minutes', () => {
    guess(7);
    clock.at += 39_999;
    expect(guesses.paused('station')).toBe(true);
    clock.at += 1;
    expect(guesses.paused('station')).toBe(false);

    guess(100);
    clock.at += 599_999;
    expect(guesses.paused('station')).toBe(true);
    clock.at += 1;
    expect(guesses.paused('station')).toBe(false);
  });

  it('forgets wrong codes after an hour without any', () => {
    guess(5);
    clock.at += 3_600_000;
    guess(1);

    expect(guesses.paused('station')).toBe(false);
  });
});
