import fc from 'fast-check';
import { FakeClock } from '../../../test/support/fake-clock.js';
import { Meter } from './meter.js';

describe('a meter', () => {
  it('grows with power and time, faster where it is told to', async () => {
    const clock = new FakeClock();
    const meter = new Meter(clock, 100, 60);

    meter.draw(11_000);
    await clock.advance(60_000);

    expect(meter.read()).toEqual({ energyWh: 11_100, powerW: 11_000, currentA: [15.9, 15.9, 15.9], voltageV: 230 });
  });

  it('shows one phase for what a single phase can carry', () => {
    const meter = new Meter(new FakeClock(), 0, 1);

    meter.draw(3700);

    expect(meter.read().currentA).toEqual([16.1]);
  });

  it('never runs backwards, and misses nothing when the power changes', async () => {
    const step = fc.record({ powerW: fc.nat(350_000), ms: fc.nat(3_600_000) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const clock = new FakeClock();
        const meter = new Meter(clock, 0, 1);
        let expected = 0;
        for (const { powerW, ms } of steps) {
          const before = meter.energyWh;
          meter.draw(powerW);
          await clock.advance(ms);
          expect(meter.energyWh).toBeGreaterThanOrEqual(before);
          expected += (powerW * ms) / 3_600_000;
        }
        expect(meter.energyWh).toBeCloseTo(expected, 3);
      }),
    );
  });
});
