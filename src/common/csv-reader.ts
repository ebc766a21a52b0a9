import { ProblemError } from './problems.js';

/** A row with its cells by the name of their column, and the line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvLimits {
  readonly bytes: number;
  readonly rows: number;
}

/** A text that `csvCell` kept from being a formula. */
const KEPT_TEXT = /^'(?='*[=+\-@\t\r\0])/;
const LONGEST_CELL = 10_000;
/** More than any import has columns. */
const MOST_CELLS = 200;
const LONGEST_NAME_SHOWN = 50;

const unreadable = (detail: string): ProblemError => new ProblemError('csv-unreadable', 400, detail);

/** Takes CSV (RFC 4180) apart, piece by piece, into rows of cells; `,` or `;` lies between them, as the first line has it. */
class CsvCells {
  private rows: { line: number; cells: string[] }[] = [];
  private cells: string[] = [];
  private cell = '';
  private state: 'start' | 'plain' | 'quoted' | 'quote' = 'start';
  private line = 1;
  private rowLine = 1;
  private delimiter: ',' | ';' | undefined;
  private afterCr = false;

  push(text: string): void {
    for (const char of text) this.take(char);
  }

  /** The rows that have ended since it was asked last. */
  taken(): { line: number; cells: string[] }[] {
    return this.rows.splice(0);
  }

  end(): void {
    if (this.state === 'quoted') throw unreadable(`The quote that opens on line ${this.rowLine} is never closed.`);
    if (this.state !== 'start' || this.cells.length > 0) this.endRow();
  }

  private take(char: string): void {
    const isLineEnd = char === '\n' || char === '\r';
    const doubled = char === '\n' && this.afterCr;
    this.afterCr = char === '\r';
    if (isLineEnd && !doubled) this.line++;
    if (this.state === 'quoted') {
      if (char === '"') this.state = 'quote';
      else this.add(char);
    } else if (this.state === 'quote' && char === '"') {
      this.state = 'quoted';
      this.add(char);
    } else if (isLineEnd) {
      if (!doubled) this.endRow();
    } else if (this.isDelimiter(char)) {
      this.endCell();
    } else if (this.state === 'quote') {
      throw unreadable(`On line ${this.line} something follows a closing quote. Double the quotes within a cell.`);
    } else if (char === '"' && this.state === 'start') {
      this.state = 'quoted';
    } else {
      this.state = 'plain';
      this.add(char);
    }
  }

  private isDelimiter(char: string): boolean {
    if (char !== ',' && char !== ';') return false;
    this.delimiter ??= char;
    return char === this.delimiter;
  }

  private add(char: string): void {
    this.cell += char;
    if (this.cell.length > LONGEST_CELL) throw unreadable(`A cell on line ${this.rowLine} is too long.`);
  }

  private endCell(): void {
    if (this.cells.length >= MOST_CELLS) throw unreadable(`Line ${this.rowLine} has more than ${MOST_CELLS} cells.`);
    this.cells.push(this.cell);
    this.cell = '';
    this.state = 'start';
  }

  private endRow(): void {
    this.endCell();
    const isEmpty = this.cells.length === 1 && this.cells[0] === '';
    if (!isEmpty) this.rows.push({ line: this.rowLine, cells: this.cells });
    this.cells = [];
    this.rowLine = this.line;
  }
}

/**
 * Reads a CSV with a header line as it comes. What our own exports kept from being a formula is undone.
 * @param columns those that may be there; the order is free
 * @throws ProblemError 400 `csv-unreadable`, 413 `too-large`
 */
export async function readCsv(
  pieces: AsyncIterable<Uint8Array>,
  columns: readonly string[],
  limits: CsvLimits,
): Promise<CsvRow[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const cells = new CsvCells();
  const rows: CsvRow[] = [];
  let header: string[] | undefined;
  let bytes = 0;
  const takeRows = (): void => {
    for (const row of cells.taken()) {
      if (!header) header = headerOf(row.cells, columns);
      else rows.push(toRow(row, header));
      if (rows.length > limits.rows) throw tooLarge(`more than ${limits.rows} rows`);
    }
  };
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > limits.bytes) throw tooLarge(`more than ${limits.bytes} bytes`);
    cells.push(decoded(() => decoder.decode(piece, { stream: true })));
    takeRows();
  }
  cells.push(decoded(() => decoder.decode()));
  cells.end();
  takeRows();
  if (!header) throw unreadable('The CSV is empty. Its first line has to name the columns.');
  return rows;
}

const tooLarge = (what: string): ProblemError =>
  new ProblemError('too-large', 413, `The CSV has ${what}. Divide it into several.`);

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw unreadable('The CSV is not UTF-8. Save it as "CSV UTF-8".');
  }
}

function headerOf(cells: readonly string[], columns: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim());
  const unknown = names.filter((name) => !columns.includes(name));
  if (unknown.length > 0) {
    throw unreadable(
      `The first line names columns that are not known: ${unknown.map((name) => name.slice(0, LONGEST_NAME_SHOWN)).join(', ')}. Known: ${columns.join(', ')}.`,
    );
  }
  const doubled = names.filter((name, i) => names.indexOf(name) !== i);
  if (doubled.length > 0) throw unreadable(`The first line names ${doubled.join(', ')} twice.`);
  return names;
}

function toRow({ line, cells }: { line: number; cells: readonly string[] }, header: readonly string[]): CsvRow {
  if (cells.length !== header.length) {
    throw unreadable(`Line ${line} has ${cells.length} cells, but the first line names ${header.length} columns.`);
  }
  return { line, cells: Object.fromEntries(header.map((name, i) => [name, cells[i]!.replace(KEPT_TEXT, '')])) };
}
