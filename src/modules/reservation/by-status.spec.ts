import { outcomeByStatus, type ShownStatus, type StatusSubject } from './by-status.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 12, 0, seconds));

const ACTIVE: StatusSubject = {
  state: 'active',
  evseId: 1,
  tellsEnds: false,
  expiresAt: at(3600),
  askedAt: at(-30),
  since: at(0),
  reservedSeenAt: at(1),
};
const UNKNOWN: StatusSubject = { ...ACTIVE, state: 'unknown', reservedSeenAt: null };

const shows = (status: ShownStatus['status'], evseId = 1, seconds = 10): ShownStatus => ({
  evseId,
  status,
  receivedAt: at(seconds),
});

describe('What statuses say about a reservation', () => {
  it.each<[string, StatusSubject, ShownStatus[], object | undefined]>([
    ['a fault of the EVSE ends it', ACTIVE, [shows('Faulted')], { to: 'removed', reason: 'evse-faulted' }],
    [
      'a station out of service ends it',
      ACTIVE,
      [shows('Unavailable', 0)],
      { to: 'removed', reason: 'evse-unavailable' },
    ],
    ['one broken connector of two does not', ACTIVE, [shows('Faulted'), shows('Reserved', 1, -60)], undefined],
    ['two do', ACTIVE, [shows('Faulted'), shows('Unavailable', 1, -60)], { to: 'removed', reason: 'evse-faulted' }],
    ['another EVSE does not', ACTIVE, [shows('Faulted', 2)], undefined],
    ['a fault from before does not', ACTIVE, [shows('Faulted', 1, -1)], undefined],
    ['the driver who plugs in does not', ACTIVE, [shows('Occupied')], undefined],
    ['Available ends it in 1.6', ACTIVE, [shows('Available')], { to: 'removed', reason: 'evse-available' }],
    ['by its time', ACTIVE, [shows('Available', 1, 3550)], { to: 'expired', reason: 'evse-available' }],
    ['not where it was never Reserved', { ...ACTIVE, reservedSeenAt: null }, [shows('Available')], undefined],
    ['not before it was Reserved', { ...ACTIVE, reservedSeenAt: at(20) }, [shows('Available')], undefined],
    ['not where the station tells the end itself', { ...ACTIVE, tellsEnds: true }, [shows('Available')], undefined],
    ['Reserved proves that it is held', UNKNOWN, [shows('Reserved')], { to: 'active', reason: 'evse-reserved' }],
    [
      'also where it was shown while the answer was waited for',
      UNKNOWN,
      [shows('Reserved', 1, -20)],
      { to: 'active', reason: 'evse-reserved' },
    ],
    ['but not where it was shown before the question', UNKNOWN, [shows('Reserved', 1, -40)], undefined],
    ['Available that it is not', UNKNOWN, [shows('Available')], { to: 'refused', reason: 'evse-available' }],
    ['but not from the same moment', UNKNOWN, [shows('Available', 1, 0)], undefined],
    ['nor of no particular EVSE', { ...UNKNOWN, evseId: null }, [shows('Available')], undefined],
    ['Occupied proves nothing', UNKNOWN, [shows('Occupied')], undefined],
    ['nothing is said about what is over', { ...ACTIVE, state: 'used' }, [shows('Faulted')], undefined],
  ])('%s', (_, reservation, shown, outcome) => {
    expect(outcomeByStatus(reservation, shown)).toEqual(outcome);
  });
});
