import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { format, resolveConfig } from 'prettier';
import { FAULTS } from './rows/index.js';
import type { Summary } from './summary.js';

const PAGE = 'docs/faults.md';
const MIB = 2 ** 20;

const COLUMNS: readonly (readonly [title: string, cell: (row: Summary) => string | number])[] = [
  ['fault', ({ fault }) => fault.id],
  ['rounds', ({ rounds }) => rounds],
  ['messages sent', ({ sent }) => sent],
  ['acknowledged', ({ acknowledged }) => acknowledged],
  ['lost', ({ lost, fault }) => (fault.loses ? `**${lost}**` : lost)],
  ['doubled', ({ doubled }) => doubled],
  ['transactions', ({ transactions }) => transactions],
  ['commands', ({ commands }) => commands],
  ['carried out twice', ({ executedTwice }) => executedTwice],
  ['loop p99 ms', ({ loopP99Ms }) => Math.round(loopP99Ms)],
  ['recovery s', ({ recoveryMs }) => (recoveryMs === undefined ? '' : (recoveryMs / 1000).toFixed(1))],
  ['memory MiB', ({ peakRss }) => Math.round(peakRss / MIB)],
  ['expectations', ({ broken }) => (broken.length === 0 ? 'hold' : `${broken.length} broken`)],
];

const line = (cells: readonly unknown[]): string => `| ${cells.join(' | ')} |`;
const HEADER = COLUMNS.map(([title]) => title);
const rowOf = (summary: Summary): string[] => COLUMNS.map(([, cell]) => String(cell(summary)));

/** For the terminal. */
export const tableOf = (rows: readonly Summary[]): string =>
  [HEADER, ...rows.map(rowOf)]
    .map((cells) => cells.map((cell, i) => cell.padEnd(HEADER[i]!.length)).join('  '))
    .join('\n');

interface Played {
  readonly seeds: readonly number[];
  readonly messages: number | undefined;
}

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();

/** Rows of the page as they stand, by fault. */
function kept(): Map<string, string> {
  const [, text = ''] = (existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '').split(
    /^## (?:Result|What goes wrong.*)$/m,
  );
  const rows = text.matchAll(/^\| (F\d+[^|]*?) +\| .*$/gm);
  return new Map([...rows].map(([row, id]) => [id!, row]));
}

/** Puts what was played into the page. What was not played stays, with its own date and build. */
export async function writePage(
  summaries: readonly Summary[],
  { seeds, messages }: Played,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const rows = kept();
  const dirty = git('status', '--porcelain', '--', 'src') === '' ? '' : ', with changes';
  const build = `${new Date().toISOString().slice(0, 10)}, ${git('rev-parse', '--short', 'HEAD')}${dirty}`;
  const range = seeds.length === 1 ? `${seeds[0]}` : `${seeds[0]}-${seeds.at(-1)}`;
  const extent = messages === undefined ? 'quick' : `${messages}`;
  for (const summary of summaries) rows.set(summary.fault.id, line([...rowOf(summary), range, extent, build]));
  const header = [...HEADER, 'seeds', 'messages each', 'played'];
  const played = FAULTS.flatMap(({ id }) => rows.get(id) ?? []);
  const table = [line(header), line(header.map(() => '---')), ...played].join('\n');
  const broken = summaries.flatMap(({ fault, broken: lines }) => lines.map((each) => `- ${fault.id}, ${each}`));
  const options = { ...(await resolveConfig(PAGE)), parser: 'markdown' };
  writeFileSync(PAGE, await format(pageOf(table, settings, broken), options));
}

const pageOf = (
  table: string,
  settings: Readonly<Record<string, string>>,
  broken: readonly string[],
): string => `# Faults

What TAU does when something goes wrong, from \`test/faults\`. Written by \`npm run faults -- --write\`, not by hand.

Simulated stations, half of them OCPP 1.6 and half 2.0.1, charge one vehicle after the other and keep books of their own:
each message that was acknowledged to them, the energy of each transaction that they closed, each command that they
carried out. They send again what is not answered, under the same or a new message id. Meanwhile the fault happens, again
and again, until enough messages were acknowledged. Then everything is read back through REST and held against the books:

- **L1** what was acknowledged is stored (otherwise it is _lost_);
- **L2** each event is stored once (otherwise it is _doubled_);
- **L3** the energy of each station is what it delivered;
- **L4** each transaction is there, and ended exactly once;
- **L5** no command was carried out twice, however often it was asked for under its key.

_loop p99_ is the 99th percentile of the delay of TAU's event loop, less that of an idle process at the same time.
_recovery_ is the longest time to the first acknowledgement afterwards. The _control_ is a TAU that answers before it
writes: it has to lose, or else the books would see nothing.

## Result

${table}

${broken.length > 0 ? `What did not hold when this was last written:\n\n${broken.join('\n')}\n` : ''}
Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, shared by stations, TAU and
PostgreSQL. PostgreSQL: ${Object.entries(settings)
  .map(([name, value]) => `${name} ${value}`)
  .join(', ')}.

## What goes wrong, and what is expected

${line(['fault', 'what goes wrong', 'expected beyond books that agree'])}
${line(['---', '---', '---'])}
${FAULTS.map(({ id, title, expected }) => line([id, title, expected])).join('\n')}

## Play it

\`\`\`sh
npm run faults:quick                                                  # fixed seed, two rows at a time; part of npm run check
npm run faults -- --fault F4                                          # one row, 10,000 messages
npm run faults -- --seeds 20 --messages 100000 --write                # all rows; a day
\`\`\`

Rows can be played one at a time, with \`--write\` each: the page keeps the others. \`--first-seed 7 --seeds 1\` plays one
seed again.
`;
