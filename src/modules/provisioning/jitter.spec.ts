import fc from 'fast-check';
import { withJitter } from './jitter.js';

describe('jitter of an interval', () => {
  it('stays within a fifth either way and in whole seconds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 86_400 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (seconds, r) => {
          const spread = withJitter(seconds, () => r);
          return Number.isInteger(spread) && spread >= Math.floor(seconds * 0.8) && spread <= Math.ceil(seconds * 1.2);
        },
      ),
    );
  });

  it('reaches both ends', () => {
    expect(withJitter(300, () => 0)).toBe(240);
    expect(withJitter(300, () => 0.5)).toBe(300);
    expect(withJitter(300, () => 0.999999)).toBe(360);
  });

  it('never makes an interval of zero, by which stations would choose one themselves', () => {
    expect(withJitter(0, () => 0)).toBe(1);
  });
});
