/** Before the first synchronisation clocks show 1970, 2000 or the day of manufacture; OCPP-J itself is younger. */
const EARLIEST = Date.UTC(2010);
/** Nothing happens in the future; a month leaves room for clocks that are merely wrong, whose durations still count. */
const LATEST_AHEAD_MS = 31 * 24 * 3600 * 1000;
const FORM = /^(\d{4,9})-(\d\d)-(\d\d)([Tt ])(\d\d):(\d\d)(?::(\d\d)(?:([.,])(\d+))?)?( ?)(?:([Zz])|([+-])(\d\d)(?:(:?)(\d\d))?)?$/;
/**
 * Reads the time of an event: `2024-05-01T10:00:00Z` and what real stations make of it. No zone is UTC, `+03` is
 * `+03:00`, digits beyond milliseconds are cut off. What is absent, unreadable, before 2010 or more than a month ahead
 * becomes `receivedAt`.
 */
export function readTimestamp(text, receivedAt) {
    if (text === undefined || text === '')
        return { time: receivedAt, rule: 'timestamp-missing', substituted: true };
    const read = readDateTime(text);
    if (!read)
        return { time: receivedAt, rule: 'timestamp-unreadable', substituted: true };
    if (read.ms < EARLIEST || read.ms > receivedAt.getTime() + LATEST_AHEAD_MS) {
        return { time: receivedAt, rule: 'timestamp-out-of-range', substituted: true };
    }
    return { time: new Date(read.ms), rule: read.rule, substituted: false };
}
/** Milliseconds since 1970 and the rule it took to read them; undefined for what is no date-time of any kind. */
export function readDateTime(text) {
    const parts = text.length <= 64 ? FORM.exec(text) : null;
    if (!parts)
        return undefined;
    const [, year, month, day, separator, hour, minute, second, point, fraction, space, zulu, sign, offset, colon, rest] = parts;
    const offsetMinutes = sign ? Number(offset) * 60 + Number(rest ?? 0) : 0;
    if (!exists(Number(year), Number(month), Number(day)))
        return undefined;
    // a leap second is legal and rolls over into the next minute
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60)
        return undefined;
    if (offsetMinutes >= 24 * 60 || Number(rest ?? 0) > 59)
        return undefined;
    const milliseconds = fraction ? Number(fraction.slice(0, 3).padEnd(3, '0')) : 0;
    const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second ?? 0), milliseconds);
    const ms = local - (sign === '-' ? -offsetMinutes : offsetMinutes) * 60_000;
    const proper = separator !== ' ' && second !== undefined && point !== ',' && space === '';
    if (!zulu && !sign)
        return { ms, rule: 'timestamp-without-zone' };
    if (sign && colon !== ':')
        return { ms, rule: 'timestamp-short-offset' };
    return proper ? { ms } : { ms, rule: 'timestamp-spelling' };
}
function exists(year, month, day) {
    // a Date reaches as far as the year 275760; its first hundred years are read as 19xx
    if (year < 100 || year > 275_000 || month < 1 || month > 12 || day < 1)
        return false;
    return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
//# sourceMappingURL=timestamps.js.map