// `npm run check`: everything that must hold before a change lands. `--without-tests` leaves out unit and end-to-end
// tests, faults and the build, for those who have just run `npm test` and `npm run faults:quick`.
import { spawn, spawnSync } from 'node:child_process';

/** They only read, and use one core each: all at once. */
const READERS = [
  ['format', 'format:check'],
  ['lint', 'lint'],
  ['types, with the type tests', 'types'],
  ['boundaries', 'boundaries'],
];
const STEPS = [
  ['build', 'build', 'test'],
  ['unit and end-to-end tests', 'test', 'test'],
  ['faults, the quick form', 'faults:quick', 'test'],
  ['breakages that tests notice, ten of them', 'mutants:quick'],
  ['conformance drift', 'conformance:check'],
  ['OpenAPI drift', 'openapi:check'],
  ['migration drift', 'migrations:check'],
  ['start of the built application', 'start:check'],
];

const WITHOUT_TESTS = '--without-tests';
const asked = process.argv.slice(2);
const withoutTests = asked.includes(WITHOUT_TESTS);
if (asked.some((word) => word !== WITHOUT_TESTS)) {
  console.error(`usage: npm run check [-- ${WITHOUT_TESTS}]`);
  process.exit(2);
}
const shell = process.platform === 'win32';
const failed = [];

/** Runs a script of package.json, and says all that it said once it has ended. */
async function read([title, script]) {
  const child = spawn('npm', ['run', '--silent', script], { shell });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const status = await new Promise((ended) => child.once('close', ended));
  process.stdout.write(`\n── ${title}\n${Buffer.concat(said)}`);
  if (status !== 0) failed.push(title);
}

await Promise.all(READERS.map(read));
for (const [title, script, kind] of STEPS) {
  if (kind === 'test' && withoutTests) continue;
  console.log(`\n── ${title}`);
  // pretest would build once more
  const args = ['run', '--silent', script, ...(kind === 'test' ? ['--ignore-scripts'] : [])];
  const { status } = spawnSync('npm', args, { stdio: 'inherit', shell });
  if (status !== 0) failed.push(title);
}
console.log(failed.length === 0 ? '\nAll checks hold.' : `\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
