// Measures TAU against bare servers on the same machine in the same run. See docs/performance.md.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compareCalls } from './comparisons/calls.mjs';
import { compareConnections } from './comparisons/connections.mjs';
import { IdleProcess } from './measure/event-loop.mjs';
import { AT_WORK, readOptions } from './options.mjs';
import { report } from './report/report.mjs';
import { readMachine } from './settings.mjs';

const options = readOptions();

async function measureAll(idle) {
  const results = { options, machine: readMachine(options) };
  if (options.scenarios.some((scenario) => AT_WORK.includes(scenario))) {
    Object.assign(results, await compareCalls(options, idle));
  }
  if (options.scenarios.some((scenario) => !AT_WORK.includes(scenario))) {
    Object.assign(results, await compareConnections(options, idle));
  }
  return results;
}

async function main() {
  if (!existsSync(path.join(options.build, 'main.js'))) {
    throw new Error(`There is no ${options.build}/main.js. Build TAU first: npm run build`);
  }
  const begin = performance.now();
  const idle = await IdleProcess.start();
  try {
    const results = { ...(await measureAll(idle)), minutes: (performance.now() - begin) / 60_000 };
    if (options.save) writeFileSync(options.save, `${JSON.stringify(results, null, 1)}\n`);
    console.log(options.json ? JSON.stringify(results, null, 2) : report(results));
  } finally {
    idle.stop();
  }
}

main().catch((error) => {
  console.error(`\nThe benchmark failed. ${error.stack}`);
  process.exitCode = 1;
});
