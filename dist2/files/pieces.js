/** The same bytes in pieces of `size`; the last one may be shorter. */
export async function* pieces(content, size) {
    let held = [];
    let length = 0;
    for await (const part of content) {
        held.push(part);
        length += part.length;
        if (length < size)
            continue;
        const joined = Buffer.concat(held, length);
        let from = 0;
        for (; length - from >= size; from += size)
            yield joined.subarray(from, from + size);
        held = [joined.subarray(from)];
        length -= from;
    }
    if (length > 0)
        yield Buffer.concat(held, length);
}
//# sourceMappingURL=pieces.js.map