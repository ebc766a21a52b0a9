import { Big } from 'big.js';
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
function defaultUnit(measurand) {
    if (measurand.startsWith('Energy.Reactive'))
        return 'varh';
    if (measurand.startsWith('Energy.Apparent'))
        return 'VAh';
    if (measurand.startsWith('Energy'))
        return 'Wh';
    if (measurand.startsWith('Power.Reactive'))
        return 'var';
    if (measurand === 'Power.Factor')
        return null;
    if (measurand.startsWith('Power'))
        return 'W';
    if (measurand.startsWith('Current'))
        return 'A';
    return DEFAULT_UNITS.get(measurand) ?? null;
}
function numeric(text, shift) {
    if (text.length > LONGEST_NUMBER)
        return null;
    if (shift === 0 && NUMBER.test(text))
        return text;
    try {
        const number = new Big(text.trim());
        if (Math.abs(number.e) > MAX_EXPONENT || Math.abs(shift) > MAX_EXPONENT)
            return null;
        return number.times(new Big(10).pow(shift)).toFixed();
    }
    catch {
        return null;
    }
}
/** Fills in the specification's defaults and brings the value to its base unit: 1.5 kWh becomes 1500 Wh, exactly. */
export function toSample(reported, timestamp) {
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
const TOTALS = [[null], ['L1', 'L2', 'L3'], ['L1-N', 'L2-N', 'L3-N']];
// the meter of the station counts; a value of the vehicle or the cable is another meter
const METERS = ['Outlet', 'Inlet', 'Body'];
/**
 * The readings of the import register in a list of samples, one for each time and context. A value without a phase is
 * the total; where only phases come, they are added up. Line-to-line values never are.
 */
export function registerReadings(samples) {
    const groups = new Map();
    for (const sample of samples) {
        if (sample.measurand !== ENERGY_REGISTER || sample.value === null || sample.unit !== 'Wh')
            continue;
        if (!METERS.includes(sample.location))
            continue;
        const key = `${sample.timestamp.getTime()} ${sample.context}`;
        const group = groups.get(key);
        if (group)
            group.push(sample);
        else
            groups.set(key, [sample]);
    }
    return [...groups.values()].flatMap((group) => {
        const wh = total(group);
        return wh === undefined ? [] : [{ time: group[0].timestamp, wh, context: group[0].context }];
    });
}
function total(group) {
    const location = METERS.find((place) => group.some((sample) => sample.location === place));
    const here = group.filter((sample) => sample.location === location);
    for (const phases of TOTALS) {
        const parts = here.filter((sample) => phases.includes(sample.phase));
        if (parts.length === 0)
            continue;
        if (phases.length === 1)
            return parts[0].value;
        return parts.reduce((sum, part) => sum.plus(part.value), new Big(0)).toFixed();
    }
    return undefined;
}
//# sourceMappingURL=sample.js.map