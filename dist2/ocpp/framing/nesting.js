/** Deepest nesting that is read. Real messages have less than ten levels; recursion and the database have limits. */
const DEEPEST = 500;
/** Whether a JSON text nests deeper than anything that recurses over it could bear. Cheap for ordinary texts. */
export function nestsTooDeep(json) {
    if (json.length <= 2 * DEEPEST || opensAtMost(DEEPEST, json))
        return false;
    let depth = 0;
    let inText = false;
    for (let index = 0; index < json.length; index++) {
        const char = json.charCodeAt(index);
        if (inText) {
            if (char === 0x5c /* \ */)
                index++;
            else if (char === 0x22 /* " */)
                inText = false;
        }
        else if (char === 0x22)
            inText = true;
        else if (char === 0x5b /* [ */ || char === 0x7b /* { */) {
            if (++depth > DEEPEST)
                return true;
        }
        else if (char === 0x5d || char === 0x7d)
            depth--;
    }
    return false;
}
/** Searching is a hundred times faster than looking at each character; what stands within texts is counted as well. */
function opensAtMost(most, json) {
    let count = 0;
    for (const bracket of ['[', '{']) {
        for (let at = json.indexOf(bracket); at >= 0; at = json.indexOf(bracket, at + 1))
            if (++count > most)
                return false;
    }
    return true;
}
//# sourceMappingURL=nesting.js.map