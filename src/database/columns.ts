/** How a column gets its value from a row of ours. */
type Column<Row> = readonly [type: string, value: (row: Row) => unknown];

/** Many rows as one statement: a parameter for each column instead of one for each value. */
export interface Columns<Row> {
  /** `a, b, c` */
  readonly names: string;
  /** `unnest($1::uuid[], $2::text[], ...)` */
  readonly unnest: string;
  /** The arrays that belong to the parameters. */
  values(rows: readonly Row[]): unknown[][];
}

/**
 * Describes rows for `INSERT INTO t (names) SELECT * FROM unnest(...)`.
 * Arrays within rows would be flattened by unnest: pass them as text and split them in the statement.
 */
export function columns<Row>(spec: Readonly<Record<string, Column<Row>>>): Columns<Row> {
  const entries = Object.entries(spec);
  return {
    names: entries.map(([name]) => name).join(', '),
    unnest: `unnest(${entries.map(([, [type]], i) => `$${i + 1}::${type}[]`).join(', ')})`,
    values: (rows) => entries.map(([, [, value]]) => rows.map((row) => value(row))),
  };
}
