// What stations say where the standard lists the possible values, and what they mean by it.
/** Spellings of units, lower-cased. Only what cannot be misunderstood: a wrong unit is a wrong bill. */
const UNITS = {
    c: 'Celsius',
    '°c': 'Celsius',
    degc: 'Celsius',
    f: 'Fahrenheit',
    '°f': 'Fahrenheit',
    kelvin: 'K',
    '%': 'Percent',
    watt: 'W',
    watts: 'W',
    volt: 'V',
    volts: 'V',
    amp: 'A',
    amps: 'A',
    ampere: 'A',
    amperes: 'A',
};
/** The value of the standard that means "something else"; absent would mean something different. */
const SOMETHING_ELSE = {
    errorCode: ['OtherError'],
    reason: ['Other', 'Unknown'],
    stoppedReason: ['Other'],
};
/** The listed value that a station means, and the rule for reading it so. */
export function spelledValue(values, value, field) {
    const lower = value.toLowerCase();
    const sameLetters = values.find((listed) => listed.toLowerCase() === lower);
    if (sameLetters)
        return { value: sameLetters, rule: 'letter-case' };
    const unit = field === 'unit' && Object.hasOwn(UNITS, lower) ? UNITS[lower] : undefined;
    if (unit && values.includes(unit))
        return { value: unit, rule: 'unit-spelling' };
    const other = Object.hasOwn(SOMETHING_ELSE, field) ? SOMETHING_ELSE[field] : undefined;
    const something = other?.find((candidate) => values.includes(candidate));
    return something ? { value: something, rule: 'unknown-reason' } : undefined;
}
const SAMPLE_LABEL = /sampledValue\[\d+\]\.\w+$/;
const TOKEN_TYPE = /(?:^|\.)idToken\.type$/;
/**
 * The rule for fields whose value is kept even though it is not listed. A sample without its measurand, phase or unit
 * would count as the standard's default, which is energy in Wh.
 */
export function keptLabel(path) {
    if (SAMPLE_LABEL.test(path))
        return 'unknown-sample-label';
    return TOKEN_TYPE.test(path) ? 'unknown-token-type' : undefined;
}
//# sourceMappingURL=listed-values.js.map