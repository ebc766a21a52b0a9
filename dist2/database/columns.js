/**
 * Types whose texts need no quotes within an array, and what they look like there; the driver would search each value
 * for what to escape. Times are seconds since 1970, which both sides read and write faster than a date.
 */
const PLAIN = {
    uuid: (id) => id,
    int: (number) => number,
    boolean: (value) => value,
    numeric: (decimal) => decimal,
    timestamptz: (time) => time.getTime() / 1000,
    digest: (hex) => hex,
    word: (word) => word,
};
const PACKED = new Set(['bytes', 'json']);
const ON_THE_WIRE = {
    digest: 'text',
    list: 'text',
    word: 'text',
    timestamptz: 'float8',
};
function expression(name, type) {
    const packed = `substring($1::bytea FROM t.${name}_at FOR t.${name}_size)`;
    if (type === 'bytes')
        return packed;
    if (type === 'json')
        return `convert_from(${packed}, 'UTF8')::json`;
    if (type === 'digest')
        return `decode(t.${name}, 'hex')`;
    if (type === 'timestamptz')
        return `to_timestamp(t.${name})`;
    // arrays within rows would be flattened by unnest
    return type === 'list' ? `string_to_array(t.${name}, ',')` : `t.${name}`;
}
/** An array as PostgreSQL reads it, of values that need no quotes. */
function array(values, write) {
    let text = '';
    for (const value of values)
        text += `,${value === null || value === undefined ? 'NULL' : write(value)}`;
    return `{${text.slice(1)}}`;
}
const places = (numbers) => array(numbers, (number) => number);
/** Gathers bytes into one parameter and remembers where each value lies in it. */
class Pack {
    parts = [];
    length = 0;
    /** @returns two array parameters: where each value begins, counted from 1, and how long it is; null for no value */
    add(values) {
        const starts = [];
        const sizes = [];
        for (const value of values) {
            const bytes = typeof value === 'string' ? Buffer.from(value) : (value ?? null);
            starts.push(bytes && this.length + 1);
            sizes.push(bytes && bytes.length);
            if (bytes)
                this.parts.push(bytes);
            this.length += bytes?.length ?? 0;
        }
        return [places(starts), places(sizes)];
    }
    get bytes() {
        return Buffer.concat(this.parts, this.length);
    }
}
/**
 * Describes rows for `INSERT INTO t (names) SELECT select FROM unnest`. A `list` is an array of words without commas,
 * `json` is text already.
 */
export function columns(spec) {
    const entries = Object.entries(spec);
    const isPacked = entries.some(([, [type]]) => PACKED.has(type));
    const sent = entries.flatMap(([name, [type]]) => PACKED.has(type)
        ? [
            [`${name}_at`, 'int'],
            [`${name}_size`, 'int'],
        ]
        : [[name, ON_THE_WIRE[type] ?? type]]);
    const first = isPacked ? 2 : 1;
    const expressions = Object.fromEntries(entries.map(([name, [type]]) => [name, expression(name, type)]));
    return {
        names: entries.map(([name]) => name).join(', '),
        unnest: `unnest(${sent.map(([, type], i) => `$${i + first}::${type}[]`).join(', ')}) AS t(${sent.map(([name]) => name).join(', ')})`,
        select: Object.values(expressions).join(', '),
        expressions,
        values: (rows) => {
            const pack = new Pack();
            const parameters = entries.flatMap(([, [type, value]]) => {
                if (PACKED.has(type))
                    return pack.add(rows.map(value));
                const plain = PLAIN[type];
                if (plain)
                    return [array(rows.map(value), plain)];
                return [rows.map(type === 'list' ? (row) => value(row).join(',') : value)];
            });
            return isPacked ? [pack.bytes, ...parameters] : parameters;
        },
    };
}
//# sourceMappingURL=columns.js.map