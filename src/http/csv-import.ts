import { applyDecorators, Logger, type Type } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiPayloadTooLargeResponse,
  ApiUnsupportedMediaTypeResponse,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { CSV } from '../common/csv.js';
import { type CsvRow, readCsv } from '../common/csv-reader.js';
import { type ImportedRow, type ImportOutcome, ImportReport } from '../common/import-report.js';
import { ProblemError } from '../common/problems.js';
import { validation } from './validation.js';

const LIMITS = { bytes: 10 * 1024 * 1024, rows: 20_000 };
const logger = new Logger('Import');

/** How the text of a cell is understood; what cannot be is left as it is, for the validation to refuse. */
export type CellReader = (cell: string) => unknown;

/** Readers of cells. An empty cell clears what may be empty, and says nothing about what may not. */
export const CELLS = {
  text: (cell) => (cell === '' ? null : cell),
  word: (cell) => (cell === '' ? undefined : cell),
  number: (cell) => (cell === '' ? null : /^-?\d+$/.test(cell) ? Number(cell) : cell),
  /** As `number`, of what always has a value. */
  count: (cell) => (cell === '' ? undefined : /^\d+$/.test(cell) ? Number(cell) : cell),
  json: (cell) => (cell === '' ? null : parsed(cell)),
  /** `north|dc` */
  list: (cell) => (cell === '' ? [] : cell.split('|')),
  /** What exports show and nobody can set. */
  ignored: () => undefined,
} as const satisfies Record<string, CellReader>;

function parsed(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

/** What rows are turned into, and how one of them is taken over. */
export interface ImportTarget<T extends object> {
  /** The columns that may be there. */
  readonly cells: Readonly<Record<string, CellReader>>;
  /** The class that a row is checked against. */
  readonly type: Type<T>;
  /** Equal for two rows about the same thing. */
  keyOf(row: T): string;
  /** What the report calls it; null for a secret. */
  nameOf(row: T): string | null;
  /** Takes it over, wholly or not at all; throws a problem where it is refused. */
  take(row: T): Promise<{ readonly outcome: ImportOutcome; readonly password?: string }>;
}

/**
 * Imports a CSV row by row, each for itself. Nothing is taken over where the CSV as a whole cannot be read.
 * @throws ProblemError `csv-unreadable`, `too-large`, `csv-expected`
 */
export async function importCsv<T extends object>(
  request: Request,
  target: ImportTarget<T>,
  dryRun: boolean,
): Promise<ImportReport> {
  const rows = await rowsOf(request, Object.keys(target.cells));
  const report: ImportReport = { dryRun, created: 0, changed: 0, unchanged: 0, refused: 0, rows: [] };
  const lines = new Map<string, number>();
  for (const row of rows) {
    const imported = await importRow(row, target, lines);
    report[imported.outcome]++;
    report.rows.push(imported);
  }
  return report;
}

async function rowsOf(request: Request, columns: readonly string[]): Promise<CsvRow[]> {
  if (!request.is(CSV)) {
    throw new ProblemError('csv-expected', 415, 'Send the CSV as the body, with Content-Type: text/csv.');
  }
  try {
    return await readCsv(request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>, columns, LIMITS);
  } finally {
    // the client reads the answer when it has sent everything
    request.resume();
  }
}

const pipe = validation();

async function importRow<T extends object>(
  { line, cells }: CsvRow,
  target: ImportTarget<T>,
  lines: Map<string, number>,
): Promise<ImportedRow> {
  let key: string | null = null;
  try {
    const given = Object.entries(cells)
      .map(([name, cell]) => [name, target.cells[name]!(cell)] as const)
      .filter(([, value]) => value !== undefined);
    const row = (await pipe.transform(Object.fromEntries(given), { type: 'body', metatype: target.type })) as T;
    key = target.nameOf(row);
    const earlier = lines.get(target.keyOf(row));
    if (earlier !== undefined) throw new ProblemError('row-doubled', 409, `Line ${earlier} is about the same.`);
    lines.set(target.keyOf(row), line);
    return { line, key, problem: null, ...(await target.take(row)) };
  } catch (error) {
    return { line, key, outcome: 'refused', problem: problemOf(error) };
  }
}

function problemOf(error: unknown): Record<string, unknown> {
  if (error instanceof ProblemError) {
    const { code, message, members } = error;
    return { code, detail: message, ...members };
  }
  logger.error(error);
  return { code: 'internal-error', detail: 'This row could not be taken over. Import it again.' };
}

/**
 * Documents a route that imports CSV. It needs `@HttpCode(200)` of its own: the Swagger plugin reads it from the source,
 * and documents 201 where it finds none.
 */
export const ImportRoute = (summary: string, columns: readonly string[], more = ''): MethodDecorator =>
  applyDecorators(
    ApiOperation({
      summary,
      description:
        `The first line names the columns, in any order: ${columns.join(', ')}. A column that is not there changes ` +
        'nothing; an empty cell clears what may be empty. `,` or `;` between cells, UTF-8. At most 10 MiB and 20,000 ' +
        'rows. Rows are taken over one by one, each wholly or not at all: imported again, what is there already is ' +
        `\`unchanged\`. A CSV that cannot be read as a whole changes nothing. ${more}`,
    }),
    ApiConsumes(CSV),
    ApiBody({ schema: { type: 'string' } }),
    ApiOkResponse({ type: ImportReport }),
    ApiBadRequestResponse({ description: '`csv-unreadable`: which line, and why' }),
    ApiPayloadTooLargeResponse({ description: '`too-large`' }),
    ApiUnsupportedMediaTypeResponse({ description: '`csv-expected`' }),
  );
