/** A Markdown table, its columns as wide as their longest cell. `columns`: `[{ title, right?: boolean }]` */
export function table(columns, rows) {
  const titles = columns.map(({ title }) => title);
  const widths = titles.map((_, i) => Math.max(3, ...[titles, ...rows].map((row) => row[i].length)));
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const padded = (row) => row.map((cell, i) => (columns[i].right ? cell.padStart(widths[i]) : cell.padEnd(widths[i])));
  const rule = widths.map((width, i) => (columns[i].right ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [titles, ...rows].map(padded).map(line).toSpliced(1, 0, line(rule)).join('\n');
}

export const left = (title) => ({ title });
export const right = (title) => ({ title, right: true });

export const whole = (number) => Math.round(number).toLocaleString('en');
export const ms = (number) => (number < 10 ? number.toFixed(1) : whole(number));
export const kib = (bytes) => (bytes / 1024).toFixed(1);
export const percent = (share) => `${whole(share * 100)} %`;
export const two = (number) => number.toFixed(2);
export const version = (subprotocol) => subprotocol.replace('ocpp', '');
