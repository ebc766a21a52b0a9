/** How long the span of one partition is. Spans begin at midnight UTC, months on their first day. */
export interface Period {
  /** Beginning of the span that a time lies in. */
  first(at: Date): Date;
  /** Beginning of the span after the one that begins at `first`. */
  next(first: Date): Date;
  /** What the partition of a span is called after: `2026_11_22`. */
  suffix(first: Date): string;
}

const two = (n: number): string => String(n).padStart(2, '0');
const utc = (year: number, month: number, day = 1): Date => new Date(Date.UTC(year, month, day));
const monthSuffix = (at: Date): string => `${at.getUTCFullYear()}_${two(at.getUTCMonth() + 1)}`;

export const DAY: Period = {
  first: (at) => utc(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()),
  next: (first) => utc(first.getUTCFullYear(), first.getUTCMonth(), first.getUTCDate() + 1),
  suffix: (first) => `${monthSuffix(first)}_${two(first.getUTCDate())}`,
};

export const MONTH: Period = {
  first: (at) => utc(at.getUTCFullYear(), at.getUTCMonth()),
  next: (first) => utc(first.getUTCFullYear(), first.getUTCMonth() + 1),
  suffix: monthSuffix,
};

/** A span of time: `from` belongs to it, `to` no longer. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** The span that a time lies in and those after it. */
export function spansFrom(period: Period, at: Date, count: number): Span[] {
  const spans: Span[] = [];
  for (let from = period.first(at); spans.length < count;) {
    const to = period.next(from);
    spans.push({ from, to });
    from = to;
  }
  return spans;
}

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
