import type { MeterReading } from './words.js';

/** One measured quantity; measurand, unit and phase are spelled the same in every version. */
export interface Sample {
  readonly value: number;
  readonly measurand: 'Energy.Active.Import.Register' | 'Power.Active.Import' | 'Current.Import' | 'Voltage';
  readonly unit: 'Wh' | 'W' | 'A' | 'V';
  readonly phase?: 'L1' | 'L2' | 'L3' | 'L1-N' | 'L2-N' | 'L3-N';
}

const PHASES = ['L1', 'L2', 'L3'] as const;

/** The energy register alone, as billing needs it. */
export const energyOf = ({ energyWh }: MeterReading): Sample => ({
  value: energyWh,
  measurand: 'Energy.Active.Import.Register',
  unit: 'Wh',
});

/** Everything that a reading says. */
export function samplesOf(reading: MeterReading): Sample[] {
  const phases = PHASES.slice(0, reading.currentA.length);
  return [
    energyOf(reading),
    { value: reading.powerW, measurand: 'Power.Active.Import', unit: 'W' },
    ...phases.map(
      (phase, i) => ({ value: reading.currentA[i]!, measurand: 'Current.Import', unit: 'A', phase }) as const,
    ),
    ...phases.map(
      (phase) => ({ value: reading.voltageV, measurand: 'Voltage', unit: 'V', phase: `${phase}-N` }) as const,
    ),
  ];
}
