import { stringify } from 'csv-stringify';
import { pipeline } from 'node:stream/promises';
/** A value that a spreadsheet would take for a formula. [ASVS 5.0 1.2.10] */
const FORMULA = /^[=+\-@\t\r\0]/;
const NUMBER = /^-?\d+(\.\d+)?$/;
/** Text that stays text in a spreadsheet; numbers stay numbers. */
export const csvCell = (value) => {
    if (value === null || value === undefined)
        return '';
    if (value instanceof Date)
        return value.toISOString();
    const text = Array.isArray(value)
        ? value.join(' ')
        : typeof value === 'object'
            ? JSON.stringify(value)
            : String(value);
    return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
};
/** Streams rows as CSV (RFC 4180), page by page, so that an export of any length needs little memory. */
export async function sendCsv(response, name, columns, rows) {
    response.status(200).type('text/csv').attachment(`${name}.csv`);
    const csv = stringify({ header: true, columns: [...columns], record_delimiter: 'windows' });
    const lines = async function* () {
        for await (const row of rows)
            yield columns.map((column) => csvCell(row[column]));
    };
    await pipeline(lines, csv, response);
}
/** Every row of a keyset-paged list. */
export async function* everyRow(page) {
    let cursor;
    do {
        const { items, nextCursor } = await page(cursor);
        yield* items;
        cursor = nextCursor ?? undefined;
    } while (cursor);
}
//# sourceMappingURL=csv.js.map