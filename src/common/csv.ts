import { getSchemaPath } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { stringify } from 'csv-stringify';
import { pipeline } from 'node:stream/promises';

export const CSV = 'text/csv';

/** Whether a list is wanted as CSV. */
export const asksForCsv = (request: Request): boolean => request.accepts(['application/json', CSV]) === CSV;

/** How the answer of a list is documented that is a page, or CSV of all that match. */
export const pageOrCsv = (page: Parameters<typeof getSchemaPath>[0]) => ({
  content: {
    'application/json': { schema: { $ref: getSchemaPath(page) } },
    [CSV]: { schema: { type: 'string' as const } },
  },
});

/** A value that a spreadsheet would take for a formula [ASVS 5.0 1.2.10], or that looks like one which was kept from it. */
const FORMULA = /^'*[=+\-@\t\r\0]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Text that stays text in a spreadsheet; numbers stay numbers. */
export const csvCell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  const text = Array.isArray(value)
    ? value.join(' ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value as string);
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
};

/** Streams rows as CSV (RFC 4180), page by page, so that an export of any length needs little memory. */
export async function sendCsv<Row extends object>(
  response: Response,
  name: string,
  columns: readonly (keyof Row & string)[],
  rows: AsyncIterable<Row>,
): Promise<void> {
  response.status(200).type('text/csv').attachment(`${name}.csv`);
  const csv = stringify({ header: true, columns: [...columns], record_delimiter: 'windows' });
  const lines = async function* (): AsyncGenerator<string[]> {
    for await (const row of rows) yield columns.map((column) => csvCell(row[column]));
  };
  await pipeline(lines, csv, response);
}

/** Every row of a keyset-paged list. */
export async function* everyRow<Row>(
  page: (cursor: string | undefined) => Promise<{ items: Row[]; nextCursor: string | null }>,
): AsyncGenerator<Row> {
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page(cursor);
    yield* items;
    cursor = nextCursor ?? undefined;
  } while (cursor);
}
