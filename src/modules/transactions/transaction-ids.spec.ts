import fc from 'fast-check';
import { scatter } from './transaction-ids.js';

describe('1.6 transaction ids', () => {
  const number = fc.integer({ min: 1, max: 0x7fffffff });

  it('are positive integers that a station can hold in 32 signed bits', () => {
    fc.assert(
      fc.property(number, (n) => {
        const id = scatter(n);
        expect(Number.isInteger(id) && id > 0 && id <= 0x7fffffff).toBe(true);
      }),
    );
  });

  it('never come twice', () => {
    fc.assert(fc.property(number, number, (a, b) => a === b || scatter(a) !== scatter(b)));
  });
});
