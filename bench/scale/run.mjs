// How fast lists and exports are in a network with a history. See docs/data-growth.md.
import { parseArgs } from 'node:util';
import pg from 'pg';
import { throwawayPostgres } from '../../scripts/throwaway-postgres.mjs';
import { generate } from './generate.mjs';
import { measure, measureExport, sizes, walk } from './measure.mjs';
import { exports_, queries, sampleOf } from './queries.mjs';
import { startTau } from './tau.mjs';

const HELP = `npm run bench:scale -- [options]

  --transactions <n>     transactions in 13 months (300000), each with 17 meter values of 4 samples
  --messages <n>         rows of the message log in 30 days (5000000)
  --stations <n>         stations (2000)
  --repeat <n>           requests of each kind (30)
  --only <text>          only lists whose title holds this
  --database-url <url>   a PostgreSQL with pg_stat_statements loaded instead of a throwaway one; what is there is measured,
                         an empty database is filled
`;
/** A list that touches more pages than this for one page of its answer scans what it should look up. */
const MOST_PAGES = 10_000;

const { values: options } = parseArgs({
  options: {
    transactions: { type: 'string', default: '300000' },
    messages: { type: 'string', default: '5000000' },
    stations: { type: 'string', default: '2000' },
    repeat: { type: 'string', default: '30' },
    only: { type: 'string' },
    'database-url': { type: 'string' },
    help: { type: 'boolean' },
  },
});
const report = (text) => process.stderr.write(`${text}\n`);
const fixed = (n, digits = 1) =>
  n.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const whole = (n) => Math.round(n).toLocaleString('en');
const mib = (bytes) => fixed(bytes / (1 << 20), bytes < 10 << 20 ? 1 : 0);
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);

const SETTINGS = { shared_preload_libraries: 'pg_stat_statements', max_wal_size: '2GB' };

async function fill(client) {
  const [{ count }] = (await client.query('SELECT count(*)::int FROM stations')).rows;
  if (count > 0) return report('the database holds a history already');
  const transactions = Number(options.transactions);
  const counts = { stations: Number(options.stations), transactions, messages: Number(options.messages) };
  await generate(
    client,
    { ...counts, valuesEach: 17, commands: Math.ceil(transactions * 0.66), days: 395, logDays: 30 },
    report,
  );
}

async function printLists(tau, client) {
  const repeat = Number(options.repeat);
  const slow = [];
  row('list', 'p50 ms', 'p95 ms', 'in PostgreSQL ms', 'pages touched');
  row('---', '--:', '--:', '--:', '--:');
  const asked = queries(await sampleOf(client)).filter(([title]) => !options.only || title.includes(options.only));
  for (const query of asked) {
    const result = await measure(tau, client, query, repeat);
    row(result.title, fixed(result.p50), fixed(result.p95), fixed(result.ms, 2), whole(result.pages));
    if (result.pages > MOST_PAGES) slow.push(result);
  }
  return slow;
}

async function printExports(tau) {
  console.log();
  row('export', 'lines', 'seconds', 'lines a second');
  row('---', '--:', '--:', '--:');
  for (const asked of exports_) {
    const { title, lines, seconds } = await measureExport(tau, asked);
    row(title, whole(lines), fixed(seconds), whole(lines / seconds));
  }
  const since = new Date(Date.now() - 395 * 24 * 60 * 60 * 1000).toISOString();
  const { pages, p50, p95 } = await walk(tau, `/transactions?updatedSince=${since}&limit=500`, 1000);
  console.log(
    `\nWalk through all that changed, 500 at a time: ${pages} pages, p50 ${fixed(p50)} ms, p95 ${fixed(p95)} ms.`,
  );
}

async function printSizes(client) {
  console.log();
  row('table or index', 'partitions', 'rows', 'MiB');
  row('---', '--:', '--:', '--:');
  for (const { name, isIndex, parts, rows, bytes } of (await sizes(client)).filter((each) => each.bytes > 1 << 20)) {
    row(isIndex ? `index ${name}` : `**${name}**`, parts, isIndex ? '' : whole(rows), mib(bytes));
  }
}

async function main() {
  const given = options['database-url'];
  const postgres = given ? { url: given, close: async () => {} } : await throwawayPostgres(SETTINGS);
  let tau;
  let client;
  try {
    const { migrateDatabase } = await import('../../dist/database/migrate.js');
    await migrateDatabase(postgres.url);
    client = new pg.Client(postgres.url);
    await client.connect();
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    await fill(client);
    tau = await startTau(postgres.url);
    const slow = options.only ? await printLists(tau, client) : await everything(tau, client);
    for (const { title, pages, statement } of slow) report(`\n${title} touches ${whole(pages)} pages:\n${statement}`);
    process.exitCode = slow.length > 0 ? 1 : 0;
  } finally {
    await tau?.stop();
    await client?.end();
    await postgres.close();
  }
}

async function everything(tau, client) {
  const slow = await printLists(tau, client);
  await printExports(tau);
  await printSizes(client);
  return slow;
}

if (options.help) console.log(HELP);
else await main();
