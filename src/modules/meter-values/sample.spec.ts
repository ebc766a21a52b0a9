import fc from 'fast-check';
import { registerReadings, toSample, type ReportedSample } from './sample.js';

const at = new Date('2026-11-22T10:00:00Z');
const sample = (reported: ReportedSample, time = at) => toSample(reported, time);

describe('J01 · a sampled value', () => {
  it('is the energy register in Wh, sampled periodically at the outlet, where nothing else is said', () => {
    expect(sample({ value: '1234' })).toMatchObject({
      measurand: 'Energy.Active.Import.Register',
      value: '1234',
      unit: 'Wh',
      context: 'Sample.Periodic',
      location: 'Outlet',
      format: 'Raw',
      rawUnit: null,
    });
  });

  it.each([
    [{ value: '1.5', unit: 'kWh' }, '1500', 'Wh'],
    [{ value: '0.0005', unit: 'kWh' }, '0.5', 'Wh'],
    [{ value: '7.36', unit: 'kW', measurand: 'Power.Active.Import' }, '7360', 'W'],
    [{ value: '12', multiplier: 3 }, '12000', 'Wh'],
    [{ value: '12', multiplier: -1, unit: 'A', measurand: 'Current.Import' }, '1.2', 'A'],
    [{ value: '21', unit: 'Celcius', measurand: 'Temperature' }, '21', 'Celsius'],
    [{ value: '50', measurand: 'Frequency' }, '50', 'Hz'],
    [{ value: '1e3' }, '1000', 'Wh'],
    [{ value: 'n/a' }, null, 'Wh'],
    [{ value: '1e999' }, null, 'Wh'],
    [{ value: '9'.repeat(140_000) }, null, 'Wh'],
    [{ value: '80', measurand: 'SoC' }, '80', 'Percent'],
  ] as [ReportedSample, string | null, string][])('%j is %s %s', (reported, value, unit) => {
    expect(sample(reported)).toMatchObject({ value, unit, rawValue: reported.value });
  });

  it('keeps a signed value byte-exact and reads no number out of it', () => {
    expect(sample({ value: '3132', format: 'SignedData' })).toMatchObject({ value: null, rawValue: '3132' });
  });

  it('converts every kWh exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (wh) => {
        const text = wh.toString().padStart(4, '0');
        const kwh = `${text.slice(0, -3)}.${text.slice(-3)}`;
        expect(BigInt(sample({ value: kwh, unit: 'kWh' }).value!)).toBe(wh);
      }),
    );
  });
});

describe('the reading of the energy register', () => {
  it('is the value without a phase where there is one', () => {
    const readings = registerReadings([
      sample({ value: '30' }),
      sample({ value: '10', phase: 'L1' }),
      sample({ value: '12', phase: 'L2' }),
    ]);

    expect(readings).toEqual([{ time: at, wh: '30', context: 'Sample.Periodic' }]);
  });

  it('is the sum of the phases where only they come', () => {
    const phases = ['L1', 'L2', 'L3'].map((phase, i) => sample({ value: `${10 + i}.5`, phase }));

    expect(registerReadings(phases)[0]?.wh).toBe('34.5');
  });

  it('never adds up line-to-line values', () => {
    expect(registerReadings([sample({ value: '10', phase: 'L1-L2' })])).toEqual([]);
  });

  it('is not taken from the vehicle, from intervals, from signed data or from a unit that is not known', () => {
    expect(
      registerReadings([
        sample({ value: '1', location: 'EV' }),
        sample({ value: '2', measurand: 'Energy.Active.Import.Interval' }),
        sample({ value: '33', format: 'SignedData' }),
        sample({ value: '1', unit: 'MWh' }),
      ]),
    ).toEqual([]);
  });

  it('stands once for each time and context', () => {
    const later = new Date(at.getTime() + 1000);

    expect(
      registerReadings([
        sample({ value: '1', context: 'Transaction.Begin' }),
        sample({ value: '2' }),
        sample({ value: '3' }, later),
      ]).map(({ wh }) => wh),
    ).toEqual(['1', '2', '3']);
  });
});
