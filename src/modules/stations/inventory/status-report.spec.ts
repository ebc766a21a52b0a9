import fc from 'fast-check';
import { newestOfEach, type StatusReport } from './status-report.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000);

const report = (evseId: number, since: number, received: number, reportedStatus = 'Available'): StatusReport => ({
  stationUuid: 'a',
  evseId,
  connectorId: 1,
  status: 'Available',
  reportedStatus,
  statusSince: at(since),
  receivedAt: at(received),
});

describe('status reports of one batch', () => {
  it('leave the newest of each connector', () => {
    const kept = newestOfEach([report(1, 10, 10), report(2, 5, 10), report(1, 20, 20), report(1, 15, 30)]);

    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual(report(1, 20, 20));
    expect(kept).toContainEqual(report(2, 5, 10));
  });

  it('that began together leave the one that came later', () => {
    expect(newestOfEach([report(1, 10, 10, 'Preparing'), report(1, 10, 10, 'Charging')])).toEqual([
      report(1, 10, 10, 'Charging'),
    ]);
    expect(newestOfEach([report(1, 10, 12, 'Charging'), report(1, 10, 11, 'Preparing')])).toEqual([
      report(1, 10, 12, 'Charging'),
    ]);
  });

  it('leave the same, whatever the order in which they are looked at', () => {
    const times = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(20), fc.nat(20)), {
      selector: ([evse, since, received]) => `${evse} ${since} ${received}`,
      minLength: 1,
    });
    const sorted = (reports: StatusReport[]) => newestOfEach(reports).sort((a, b) => a.evseId - b.evseId);
    fc.assert(
      fc.property(times, fc.infiniteStream(fc.nat()), (some, order) => {
        const reports = some.map(([evse, since, received]) => report(evse, since, received));
        const shuffled = reports.map((one) => ({ one, key: order.next().value })).sort((a, b) => a.key - b.key);
        expect(sorted(shuffled.map(({ one }) => one))).toEqual(sorted(reports));
      }),
    );
  });
});
