import { storable, storableOrNull } from '../../database/storable-text.js';
import type { Sample } from './sample.js';

/** What most sampled values are; left out of the document in which they are stored. */
const USUAL = { context: 'Sample.Periodic', location: 'Outlet', format: 'Raw' } as const;

/** A sampled value as it stands in `meter_values.samples`. What is left out is null, usual, or the value itself. */
export interface StoredSample {
  readonly measurand: string;
  /** Decimal text in the base unit. */
  readonly value?: string;
  readonly unit?: string;
  readonly rawValue?: string;
  readonly rawUnit?: string;
  readonly phase?: string;
  readonly context?: string;
  readonly location?: string;
  readonly format?: 'SignedData';
  readonly signed?: Record<string, unknown>;
}

/** Sampled values of one moment, and where the first of them stands in its message. */
export interface MeterValueGroup<Message> {
  readonly message: Message;
  readonly position: number;
  readonly timestamp: Date;
  readonly samples: readonly Sample[];
}

/** The sampled values of a message by the moment in which they were taken. */
export function groupSamples<Message>(samples: readonly Sample[], message: Message): MeterValueGroup<Message>[] {
  const groups: { message: Message; position: number; timestamp: Date; samples: Sample[] }[] = [];
  samples.forEach((sample, position) => {
    const last = groups.at(-1);
    if (last?.timestamp.getTime() === sample.timestamp.getTime()) last.samples.push(sample);
    else groups.push({ message, position, timestamp: sample.timestamp, samples: [sample] });
  });
  return groups;
}

const unlessUsual = <T>(value: T, usual: unknown): T | undefined => (value === usual ? undefined : value);

/** The document that is stored of them, as text. */
export const packSamples = (samples: readonly Sample[]): string => JSON.stringify(samples.map(toStored));

function toStored(sample: Sample): StoredSample {
  const rawValue = storable(sample.rawValue);
  return {
    measurand: storable(sample.measurand),
    value: sample.value ?? undefined,
    unit: storableOrNull(sample.unit) ?? undefined,
    rawValue: unlessUsual(rawValue, sample.value),
    rawUnit: storableOrNull(sample.rawUnit) ?? undefined,
    phase: storableOrNull(sample.phase) ?? undefined,
    context: unlessUsual(storable(sample.context), USUAL.context),
    location: unlessUsual(storable(sample.location), USUAL.location),
    format: unlessUsual(sample.format, USUAL.format) as 'SignedData' | undefined,
    signed: sample.signed ?? undefined,
  };
}

/** The sampled value behind a stored one. */
export const unpackSample = (stored: StoredSample): Omit<Sample, 'timestamp'> => ({
  measurand: stored.measurand,
  value: stored.value ?? null,
  unit: stored.unit ?? null,
  rawValue: stored.rawValue ?? stored.value ?? '',
  rawUnit: stored.rawUnit ?? null,
  phase: stored.phase ?? null,
  context: stored.context ?? USUAL.context,
  location: stored.location ?? USUAL.location,
  format: stored.format ?? USUAL.format,
  signed: stored.signed ?? null,
});
