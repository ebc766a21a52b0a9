/** Few enough that nobody waits for them. */
export const ROWS_AT_ONCE = 5000;
/** In one run; what is left waits for the next. With a run each hour that is five million rows a day. */
export const MOST_BATCHES = 40;

/**
 * Deletes batch by batch until one of them is not full, or enough is done for one run.
 * @param deleteSome deletes up to `atOnce` rows, and says how many
 * @returns how many in all
 */
export async function inBatches(deleteSome: () => Promise<number>, atOnce = ROWS_AT_ONCE): Promise<number> {
  let total = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const deleted = await deleteSome();
    total += deleted;
    if (deleted < atOnce) break;
  }
  return total;
}
