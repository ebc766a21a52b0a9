import { Counts, DueCounts } from './counts.mjs';

const phase = { beginsAt: 1000, endsAt: 3000, seconds: 2 };

describe('the answers of a phase whose stations send when they have their answer', () => {
  it('all count as calls, and as a rate those within the time', () => {
    const counts = new Counts(phase);

    counts.add(1000, 1010);
    counts.add(2990, 3010);

    expect(counts.summary()).toMatchObject({ calls: 2, callsPerSecond: 0.5, max: 20 });
  });
});

describe('the answers of a phase whose calls are due at set times', () => {
  it('count by when the call was due, however late its answer came', () => {
    const counts = new DueCounts(phase);

    counts.add(999, 2000); // of the warm-up
    counts.add(1000, 1010);
    counts.add(2999, 7999);
    counts.add(3000, 3001); // brings a round to its end

    expect(counts.summary()).toMatchObject({ calls: 2, callsPerSecond: 1, max: 5000 });
  });
});
