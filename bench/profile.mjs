// Shows where TAU spends its time in one scenario: functions, packages and SQL statements. See docs/performance.md.
import { existsSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { sumUp } from './measure/cpu-profile.mjs';
import { Inspector } from './measure/inspector.mjs';
import { cpuOfTree } from './measure/process-tree.mjs';
import { AT_WORK, readOptions } from './options.mjs';
import { measureCalls } from './phases/calls.mjs';
import { temporaryFolder } from './servers/server.mjs';
import { Tau } from './servers/tau.mjs';

const SAMPLE_EVERY_MICROSECONDS = 250;
const ROWS = 40;

const options = readOptions({ scenario: 'transaction', proto: '2.0.1' });
const [scenario] = options.scenarios;
const [subprotocol] = options.subprotocols;

/** The embedded PostgreSQL with a count of its statements. */
async function startCountingPostgres() {
  const module = path.resolve(options.build, 'database/embedded-postgres.js');
  const { startEmbeddedPostgres } = await import(pathToFileURL(module));
  const dataDir = temporaryFolder();
  const settings = {
    shared_preload_libraries: 'pg_stat_statements',
    'pg_stat_statements.track': 'all',
    'pg_stat_statements.track_planning': 'on',
  };
  const postgres = await startEmbeddedPostgres({ dataDir, settings });
  const stop = async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: postgres.url, stop };
}

async function profiled(tau, database, phase) {
  const inspector = await Inspector.connect(tau.inspectorUrl);
  await inspector.send('Profiler.enable');
  await inspector.send('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_MICROSECONDS });
  const around = async (measure) => {
    await database.query('SELECT pg_stat_statements_reset()');
    const before = cpuOfTree(process.pid).postgres;
    await inspector.send('Profiler.start');
    const counts = await measure();
    const postgresCpu = cpuOfTree(process.pid).postgres - before;
    const { profile } = await inspector.send('Profiler.stop');
    const { rows: statements } = await database.query(`
      SELECT query, calls::int, rows::int, total_plan_time + total_exec_time AS ms, total_plan_time AS "planMs",
        wal_bytes::float8 AS "walBytes" FROM pg_stat_statements
      WHERE calls > 0 AND query !~ 'pg_stat_statements'
        AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
      ORDER BY ms DESC`);
    return { ...counts, postgresCpu, profile, statements };
  };
  const result = await measureCalls(tau, phase, { around });
  inspector.close();
  return result;
}

/** Prints the greatest entries of a map of microseconds as shares of `whole`, and per call. */
function printShares(title, map, { whole, calls, most = ROWS }) {
  console.log(`\n${title}`);
  const top = [...map].sort(([, a], [, b]) => b - a).slice(0, most);
  for (const [name, microseconds] of top) {
    const share = ((microseconds / whole) * 100).toFixed(1).padStart(5);
    console.log(`${share} %  ${(microseconds / calls).toFixed(2).padStart(7)} µs/call  ${name}`);
  }
}

function printStatements(statements, calls) {
  const total = statements.reduce((sum, { ms }) => sum + ms, 0);
  const executed = statements.reduce((sum, statement) => sum + statement.calls, 0);
  console.log(
    `\nSQL: ${(executed / calls).toFixed(3)} statements, ${((total / calls) * 1000).toFixed(1)} µs in them a call`,
  );
  for (const { query, calls: executions, rows, ms, planMs, walBytes } of statements.slice(0, ROWS)) {
    const text = query.replace(/\s+/g, ' ').trim();
    console.log(
      `${((ms / total) * 100).toFixed(1).padStart(5)} %  ${(executions / calls).toFixed(4)} times/call  ` +
        `${(ms / executions).toFixed(2).padStart(7)} ms each (plan ${(planMs / executions).toFixed(2)})  ${(rows / executions).toFixed(1).padStart(7)} rows  ` +
        `${(walBytes / calls).toFixed(0).padStart(5)} B WAL/call  ${text.slice(0, 130)}`,
    );
  }
}

function print({ calls, callsPerSecond, p50, p99, cpu, postgresCpu, profile, statements }) {
  // what a symbolic link stands for, as the profile has it
  const { busy, functions, owners, totals } = sumUp(profile, realpathSync(options.build));
  const perCall = (seconds) => `${((seconds / calls) * 1e6).toFixed(1)} µs`;
  console.log(`${scenario} ${subprotocol}, ${options.stations.atWork} stations: ${calls} calls, ${callsPerSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms
CPU a call: node ${perCall(cpu.node)} (the profiler included), PostgreSQL ${perCall(postgresCpu)}`);
  printShares('Time by package, with what it calls of node and the engine', owners, { whole: busy, calls });
  printShares('Self time by function', functions, { whole: busy, calls });
  printShares('Time with callees, functions of TAU (up to the next await)', totals, { whole: busy, calls });
  printStatements(statements, calls);
}

async function main() {
  if (!AT_WORK.includes(scenario)) throw new Error(`The scenario ${scenario} is not profiled.`);
  if (!existsSync(path.join(options.build, 'main.js'))) throw new Error('Build TAU first: npm run build');
  const postgres = await startCountingPostgres();
  const database = new pg.Client(postgres.url);
  try {
    await database.connect();
    await database.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    const tau = await new Tau({ build: options.build, inspect: true, databaseUrl: postgres.url }).start();
    try {
      await tau.register(options.stations.atWork);
      await tau.registerTokens(options.stations.atWork);
      const result = await profiled(tau, database, {
        scenario,
        subprotocol,
        stations: options.stations.atWork,
        seconds: options.seconds,
      });
      if (options.save) writeFileSync(options.save, JSON.stringify(result.profile));
      print(result);
    } finally {
      await tau.stop();
    }
  } finally {
    await database.end();
    await postgres.stop();
  }
}

main().catch((error) => {
  console.error(`\nThe profile failed. ${error.stack}`);
  process.exitCode = 1;
});
