import { testSeed } from '../support/seeded.js';
import type { Fault } from './fault.js';
import { Grounds } from './kit/grounds.js';
import { play } from './play.js';

const SEED = testSeed();
/** Beside other rows and other checks everything takes longer; `npm run faults` allows nothing. */
const LENIENCY = 4;

/** The quick form of these rows, one after the other, as tests. */
export function playQuickly(faults: readonly Fault[]): void {
  describe(`Under fault (TAU_TEST_SEED=${SEED})`, () => {
    let grounds: Grounds;

    beforeAll(async () => {
      grounds = await Grounds.prepare();
    }, 60_000);

    afterAll(() => grounds.leave(), 30_000);

    for (const fault of faults) {
      const { id, title, expected, missing, loses } = fault;
      const outcome = loses ? expected : `nothing acknowledged is lost or counted twice; ${expected}`;
      if (missing) it.skip(`${id}: ${title} (not tried: ${missing})`, () => undefined);
      else {
        it(`${id}: ${title}. ${outcome}`, async () => {
          const { broken, ...figures } = await play(fault, grounds, { seed: SEED, leniency: LENIENCY });

          if (process.env['TAU_FAULTS_FIGURES']) console.log(figures, broken);
          expect(broken).toEqual([]);
          expect(figures.acknowledged).toBeGreaterThan(100);
        }, 120_000);
      }
    }
  });
}
