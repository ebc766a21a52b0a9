import { Big } from 'big.js';

/** A sampled value in neutral words: normalised where it is a number, untouched where it is evidence. */
export interface Sample {
  /** Station time of the meter value it belongs to. */
  readonly timestamp: Date;
  readonly measurand: string;
  /** Decimal text in the base unit (Wh, W, A, V ...); null where it is no number. */
  readonly value: string | null;
  readonly unit: string | null;
  /** As the station wrote it. */
  readonly rawValue: string;
  /** As the station wrote it, where it was changed. */
  readonly rawUnit: string | null;
  readonly phase: string | null;
  readonly context: string;
  readonly location: string;
  readonly format: 'Raw' | 'SignedData';
  /** 2.x signed meter value with its public key, as it came. */
  readonly signed: Record<string, unknown> | null;
}

/** What a version's translation knows of a sampled value; everything else has the defaults of the specification. */
export interface ReportedSample {
  readonly value: string;
  readonly unit?: string;
  /** Power of ten by which the value is to be multiplied. */
  readonly multiplier?: number;
  readonly measurand?: string;
  readonly phase?: string;
  readonly context?: string;
  readonly location?: string;
  readonly format?: 'Raw' | 'SignedData';
  readonly signed?: Record<string, unknown>;
}

export const ENERGY_REGISTER = 'Energy.Active.Import.Register';

// maps, since a station may name anything, "__proto__" too
const KILO = new Map([
  ['kWh', 'Wh'],
  ['kW', 'W'],
  ['kVA', 'VA'],
  ['kvar', 'var'],
  ['kvarh', 'varh'],
]);
const SAME = new Map([
  ['Celcius', 'Celsius'],
  ['Hertz', 'Hz'],
]);
const DEFAULT_UNITS = new Map([
  ['Voltage', 'V'],
  ['SoC', 'Percent'],
  ['Temperature', 'Celsius'],
  ['Frequency', 'Hz'],
]);
const NUMBER = /^-?\d+(\.\d+)?$/;
const MAX_EXPONENT = 30;
const LONGEST_NUMBER = 60;

/** The unit that a measurand has when none is given. */
function defaultUnit(measurand: string): string | null {
  if (measurand.startsWith('Energy.Reactive')) return 'varh';
  if (measurand.startsWith('Energy.Apparent')) return 'VAh';
  if (measurand.startsWith('Energy')) return 'Wh';
  if (measurand.startsWith('Power.Reactive')) return 'var';
  if (measurand === 'Power.Factor') return null;
  if (measurand.startsWith('Power')) return 'W';
  if (measurand.startsWith('Current')) return 'A';
  return DEFAULT_UNITS.get(measurand) ?? null;
}

function numeric(text: string, shift: number): string | null {
  if (text.length > LONGEST_NUMBER) return null;
  if (shift === 0 && NUMBER.test(text)) return text;
  try {
    const number = new Big(text.trim());
    if (Math.abs(number.e) > MAX_EXPONENT || Math.abs(shift) > MAX_EXPONENT) return null;
    return number.times(new Big(10).pow(shift)).toFixed();
  } catch {
    return null;
  }
}

/** Fills in the specification's defaults and brings the value to its base unit: 1.5 kWh becomes 1500 Wh, exactly. */
export function toSample(reported: ReportedSample, timestamp: Date): Sample {
  const measurand = reported.measurand ?? ENERGY_REGISTER;
  const unit = reported.unit || defaultUnit(measurand);
  const base = unit === null ? null : (KILO.get(unit) ?? SAME.get(unit) ?? unit);
  const shift = (reported.multiplier ?? 0) + (unit !== null && KILO.has(unit) ? 3 : 0);
  const format = reported.format ?? 'Raw';
  return {
    timestamp,
    measurand,
    value: format === 'Raw' ? numeric(reported.value, shift) : null,
    unit: base,
    rawValue: reported.value,
    rawUnit: reported.unit !== undefined && (reported.unit !== base || shift !== 0) ? reported.unit : null,
    phase: reported.phase ?? null,
    context: reported.context ?? 'Sample.Periodic',
    location: reported.location ?? 'Outlet',
    format,
    signed: reported.signed ?? null,
  };
}

/** A reading of the energy register that a transaction is billed by. */
export interface RegisterReading {
  readonly time: Date;
  /** Wh, decimal text. */
  readonly wh: string;
  readonly context: string;
}

const TOTALS = [[null], ['L1', 'L2', 'L3'], ['L1-N', 'L2-N', 'L3-N']] as const;
// the meter of the station counts; a value of the vehicle or the cable is another meter
const METERS = ['Outlet', 'Inlet', 'Body'];

/**
 * The readings of the import register in a list of samples, one for each time and context. A value without a phase is
 * the total; where only phases come, they are added up. Line-to-line values never are.
 */
export function registerReadings(samples: readonly Sample[]): RegisterReading[] {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    if (sample.measurand !== ENERGY_REGISTER || sample.value === null || sample.unit !== 'Wh') continue;
    if (!METERS.includes(sample.location)) continue;
    const key = `${sample.timestamp.getTime()} ${sample.context}`;
    const group = groups.get(key);
    if (group) group.push(sample);
    else groups.set(key, [sample]);
  }
  return [...groups.values()].flatMap((group) => {
    const wh = total(group);
    return wh === undefined ? [] : [{ time: group[0]!.timestamp, wh, context: group[0]!.context }];
  });
}

function total(group: readonly Sample[]): string | undefined {
  const location = METERS.find((place) => group.some((sample) => sample.location === place));
  const here = group.filter((sample) => sample.location === location);
  for (const phases of TOTALS) {
    const parts = here.filter((sample) => (phases as readonly (string | null)[]).includes(sample.phase));
    if (parts.length === 0) continue;
    if (phases.length === 1) return parts[0]!.value!;
    return parts.reduce((sum, part) => sum.plus(part.value!), new Big(0)).toFixed();
  }
  return undefined;
}
