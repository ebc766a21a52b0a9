/** The value in the middle; of an even number, the mean of the two. null without any. */
export function median(values) {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of what `read` finds in each item. */
export const medianOf = (items, read) => median(items.map(read).filter((value) => value != null));
