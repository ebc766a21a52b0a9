import fc from 'fast-check';
import type { Sample } from './sample.js';
import { groupSamples, packSamples, unpackSample, type StoredSample } from './stored-samples.js';

const text = fc.stringMatching(/^[ -~äé€]{1,20}$/);
const sample: fc.Arbitrary<Sample> = fc.record({
  timestamp: fc.constantFrom(new Date(0), new Date(1000)),
  measurand: fc.oneof(fc.constant('Voltage'), text),
  value: fc.option(fc.constantFrom('1', '230.5')),
  unit: fc.option(text),
  rawValue: fc.oneof(fc.constantFrom('1', '230.5', ''), text),
  rawUnit: fc.option(text),
  phase: fc.option(fc.constantFrom('L1', 'N')),
  context: fc.constantFrom('Sample.Periodic', 'Transaction.End'),
  location: fc.constantFrom('Outlet', 'EV'),
  format: fc.constantFrom('Raw', 'SignedData'),
  signed: fc.option(fc.constant({ signedMeterData: 'q\u0000"', publicKey: '' })),
});

describe('stored samples', () => {
  it('are what was sampled, in its order', () => {
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 12 }), (samples) => {
        const groups = groupSamples(samples, undefined);
        const read = groups.flatMap(({ timestamp, samples: together }) =>
          (JSON.parse(packSamples(together)) as StoredSample[]).map((each) => ({ timestamp, ...unpackSample(each) })),
        );
        expect(read).toEqual(samples);
        for (const { position, samples: together } of groups) {
          expect(together).toEqual(samples.slice(position, position + together.length));
        }
      }),
    );
  });

  it('say nothing of what is usual', () => {
    const usual: Sample = {
      timestamp: new Date(0),
      measurand: 'Voltage',
      value: '230',
      unit: 'V',
      rawValue: '230',
      rawUnit: null,
      phase: null,
      context: 'Sample.Periodic',
      location: 'Outlet',
      format: 'Raw',
      signed: null,
    };

    expect(packSamples([usual])).toBe('[{"measurand":"Voltage","value":"230","unit":"V"}]');
  });
});
