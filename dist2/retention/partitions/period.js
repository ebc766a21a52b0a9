const two = (n) => String(n).padStart(2, '0');
const utc = (year, month, day = 1) => new Date(Date.UTC(year, month, day));
const monthSuffix = (at) => `${at.getUTCFullYear()}_${two(at.getUTCMonth() + 1)}`;
export const DAY = {
    first: (at) => utc(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()),
    next: (first) => utc(first.getUTCFullYear(), first.getUTCMonth(), first.getUTCDate() + 1),
    suffix: (first) => `${monthSuffix(first)}_${two(first.getUTCDate())}`,
};
export const MONTH = {
    first: (at) => utc(at.getUTCFullYear(), at.getUTCMonth()),
    next: (first) => utc(first.getUTCFullYear(), first.getUTCMonth() + 1),
    suffix: monthSuffix,
};
/** The span that a time lies in and those after it. */
export function spansFrom(period, at, count) {
    const spans = [];
    for (let from = period.first(at); spans.length < count;) {
        const to = period.next(from);
        spans.push({ from, to });
        from = to;
    }
    return spans;
}
export const overlaps = (a, b) => a.from < b.to && b.from < a.to;
//# sourceMappingURL=period.js.map