const SLICE = 200;
/** Visits each of many in slices, between which everything else has its turn: ten thousand at once would stop the world. */
export async function inSlices(all, visit) {
    let visited = 0;
    for (const each of all) {
        visit(each);
        visited += 1;
        if (visited % SLICE === 0)
            await new Promise(setImmediate);
    }
}
//# sourceMappingURL=slices.js.map