import { storable, storableOrNull } from '../../database/storable-text.js';
/** What most sampled values are; left out of the document in which they are stored. */
const USUAL = { context: 'Sample.Periodic', location: 'Outlet', format: 'Raw' };
/** The sampled values of a message by the moment in which they were taken. */
export function groupSamples(samples, message) {
    const groups = [];
    samples.forEach((sample, position) => {
        const last = groups.at(-1);
        if (last?.timestamp.getTime() === sample.timestamp.getTime())
            last.samples.push(sample);
        else
            groups.push({ message, position, timestamp: sample.timestamp, samples: [sample] });
    });
    return groups;
}
const unlessUsual = (value, usual) => (value === usual ? undefined : value);
/** The document that is stored of them, as text. */
export const packSamples = (samples) => JSON.stringify(samples.map(toStored));
function toStored(sample) {
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
        format: unlessUsual(sample.format, USUAL.format),
        signed: sample.signed ?? undefined,
    };
}
/** The sampled value behind a stored one. */
export const unpackSample = (stored) => ({
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
//# sourceMappingURL=stored-samples.js.map