// `npm run faults`: the fault tests without leniency, as long as one likes.
import { parseArgs } from 'node:util';
import { Grounds } from './kit/grounds.js';
import { summaryOf, type Summary } from './summary.js';
import { tableOf, writePage } from './page.js';
import { play, type Report } from './play.js';
import { FAULTS } from './rows/index.js';

const USAGE = `npm run faults -- [options]

  --fault ID        only this one; may be said several times
  --messages N      play until so many were acknowledged (10,000)
  --quick           play the rounds of the quick form instead
  --seeds N         with so many seeds, one after the other (1)
  --first-seed N    the first of them (1)
  --write           put the rows that were played into docs/faults.md; the others stay as they are there
  --help

Exits with 1 if an expectation did not hold.`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    seeds: { type: 'string', default: '1' },
    'first-seed': { type: 'string', default: '1' },
    messages: { type: 'string', default: '10000' },
    fault: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const wanted = values.fault?.map((id) => id.toLowerCase());
const faults = FAULTS.filter(({ id }) => !wanted || wanted.includes(id.toLowerCase()));
if (faults.length === 0) throw new Error(`There are ${FAULTS.map(({ id }) => id).join(', ')}.`);
const first = Number(values['first-seed']);
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => first + i);
const messages = values.quick ? undefined : Number(values.messages);

const grounds = await Grounds.prepare();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void grounds.leave().finally(() => process.exit(130)));
}
const summaries: Summary[] = [];
try {
  for (const fault of faults) {
    if (fault.missing) {
      console.log(`${fault.id}: not tried, ${fault.missing}`);
      continue;
    }
    const reports: Report[] = [];
    for (const seed of seeds) {
      const report = await play(fault, grounds, { seed, messages, leniency: 1 });
      tell(report);
      reports.push(report);
    }
    summaries.push(summaryOf(fault, reports));
  }
  console.log(`\n${tableOf(summaries)}`);
  if (values.write) await writePage(summaries, { seeds, messages }, await grounds.postgres.settings());
} finally {
  await grounds.leave();
}
process.exit(summaries.every(({ broken }) => broken.length === 0) ? 0 : 1);

function tell({ fault, seed, seconds, acknowledged, lost, doubled, broken, notes }: Report): void {
  const rate = Math.round(acknowledged / seconds);
  console.log(
    `${fault}, seed ${seed}: ${acknowledged} acknowledged in ${seconds.toFixed(0)} s (${rate}/s), ` +
      `${lost} lost, ${doubled} doubled${broken.length > 0 ? '; BROKEN' : ''}`,
  );
  for (const line of [...broken, ...notes]) console.log(`  ${line}`);
}
