/** How much one message may hold. */
export interface MessageLimits {
  readonly items: number;
  /** Of the payload. */
  readonly bytes: number;
}

/**
 * Cuts a list into as few messages as the limits allow, in its order. An item that is too large alone still gets a
 * message of its own: what the station says to it is worth more than what we think.
 * @param sizeOf bytes of the payload for these items
 */
export function chunksOf<T>(
  items: readonly T[],
  limits: MessageLimits,
  sizeOf: (items: readonly T[]) => number,
): (readonly T[])[] {
  const chunks: T[][] = [];
  for (const item of items) {
    const last = chunks.at(-1);
    if (last && last.length < limits.items && sizeOf([...last, item]) <= limits.bytes) last.push(item);
    else chunks.push([item]);
  }
  return chunks;
}

/** The two halves of a list of several items. */
export const halvesOf = <T>(items: readonly T[]): [readonly T[], readonly T[]] => {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
};
