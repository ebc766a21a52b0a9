import { HeartbeatCounts } from './heartbeat-counts.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000);

describe('Heartbeats in the message log', () => {
  it('become one row per station and minute', () => {
    const counts = new HeartbeatCounts();
    for (const second of [0, 20, 40]) counts.add('a', '1.6', at(second));
    counts.add('b', '2.0.1', at(30));

    const rows = counts.takeBefore(at(61));

    expect(rows).toEqual([
      expect.objectContaining({
        stationUuid: 'a',
        action: 'Heartbeat',
        count: 3,
        receivedAt: at(0),
        answeredAt: at(40),
      }),
      expect.objectContaining({ stationUuid: 'b', version: '2.0.1', count: 1, receivedAt: at(30) }),
    ]);
    expect(counts.takeBefore(at(600))).toEqual([]);
  });

  it('of the present minute are still being counted', () => {
    const counts = new HeartbeatCounts();
    counts.add('a', '1.6', at(0));

    expect(counts.takeBefore(at(59))).toEqual([]);
  });

  it('of a minute that is over are handed out by the next one', () => {
    const counts = new HeartbeatCounts();
    counts.add('a', '1.6', at(0));
    counts.add('a', '1.6', at(1));

    expect(counts.add('a', '1.6', at(60))).toMatchObject({ count: 2 });
    expect(counts.add('a', '2.0.1', at(61))).toMatchObject({ count: 1, version: '1.6' });
  });
});
