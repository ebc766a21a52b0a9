// `npm run mutants`: breaks TAU in one small way at a time, and sees whether a test turns red. A breakage that no test
// notices fails the command. `--quick` tries those marked `quick`; `--only TEXT` those whose name or file holds TEXT.
// Everything happens in a copy of the checkout. Needs a build: the tests migrate with what is built.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MUTANTS } from '../test/mutants/mutants.mjs';

const LONGEST_RUN_MS = 180_000;
const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

/** A copy of what git tracks or would track, with the same packages and the same build. */
function copyOfCheckout() {
  const folder = mkdtempSync(path.join(tmpdir(), 'tau-mutants-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  const files = tracked.split('\0').filter((file) => file && existsSync(file));
  for (const file of [...files, 'dist']) cpSync(file, path.join(folder, file), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** Runs test files in the copy. */
function runTests(folder, tests) {
  const report = path.join(folder, 'mutants-report.json');
  rmSync(report, { force: true });
  const projects = ['--selectProjects', 'unit', 'e2e', '--runInBand'];
  const run = spawnSync(process.execPath, [...JEST, ...projects, '--json', `--outputFile=${report}`, ...tests], {
    cwd: folder,
    encoding: 'utf8',
    timeout: LONGEST_RUN_MS,
    killSignal: 'SIGKILL',
    // the signals of a terminal reach this process alone, which then takes the copy away
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  if (!existsSync(report)) return { failed: 0, loaded: false, said: `${run.stdout}${run.stderr}`.slice(-4000) };
  const { numFailedTests, numPassedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const reds = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
  // a file that does not load says nothing about its tests
  return { failed: numFailedTests, passed: numPassedTests, loaded: numRuntimeErrorTestSuites === 0, reds };
}

/** The source with the breakage in it. Throws where the place is not there exactly once. */
function broken({ file, find, replace }) {
  const source = readFileSync(file, 'utf8');
  const parts = source.split(find);
  if (parts.length !== 2)
    throw new Error(`${file} holds ${JSON.stringify(find)} ${parts.length - 1} times: it has to be once.`);
  return parts.join(replace);
}

const only = process.argv.indexOf('--only');
const word = only === -1 ? undefined : process.argv[only + 1];
const chosen = MUTANTS.filter(
  ({ name, file, quick }) =>
    (!process.argv.includes('--quick') || quick) && (word === undefined || name.includes(word) || file.includes(word)),
);

if (!existsSync('dist/database/migrate.js')) throw new Error('Run `npm run build` first.');
// all places first: a list that is out of date is told at once
const sources = new Map(chosen.map((mutant) => [mutant, broken(mutant)]));

const folder = copyOfCheckout();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const before = runTests(folder, [...new Set(chosen.flatMap(({ tests }) => tests))]);
if (before.failed > 0 || !before.loaded || !before.passed) {
  console.error(before.said ?? before.reds?.join('\n'));
  throw new Error('The tests do not pass without a breakage.');
}

const survivors = [];
for (const mutant of chosen) {
  const target = path.join(folder, mutant.file);
  const original = readFileSync(target, 'utf8');
  writeFileSync(target, sources.get(mutant));
  const { failed, loaded, reds } = runTests(folder, mutant.tests);
  writeFileSync(target, original);
  const seen = failed > 0 && loaded;
  if (!seen) survivors.push(mutant);
  console.log(`${seen ? 'seen' : 'NOT SEEN'}  ${mutant.name}${seen ? `  ← ${reds[0]}` : ''}`);
}
console.log(`\n${chosen.length - survivors.length} of ${chosen.length} breakages turned a test red.`);
process.exitCode = survivors.length === 0 ? 0 : 1;
