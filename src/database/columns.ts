/**
 * What a value is on its way into a column. `bytes` and `json` travel together as one binary parameter and are cut
 * apart there: as elements of an array each would be escaped into a longer text. `digest` is for a few bytes, given as
 * hexadecimal digits; `word` for words of our own, in which nothing needs quotes.
 */
type Type =
  'uuid' | 'int' | 'boolean' | 'numeric' | 'timestamptz' | 'text' | 'word' | 'json' | 'bytes' | 'digest' | 'list';

/** How a column gets its value from a row of ours; null where it has none. `json` is text already. */
type Column<Row> = readonly [type: Type, value: (row: Row) => unknown];

/** Many rows as one statement: a parameter for each column instead of one for each value. */
export interface Columns<Row> {
  /** `a, b, c` */
  readonly names: string;
  /** `unnest($1::uuid[], $2::text[], ...) AS t(a, b, ...)` */
  readonly unnest: string;
  /** What to select from it, in the order of `names`. */
  readonly select: string;
  /** The same, column by column. */
  readonly expressions: Readonly<Record<string, string>>;
  /** The parameters. */
  values(rows: readonly Row[]): unknown[];
}

/**
 * Types whose texts need no quotes within an array, and what they look like there; the driver would search each value
 * for what to escape. Times are seconds since 1970, which both sides read and write faster than a date.
 */
const PLAIN: Partial<Record<Type, (value: never) => string | number | boolean>> = {
  uuid: (id: string) => id,
  int: (number: number) => number,
  boolean: (value: boolean) => value,
  numeric: (decimal: string) => decimal,
  timestamptz: (time: Date) => time.getTime() / 1000,
  digest: (hex: string) => hex,
  word: (word: string) => word,
};
const PACKED: ReadonlySet<Type> = new Set<Type>(['bytes', 'json']);
const ON_THE_WIRE: Partial<Record<Type, string>> = {
  digest: 'text',
  list: 'text',
  word: 'text',
  timestamptz: 'float8',
};

function expression(name: string, type: Type): string {
  const packed = `substring($1::bytea FROM t.${name}_at FOR t.${name}_size)`;
  if (type === 'bytes') return packed;
  if (type === 'json') return `convert_from(${packed}, 'UTF8')::json`;
  if (type === 'digest') return `decode(t.${name}, 'hex')`;
  if (type === 'timestamptz') return `to_timestamp(t.${name})`;
  // arrays within rows would be flattened by unnest
  return type === 'list' ? `string_to_array(t.${name}, ',')` : `t.${name}`;
}

/** An array as PostgreSQL reads it, of values that need no quotes. */
function array<T>(values: Iterable<T | null | undefined>, write: (value: T) => string | number | boolean): string {
  let text = '';
  for (const value of values) text += `,${value === null || value === undefined ? 'NULL' : write(value)}`;
  return `{${text.slice(1)}}`;
}

const places = (numbers: readonly (number | null)[]): string => array(numbers, (number) => number);

/** Gathers bytes into one parameter and remembers where each value lies in it. */
class Pack {
  private readonly parts: Uint8Array[] = [];
  private length = 0;

  /** @returns two array parameters: where each value begins, counted from 1, and how long it is; null for no value */
  add(values: readonly unknown[]): [string, string] {
    const starts: (number | null)[] = [];
    const sizes: (number | null)[] = [];
    for (const value of values) {
      const bytes = typeof value === 'string' ? Buffer.from(value) : ((value ?? null) as Uint8Array | null);
      starts.push(bytes && this.length + 1);
      sizes.push(bytes && bytes.length);
      if (bytes) this.parts.push(bytes);
      this.length += bytes?.length ?? 0;
    }
    return [places(starts), places(sizes)];
  }

  get bytes(): Buffer {
    return Buffer.concat(this.parts, this.length);
  }
}

/**
 * Describes rows for `INSERT INTO t (names) SELECT select FROM unnest`. A `list` is an array of words without commas,
 * `json` is text already.
 */
export function columns<Row>(spec: Readonly<Record<string, Column<Row>>>): Columns<Row> {
  const entries = Object.entries(spec);
  const isPacked = entries.some(([, [type]]) => PACKED.has(type));
  const sent = entries.flatMap(([name, [type]]): [name: string, type: string][] =>
    PACKED.has(type)
      ? [
          [`${name}_at`, 'int'],
          [`${name}_size`, 'int'],
        ]
      : [[name, ON_THE_WIRE[type] ?? type]],
  );
  const first = isPacked ? 2 : 1;
  const expressions = Object.fromEntries(entries.map(([name, [type]]) => [name, expression(name, type)]));
  return {
    names: entries.map(([name]) => name).join(', '),
    unnest: `unnest(${sent.map(([, type], i) => `$${i + first}::${type}[]`).join(', ')}) AS t(${sent.map(([name]) => name).join(', ')})`,
    select: Object.values(expressions).join(', '),
    expressions,
    values: (rows) => {
      const pack = new Pack();
      const parameters = entries.flatMap(([, [type, value]]): unknown[] => {
        if (PACKED.has(type)) return pack.add(rows.map(value));
        const plain = PLAIN[type];
        if (plain) return [array(rows.map(value), plain as (value: unknown) => string)];
        return [rows.map(type === 'list' ? (row) => (value(row) as readonly string[]).join(',') : value)];
      });
      return isPacked ? [pack.bytes, ...parameters] : parameters;
    },
  };
}
