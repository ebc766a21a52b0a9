import { Logger } from '@nestjs/common';
import { FakeClock } from '../../../../test/support/fake-clock.js';
import { UnsettledEnds, type ConnectionEnd } from './unsettled-ends.js';

describe('The end of a connection that could not be written', () => {
  Logger.overrideLogger(false);
  let clock: FakeClock;
  let isAway: boolean;
  let written: (bigint | undefined)[][];
  let ends: UnsettledEnds;
  beforeEach(() => {
    clock = new FakeClock();
    isAway = true;
    written = [];
    const write = (batch: ConnectionEnd[]): Promise<void> => {
      if (isAway) return Promise.reject(new Error('away'));
      written.push(batch.map(({ epoch }) => epoch));
      return Promise.resolve();
    };
    ends = new UnsettledEnds(write, clock);
  });
  const endOf = (stationUuid: string, epoch: bigint | undefined): ConnectionEnd => ({
    stationUuid,
    connectedAt: clock.now(),
    epoch,
    at: clock.now(),
    reason: 'gone',
  });

  it('is written within a second after the database is back, together with all others, and once', async () => {
    ends.add(endOf('a', 1n));
    ends.add(endOf('b', 2n));
    await clock.advance(60_000);

    isAway = false;
    await clock.advance(1000);
    await clock.advance(10_000);

    expect(written).toEqual([[1n, 2n]]);
    expect(ends.size).toBe(0);
  });

  it('gives way to a later end of the same station', async () => {
    ends.add(endOf('a', 1n));
    ends.add(endOf('a', 2n));
    isAway = false;

    await clock.advance(1000);

    expect(written).toEqual([[2n]]);
  });

  it('is forgotten when a newer connection of the station is recorded', async () => {
    ends.add(endOf('a', undefined));
    ends.forget('a');
    isAway = false;

    await clock.advance(5000);

    expect(written).toEqual([]);
  });

  it('is written again for a minute where nobody knows whether its beginning is still to be written', async () => {
    ends.add(endOf('a', undefined));
    isAway = false;
    await clock.advance(10_000);
    expect(written.length).toBeGreaterThan(5);

    await clock.advance(60_000);

    expect(ends.size).toBe(0);
  });
});
