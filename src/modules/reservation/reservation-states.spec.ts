import { canFollow, isOpen, RESERVATION_STATES, TRANSITIONS } from './reservation-states.js';

describe('The states of a reservation', () => {
  it('are each described, and follow only on each other', () => {
    expect(Object.keys(TRANSITIONS).sort()).toEqual([...RESERVATION_STATES].sort());
  });

  it.each(RESERVATION_STATES.filter((state) => state !== 'used'))(
    'let a transaction prove that it was used, although it seemed to be %s',
    (state) => expect(canFollow(state, 'used')).toBe(true),
  );

  it('end for good with the use', () => {
    expect(RESERVATION_STATES.filter((to) => canFollow('used', to))).toEqual([]);
  });

  it.each(RESERVATION_STATES.filter((state) => !isOpen(state)))('are not opened again by anything once %s', (from) => {
    // only a station that shows that it holds it can say more than a refusal that was concluded
    const opens = RESERVATION_STATES.filter((to) => isOpen(to) && canFollow(from, to));
    expect(opens).toEqual(from === 'refused' ? ['active'] : []);
  });
});
