const FIRST_WIDTH_MS = 60 * 60 * 1000;
const GROWTH = 4;
/**
 * Reads what changed since a time in the order of change, window by window. An index that knew this order would have to
 * be written anew with each meter value; the one there is (BRIN) knows in which part of the table a window lies. Windows
 * grow, so that neither a busy hour nor a quiet year takes many or long statements.
 * @param now no later change can be stored; the last window is open all the same, since clocks differ
 * @param wanted rows
 * @param read gives at most `limit` rows that changed at `from` or later, and before `to` unless that is undefined
 */
export async function throughWindows(from, now, wanted, read) {
    const rows = [];
    let start = from;
    for (let width = FIRST_WIDTH_MS;; width *= GROWTH) {
        const end = start.getTime() + width < now.getTime() ? new Date(start.getTime() + width) : undefined;
        rows.push(...(await read(start, end, wanted - rows.length)));
        if (!end || rows.length >= wanted)
            return rows;
        start = end;
    }
}
//# sourceMappingURL=change-windows.js.map