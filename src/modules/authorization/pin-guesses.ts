import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';

const FREE_GUESSES = 5;
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 600_000;
const FORGOTTEN_AFTER_MS = 3_600_000;

/**
 * Slows down the guessing of PIN codes at a station: the fifth wrong code brings a pause of ten seconds, each further
 * one doubles it, an hour without wrong codes forgets them. A right code forgets nothing, or its owner could go on
 * guessing the others. Counted in this process; a restart forgives.
 */
@Injectable()
export class PinGuesses {
  private readonly stations = new Map<string, { wrong: number; last: number }>();

  constructor(private readonly clock: Clock) {}

  /** Whether the station has to wait before another PIN code of it is looked at. */
  paused(stationUuid: string): boolean {
    const guesses = this.stations.get(stationUuid);
    return guesses !== undefined && this.clock.monotonic() - guesses.last < pauseAfter(guesses.wrong);
  }

  /** A PIN code was wrong. */
  wrong(stationUuid: string): void {
    const now = this.clock.monotonic();
    const before = this.stations.get(stationUuid);
    const remembered = before && now - before.last < FORGOTTEN_AFTER_MS ? before.wrong : 0;
    this.stations.set(stationUuid, { wrong: remembered + 1, last: now });
  }
}

const pauseAfter = (wrong: number): number =>
  wrong < FREE_GUESSES ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (wrong - FREE_GUESSES), LONGEST_PAUSE_MS);
