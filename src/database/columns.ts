/** What a value is on its way into a column. */
type Type = 'uuid' | 'int' | 'boolean' | 'numeric' | 'timestamptz' | 'text' | 'json' | 'bytes' | 'list';

/** How a column gets its value from a row of ours; null where it has none. */
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

/** Types whose texts need no quotes within an array; the driver would search each of them for what to escape. */
const PLAIN: ReadonlySet<Type> = new Set<Type>(['uuid', 'int', 'boolean', 'numeric', 'timestamptz', 'bytes']);
const ON_THE_WIRE: Partial<Record<Type, string>> = { bytes: 'text', list: 'text' };

function expression(name: string, type: Type): string {
  if (type === 'bytes') return `decode(t.${name}, 'hex')`;
  // arrays within rows would be flattened by unnest
  return type === 'list' ? `string_to_array(t.${name}, ',')` : `t.${name}`;
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (value instanceof Date) return value.toISOString();
  if (!(value instanceof Uint8Array)) return String(value as string | number | boolean);
  return value.length === 0 ? '""' : Buffer.from(value.buffer, value.byteOffset, value.length).toString('hex');
}

/**
 * Describes rows for `INSERT INTO t (names) SELECT select FROM unnest`. A `list` is an array of words without commas,
 * `json` is text already.
 */
export function columns<Row>(spec: Readonly<Record<string, Column<Row>>>): Columns<Row> {
  const entries = Object.entries(spec);
  const names = entries.map(([name]) => name).join(', ');
  const expressions = Object.fromEntries(entries.map(([name, [type]]) => [name, expression(name, type)]));
  return {
    names,
    unnest: `unnest(${entries.map(([, [type]], i) => `$${i + 1}::${ON_THE_WIRE[type] ?? type}[]`).join(', ')}) AS t(${names})`,
    select: Object.values(expressions).join(', '),
    expressions,
    values: (rows) =>
      entries.map(([, [type, value]]) => {
        if (PLAIN.has(type)) return `{${rows.map((row) => plain(value(row))).join(',')}}`;
        return rows.map(type === 'list' ? (row) => (value(row) as readonly string[]).join(',') : value);
      }),
  };
}
